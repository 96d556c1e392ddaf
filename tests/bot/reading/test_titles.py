"""How proposals are titled: as a headline would, without the time."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from bot.reading import read_article

WEDNESDAY = datetime(2025, 11, 26, 12, tzinfo=ZoneInfo("Europe/Oslo"))


def titles(text: str, language: Language) -> list[str]:
    reading = read_article(text, published=WEDNESDAY, language=language, country="NO")
    return [follow_up.title for follow_up in reading.follow_ups]


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (Language.NB, "Rentemøtet i Norges Bank er torsdag.", "Rentemøtet i Norges Bank"),
        (Language.NB, "Høringsfristen er satt til 17. desember.", "Høringsfristen"),
        (
            Language.NB,
            "Rettsmøtet i kaisaken er berammet til 9. desember.",
            "Rettsmøtet i kaisaken",
        ),
        (
            Language.NN,
            "Folkemøtet i Ytre Vik er fastsett til 2. desember.",
            "Folkemøtet i Ytre Vik",
        ),
        (Language.EN, "The harbour hearing is set for 17 December.", "The harbour hearing"),
    ],
)
def test_a_verb_that_only_its_time_followed_is_left_out(
    language: Language, sentence: str, title: str
) -> None:
    assert titles(sentence, language) == [title]


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (
            Language.NB,
            "Fiskerne har varslet en stor markering på Torgkaia lørdag.",
            "Fiskerne varsler en stor markering på Torgkaia",
        ),
        (
            Language.NB,
            "Havnesjefen har kalt inn til et nytt møte tirsdag.",
            "Havnesjefen kaller inn til et nytt møte",
        ),
        (
            Language.NN,
            "Fiskarlaget har varsla ein ny aksjon laurdag.",
            "Fiskarlaget varslar ein ny aksjon",
        ),
    ],
)
def test_what_somebody_has_announced_stands_in_the_present(
    language: Language, sentence: str, title: str
) -> None:
    assert titles(sentence, language) == [title]


def test_a_postponement_keeps_its_verb() -> None:
    assert titles("Bortekampen mot Vik er utsatt til 4. desember.", Language.NB) == [
        "Bortekampen mot Vik er utsatt"
    ]


def test_a_pronoun_behind_its_verb_comes_before_it() -> None:
    assert titles("Fredag møter vi partene i Oslo.", Language.NB) == ["Vi møter partene i Oslo"]


def test_a_verb_that_shares_its_subject_across_a_quotation_is_read() -> None:
    text = "Utstillingen «Nattlys» åpner torsdag og står til 14. mars."
    assert len(titles(text, Language.NB)) == 2


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (
            Language.NB,
            "Torsdag klokken 10 legger havnesjef Ida Moen Dal fram tallene for Vik havn.",
            "Havnesjef Ida Moen Dal legger fram tallene for Vik havn",
        ),
        (
            Language.NB,
            "I dag starter den fire dager lange høringen av den omstridte planen i Bodø.",
            "Den fire dager lange høringen av den omstridte planen starter i Bodø",
        ),
        (
            Language.NB,
            "Lørdag kommer det store mengder regn i Vik.",
            "Det kommer store mengder regn i Vik",
        ),
        (Language.NB, "Fredag vil det skye til.", "Det vil skye til"),
        (
            Language.NB,
            "Etter planen skal broen åpnes fredag morgen.",
            "Broen skal åpnes",
        ),
        (
            Language.NB,
            "I slutten av uken vil en endelig avtale bli offentliggjort.",
            "En endelig avtale vil bli offentliggjort",
        ),
        (Language.NB, "Torsdag møter Norge Italia.", "Norge møter Italia"),
        (
            Language.NB,
            "Fredag møter Lie og Moe pressen i Oslo.",
            "Lie og Moe møter pressen i Oslo",
        ),
        (
            Language.NN,
            "Laurdag kjem det eit nytt uvêr ved Vik.",
            "Det kjem eit nytt uvêr ved Vik",
        ),
    ],
)
def test_a_verb_behind_its_time_gets_its_whole_subject_before_it(
    language: Language, sentence: str, title: str
) -> None:
    assert titles(sentence, language) == [title]


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (
            Language.NB,
            "Statsrådene Kari Lie (H), Per Moe (V) og Ola Dal (KrF) skal delta på møtet onsdag.",
            "Statsrådene Kari Lie, Per Moe og Ola Dal skal delta på møtet",
        ),
        (
            Language.NB,
            "Partilederne Kari Nordmann Lie, Per Vestgaard Moe og Ola Sundby Dal møtes onsdag.",
            "Partilederne Kari Nordmann Lie m.fl. møtes",
        ),
        (
            Language.NB,
            "Utstillingen «Nattlys» åpner i Vik torsdag.",
            "Utstillingen «Nattlys» åpner i Vik",
        ),
        (
            Language.NB,
            "Komiteens nye leder, Per Moe, tiltrer 1. februar.",
            "Komiteens nye leder Per Moe tiltrer",
        ),
        (
            Language.EN,
            "Further talks, brokered by the mediator, are due in Leeds on Thursday.",
            "Further talks due in Leeds",
        ),
        (
            Language.EN,
            "The club must find a successor to Alan Reed, who steps down on Friday.",
            "Alan Reed steps down",
        ),
    ],
)
def test_a_subject_is_told_without_its_asides(
    language: Language, sentence: str, title: str
) -> None:
    assert titles(sentence, language) == [title]


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (Language.NB, "Det er duket for et nytt oppgjør i Vik lørdag.", "Et nytt oppgjør i Vik"),
        (Language.NB, "Det er ventet kraftig vind på kysten lørdag.", "Kraftig vind på kysten"),
        (Language.NN, "Det er venta kraftig vind på kysten laurdag.", "Kraftig vind på kysten"),
    ],
)
def test_a_beginning_that_says_nothing_is_left_out(
    language: Language, sentence: str, title: str
) -> None:
    assert titles(sentence, language) == [title]


def test_a_time_that_belongs_to_a_thing_stays_with_it() -> None:
    text = "Bystyret behandler søndagens vedtak og tall for tredje kvartal i Vik 4. desember."
    assert titles(text, Language.NB)[-1] == (
        "Bystyret behandler søndagens vedtak og tall for tredje kvartal i Vik"
    )


def test_the_storm_reaches_the_coast() -> None:
    text = "Uværet når Helgeland natt til lørdag, og folk bes holde seg hjemme."
    assert titles(text, Language.NB) == ["Uværet når Helgeland"]


def test_a_title_that_says_nothing_alone_is_followed_by_what_was_said_before() -> None:
    text = "Styret i Vik Sparebank kalles inn til krisemøte. Det skjer klokken 16."
    assert titles(text, Language.NB) == [
        "Det skjer: Styret i Vik Sparebank kalles inn til krisemøte"
    ]


def test_a_noun_and_its_verb_stand_alone() -> None:
    text = "Partene kom ikke til enighet i går. Forhandlingene fortsetter mandag."
    assert titles(text, Language.NB) == ["Forhandlingene fortsetter"]


def test_an_article_fits_the_word_that_follows_once_the_month_is_gone() -> None:
    text = "The judge scheduled an August trial in Vik."
    assert titles(text, Language.EN) == ["The judge scheduled a trial in Vik"]


def test_a_short_title_is_not_followed_by_what_somebody_was_quoted_with() -> None:
    text = "– Vi gleder oss, sier Moe.\nMeklingen starter 3. desember."
    assert titles(text, Language.NB) == ["Meklingen starter"]


def test_a_pronoun_takes_no_place_for_a_person() -> None:
    text = "En mann ble pågrepet i Førde. Han skal avhøres fredag."
    assert titles(text, Language.NB) == ["Han skal avhøres"]


def test_a_pronoun_takes_the_name_of_its_own_sentence() -> None:
    text = "Ministeren Kari Moe sier saken haster, og det er ventet at hun svarer fredag."
    assert titles(text, Language.NB) == ["Ministeren Kari Moe svarer"]


def test_an_adverb_of_a_clause_stands_behind_the_verb() -> None:
    text = "Det er ventet at Kari Moe igjen vil møte pressen fredag."
    assert titles(text, Language.NB) == ["Kari Moe vil igjen møte pressen"]


def test_two_things_at_two_times_are_told_apart() -> None:
    text = "Det blir folkefest i Vik 4. desember og kirkekonsert i Nes 11. desember."
    assert titles(text, Language.NB) == [
        "Det blir folkefest i Vik",
        "Det blir kirkekonsert i Nes",
    ]


def past_titles(text: str) -> list[str]:
    reading = read_article(text, published=WEDNESDAY, language="nb", country="NO")
    return [entry.title for entry in reading.timeline]


def test_what_became_clear_is_told_and_not_that_it_did() -> None:
    text = "Mandag ble det klart at Vik Havn kjøper 20 prosent av verftet."
    assert past_titles(text) == ["Vik Havn kjøper 20 prosent av verftet"]


def test_what_was_announced_is_told_with_it() -> None:
    text = "De tre partiene varslet for to uker siden at de går ut av rådet."
    assert past_titles(text) == ["De tre partiene varslet at de går ut av rådet"]


def test_a_pronoun_takes_no_name_of_somebody_told_in_passing() -> None:
    text = "Han svarte da dommer Per Moe spurte ham. Han får sin dom fredag."
    assert titles(text, Language.NB) == ["Han får sin dom"]


def test_an_adverb_that_ties_a_sentence_to_the_one_before_is_left_out() -> None:
    assert titles("Deretter åpner Kari Lie havnen fredag.", Language.NB) == [
        "Kari Lie åpner havnen"
    ]


def test_a_smaller_thing_is_no_proviso() -> None:
    text = "Tunnelen ble stengt mandag etter et mindre ras i Vik."
    assert past_titles(text) == ["Tunnelen ble stengt etter et mindre ras i Vik"]


def test_a_verb_behind_what_is_told_of_its_subject_gets_that_subject() -> None:
    text = "Årsmøtet i Vik Havn som velger styret er planlagt 4. desember."
    assert titles(text, Language.NB) == ["Årsmøtet i Vik Havn"]


def test_a_sentence_of_its_time_alone_is_its_own_title() -> None:
    assert titles("Etter planen innen utgangen av måneden.", Language.NB) != [""]


def test_what_somebody_established_is_told_and_not_who_did() -> None:
    text = "Vik kommune må betale tilbake to millioner, slo Høyesterett fast mandag."
    assert past_titles(text) == ["Vik kommune må betale tilbake to millioner"]


def test_a_verb_keeps_its_adverb() -> None:
    assert past_titles("Ruth Moe gikk av mandag.") == ["Ruth Moe gikk av"]


def told(text: str, language: Language) -> list[str]:
    reading = read_article(text, published=WEDNESDAY, language=language, country="NO")
    return [entry.title for entry in reading.timeline]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Politiet ba om varetekt for kassereren som ble pågrepet mandag.",
            "Kassereren ble pågrepet",
        ),
        ("Det er to endringer i troppen som reiste til Vik mandag.", "Troppen reiste til Vik"),
        ("Han var på et møte i komiteen som ble holdt mandag.", "Møte i komiteen"),
    ],
)
def test_what_is_told_after_a_som_is_told_of_the_nearest_thing_or_of_the_event(
    sentence: str, title: str
) -> None:
    assert title in told(sentence, Language.NB)


def test_a_time_before_something_named_stays_with_it() -> None:
    assert told("Mandag ble kampen stanset få timer før avspark.", Language.NB) == [
        "Kampen ble stanset få timer før avspark"
    ]


def test_two_things_that_were_done_share_their_helping_verb() -> None:
    assert told("Mannen ble pågrepet og fengslet 4. november.", Language.NB) == [
        "Mannen ble pågrepet og fengslet"
    ]


def test_a_preposition_shared_by_two_dates_stands_with_both() -> None:
    assert titles("Vik spiller mot Nes lørdag og Dal tirsdag.", Language.NB) == [
        "Vik spiller mot Nes",
        "Vik spiller mot Dal",
    ]


def test_what_happened_as_something_began_is_dated_by_the_beginning() -> None:
    assert told("– Nei, sa den tiltalte da rettsmøtet i Vik startet tirsdag.", Language.NB) == [
        "Rettsmøtet i Vik startet"
    ]


def test_a_preposition_before_a_clause_is_left_out() -> None:
    sentence = "Kaia må være klar innen 17. januar for at ferja skal kunne gå."
    assert titles(sentence, Language.NB) == ["Kaia må være klar"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("I dag bestemte Vik tingrett å lukke dørene.", "Vik tingrett bestemte å lukke dørene"),
        ("Torsdag startet Tour de Nes fra Vik.", "Tour de Nes startet fra Vik"),
        ("Mandag ble fylkesvei 7618 stengt i Vik.", "Fylkesvei 7618 ble stengt i Vik"),
        (
            "Ida Moen, som er lege i Vik, bor på Nes og oppdaget feilen mandag.",
            "Ida Moen oppdaget feilen",
        ),
    ],
)
def test_a_name_of_several_words_stays_whole(sentence: str, title: str) -> None:
    assert told(sentence, Language.NB) == [title]


def test_the_vote_that_something_comes_before_is_told_by_itself() -> None:
    text = "Partiet møtes i helgen til det siste landsmøtet før stortingsvalget 11. september."
    assert titles(text, Language.NB)[-1] == "Stortingsvalget"


def test_one_is_a_subject_too() -> None:
    assert titles("1. juni opnar ein for store konsertar.", Language.NN) == [
        "Ein opnar for store konsertar"
    ]
    assert titles("1. juni skal det meste kunne opne igjen.", Language.NN) == [
        "Det meste skal kunne opne igjen"
    ]


def test_two_places_that_are_one_stay_together() -> None:
    assert titles("Uværet treffer Møre og Romsdal i kveld og avtar på kysten.", Language.NB) == [
        "Uværet treffer Møre og Romsdal"
    ]


def test_somebody_is_told_of_and_not_the_case_against_him() -> None:
    sentence = "Saken mot 17-åringen som mandag ble pågrepet i Vik, er alvorlig."
    assert told(sentence, Language.NB) == ["17-åringen ble pågrepet i Vik"]
