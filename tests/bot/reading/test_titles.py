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
