"""What a whole article gives: proposals in order, each once, each with its evidence."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from bot.domain.occurrence import Occurrence
from bot.domain.reading import Reading
from bot.domain.window import EventWindow, Precision
from bot.reading import read_article

OSLO = ZoneInfo("Europe/Oslo")
PUBLISHED = datetime(2025, 11, 26, 12, tzinfo=OSLO)
HARBOUR = """Havnesjefen reiser til Haugesund
Samtalene om den nye havnen fortsetter. Det er ventet at havnesjef Kari Moldskred skal reise til \
Haugesund i neste uke for å møte rederiene.
Slik har saken gått:
* 3. november: Rederiene leverer sitt tilbud.
* 5. november: Moldskred og ordfører Odd Bakketun møtes på rådhuset. De avtaler også et møte i \
Bergen. Møtet ble aldri gjennomført.
Samme dag trekker Sørlinjen seg.
Rundt 10.–12. november: Styret går gjennom tallene.
17. november: De to rådgiverne skal ha diskutert en ny plan.
To dager etter den omstridte styregjennomgangen ringte Bakketun til statsråden.
Bakketun sier han vil ta saken opp i et møte med Moldskred, som ventes å finne sted innen \
utgangen av november.
"""


def read(text: str, language: str | None = "nb") -> Reading:
    return read_article(text, published=PUBLISHED, language=language)


def days(window: EventWindow | None) -> tuple[date | None, date | None]:
    assert window is not None
    last = None if window.end is None else (window.end - timedelta(minutes=1)).date()
    return (None if window.start is None else window.start.date()), last


def november(day: int) -> date:
    return date(2025, 11, day)


def test_a_first_line_that_is_plainly_a_headline_is_kept_as_one() -> None:
    assert read(HARBOUR).headline == "Havnesjefen reiser til Haugesund"


def test_a_first_line_that_is_prose_is_no_headline() -> None:
    assert read("Samtalene fortsetter.\nDe møtes fredag.").headline is None


def test_what_is_expected_comes_in_order_of_time() -> None:
    assert [days(each.window) for each in read(HARBOUR).follow_ups] == [
        (november(26), november(30)),
        (date(2025, 12, 1), date(2025, 12, 7)),
    ]


def test_a_title_leaves_out_the_words_of_expecting_and_of_time() -> None:
    assert read(HARBOUR).follow_ups[1].title == (
        "Havnesjef Kari Moldskred til Haugesund for å møte rederiene"
    )


def test_a_title_names_both_who_meet_in_place_of_a_relative() -> None:
    assert read(HARBOUR).follow_ups[0].title == "Møte mellom Bakketun og Moldskred"


def test_a_pronoun_gives_way_to_the_only_name_of_the_sentence_before() -> None:
    reading = read("Beslutningen ble tatt av Kari Moldskred. Hun reiser til Bergen fredag.")
    assert reading.follow_ups[0].title == "Kari Moldskred reiser til Bergen"


def test_a_deadline_begins_at_the_moment_of_publication() -> None:
    window = read(HARBOUR).follow_ups[0].window
    assert window is not None
    assert (window.start, window.precision) == (PUBLISHED, Precision.DEADLINE)


def test_the_lines_of_a_list_are_dated_facts_in_order() -> None:
    assert [days(each.window)[0] for each in read(HARBOUR).timeline] == [
        november(3),
        november(5),
        november(5),
        november(10),
        november(17),
    ]


def test_an_approximate_date_stays_approximate() -> None:
    windows = [each.window for each in read(HARBOUR).timeline]
    assert [window.approximate for window in windows if window] == [
        False,
        False,
        False,
        True,
        False,
    ]


def test_evidence_stands_in_the_text_where_it_says() -> None:
    reading = read(HARBOUR)
    pieces = [piece for each in reading.follow_ups for piece in each.evidence]
    pieces += [piece for each in reading.timeline for piece in each.evidence]
    assert [HARBOUR[piece.start : piece.end] for piece in pieces] == [
        piece.sentence for piece in pieces
    ]


def test_the_phrase_of_time_is_kept_with_the_evidence() -> None:
    assert read(HARBOUR).follow_ups[1].evidence[0].phrase == "i neste uke"


def test_days_are_counted_from_an_event_told_before() -> None:
    reading = read("Samtalen fant sted 3. november.\nTo dager etter samtalen gikk sjefen av.")
    assert [days(each.window)[0] for each in reading.timeline] == [november(3), november(5)]


def test_one_event_told_twice_is_one_proposal_with_both_sentences() -> None:
    reading = read(
        "Terminalen på Sola åpner i desember.\nDen nye terminalen på Sola åpner 8. desember."
    )
    (follow_up,) = reading.follow_ups
    assert days(follow_up.window) == (date(2025, 12, 8), date(2025, 12, 8))
    assert [piece.phrase for piece in follow_up.evidence] == ["8. desember", "i desember"]


def test_two_of_a_kind_with_other_names_stay_two_in_one_month() -> None:
    reading = read(
        "Årsmøtet i Vik Musikklag er flyttet til mars.\n"
        "Årsmøtet i Nes Musikkorps er flyttet til 11. mars."
    )
    assert len(reading.follow_ups) == 2


def test_two_events_of_one_day_stay_two() -> None:
    reading = read("Terminalen på Sola åpner fredag.\nRegjeringen legger fram planen fredag.")
    assert len(reading.follow_ups) == 2


def test_what_another_sentence_calls_off_is_not_expected() -> None:
    reading = read(
        "Konserten i Grieghallen holdes fredag.\nNå er konserten i Grieghallen fredag avlyst."
    )
    assert reading.follow_ups == ()


def test_a_list_under_a_heading_of_what_is_to_come_looks_ahead() -> None:
    reading = read("Dette skjer videre:\n* 20. november 2026: Komiteen møter rederiene.")
    assert len(reading.follow_ups) == 1


def test_an_intention_without_a_date_comes_last_and_is_planned_only() -> None:
    reading = read("Rederiene ønsker å møtes igjen.\nStyret møtes fredag.")
    assert [each.window is None for each in reading.follow_ups] == [False, True]
    assert reading.follow_ups[1].occurrence is Occurrence.PLANNED_ONLY


@pytest.mark.parametrize(
    ("sentence", "occurrence"),
    [
        ("Dommen kommer fredag.", Occurrence.HIGHLY_LIKELY),
        ("Saken kan avgjøres fredag.", Occurrence.MAY_OCCUR),
        ("Det er usikkert om det, men møtet holdes kanskje fredag.", Occurrence.HIGHLY_UNCERTAIN),
        ("Det er nå bekreftet at møtet holdes fredag.", Occurrence.CERTAIN),
    ],
)
def test_the_wording_tells_how_sure_it_is(sentence: str, occurrence: Occurrence) -> None:
    assert read(sentence).follow_ups[0].occurrence is occurrence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Det er ventet at de møtes på fredag, og at hun ikke er der.", Language.NB),
        ("Det er venta at dei møtest på fredag, og at ho ikkje er der.", Language.NN),
        ("They are expected to meet on Friday, and she will not be there.", Language.EN),
    ],
)
def test_the_language_is_told_from_the_text(text: str, language: Language) -> None:
    assert read(text, language=None).language is language


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'sv'"):
        read("Mötet hålls på fredag.", language="sv")


def test_a_publication_time_without_a_zone_is_refused() -> None:
    naive = PUBLISHED.replace(tzinfo=None)
    with pytest.raises(ValueError, match="IANA"):
        read_article("Møtet holdes fredag.", published=naive, language="nb")


@pytest.mark.parametrize("text", ["", "\n\n", "…", "«»", "2025", "- - -", "a" * 2000])
def test_a_text_that_says_nothing_proposes_nothing(text: str) -> None:
    reading = read(text)
    assert (reading.follow_ups, reading.timeline) == ((), ())


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (
            "nb",
            "Utvalget er ventet å levere rapporten i neste uke.",
            "Utvalget skal levere rapporten",
        ),
        ("nb", "Broen skal etter planen åpne 12. desember.", "Broen skal åpne"),
        ("nn", "Statsråden er venta til Førde måndag.", "Statsråden til Førde"),
        (
            "en",
            "The inquest is expected to open in Leeds on 3 February.",
            "The inquest to open in Leeds",
        ),
        ("nb", "De to skal etter planen møtes neste onsdag.", "De to skal møtes"),
        ("nb", "Neste sommer venter en stor messe om havet.", "En stor messe venter om havet"),
        ("en", "Talks resume in Doha on Sunday, two officials said.", "Talks resume in Doha"),
        ("en", "The launch was postponed to mid-January.", "The launch was postponed"),
        ("en", "Elections are scheduled to take place next year.", "Elections"),
    ],
)
def test_a_title_says_briefly_that_something_is_expected(
    language: str, sentence: str, title: str
) -> None:
    reading = read_article(sentence, published=PUBLISHED, language=language)
    assert [found.title for found in reading.follow_ups] == [title]


def test_a_title_parts_a_name_from_the_one_beside_it() -> None:
    text = "Berg reiste torsdag. Fredag møter Berg Ruritania utenriksminister."
    assert read(text).follow_ups[0].title == "Berg møter Ruritania utenriksminister"


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("nb", "Rederiet, som ble stiftet i 1962, flytter.", "Rederiet ble stiftet"),
        ("nb", "Hun bor i byen som ble grunnlagt i 1850.", "Byen ble grunnlagt"),
        ("en", "The mayor, who took office in May, is ill.", "The mayor took office"),
    ],
)
def test_a_title_of_a_relative_names_what_it_tells_of(
    language: str, sentence: str, title: str
) -> None:
    reading = read_article(sentence, published=PUBLISHED, language=language)
    assert [found.title for found in reading.timeline] == [title]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Det er ventet at utsendingen Anna Berg reiser til Oslo i neste uke."),
        ("nb", "Samtalene brøt sammen i Genève."),
        ("nn", "Kampen vart utsett til sundag på grunn av snø."),
        ("en", "The talks in Anna Lindh’s name begin on Friday."),
    ],
)
def test_a_short_text_is_read_in_its_own_language(language: str, text: str) -> None:
    assert read_article(text, published=PUBLISHED).language == language
