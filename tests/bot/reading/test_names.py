"""Names are found once each, whatever their spelling."""

import pytest

from bot.domain.language import Language
from bot.reading.names import names_in, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jurij Usjakov", "Jurji Usjakov"),
        ("Zelenskyj", "Volodymyr Zelenskyy"),
        ("Dmitrijev", "Kirill Dmitriev"),
        ("Kari Moldskred", "Moldskreds"),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Putin", "Trump"), ("Oslo", "Moss"), ("Ola Nordli", "Kari Nordli")]
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_name_is_told_once_in_its_longest_form() -> None:
    text = "I går møtte Moldskred pressen. Etterpå reiste Kari Moldskred til Bergen."
    assert names_in(text, Language.NB) == ("Kari Moldskred", "Bergen")


def test_a_word_that_begins_a_sentence_is_no_name_for_that_alone() -> None:
    assert names_in("Rapporten kom fredag. Den var lang.", Language.NB) == ()


def test_a_name_that_begins_a_sentence_is_known_from_elsewhere() -> None:
    text = "Moldskred reiste. Ingen fulgte Moldskred til toget."
    assert names_in(text, Language.NB) == ("Moldskred",)
