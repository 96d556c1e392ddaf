"""Sentences end where they end, and stand where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.sentences import Kind, split_sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Møtet holdes 14. oktober i Oslo.",
        "Politiet rykket ut kl. 19.25 onsdag.",
        "Festivalen varer fra 23. – 26. mai.",
        "The U.S. team plays on Dec. 9 in Riga.",
        "Haakon J. Berg går av.",
        "Prisen er 4.500 kroner pr. stykk!",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert texts(f"{sentence} Så gikk de hjem.") == [sentence, "Så gikk de hjem."]


def test_a_sentence_that_ends_in_a_year_ends_there() -> None:
    assert texts("Det var i 2019. Siden har han bodd her.") == [
        "Det var i 2019.",
        "Siden har han bodd her.",
    ]


def test_quotation_marks_stay_with_the_sentence_they_close() -> None:
    assert texts("«Vi går.» Så gikk de.") == ["«Vi går.»", "Så gikk de."]


def test_a_bullet_is_no_part_of_its_line() -> None:
    (sentence,) = split_sentences("* 14. oktober: Møtet åpner.")
    assert (sentence.text, sentence.kind) == ("14. oktober: Møtet åpner.", Kind.ITEM)


def test_a_short_line_without_a_stop_is_a_headline() -> None:
    assert split_sentences("Skaper reaksjoner\nDe er sinte.")[0].kind is Kind.HEADLINE


def test_what_never_ends_is_cut() -> None:
    assert max(len(sentence.text) for sentence in split_sentences("ord " * 2_000)) <= 1_500


@given(st.text(alphabet="aB1.!? \n«»*–,", max_size=200))
def test_every_sentence_stands_in_the_text_where_it_says(text: str) -> None:
    assert [text[each.start : each.end] for each in split_sentences(text)] == texts(text)
