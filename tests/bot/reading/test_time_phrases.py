"""Every line of the tables of phrases, sentences and negatives, each a test of its own."""

import pytest

from bot.errors import NotUnderstood
from bot.reading.time_expressions import (
    TimeExpression,
    UnderstoodWindow,
    find_time_expressions,
    parse_when,
)
from tests.bot.reading.cases import (
    LANGUAGES,
    Asked,
    NegativeCase,
    PhraseCase,
    SentenceCase,
    Span,
    load,
    load_negatives,
    load_sentences,
)

PHRASES = [case for language in LANGUAGES for case in load(language)]
SENTENCES = [case for language in LANGUAGES for case in load_sentences(language)]
NEGATIVES = [case for language in LANGUAGES for case in load_negatives(language)]


def place(case: PhraseCase | SentenceCase | NegativeCase) -> str:
    return f"{case.asked.place} {case.text}"


def read(asked: Asked, text: str) -> UnderstoodWindow:
    return parse_when(text, now=asked.now, language=asked.language, country=asked.country)


def find(asked: Asked, text: str) -> list[TimeExpression]:
    return find_time_expressions(
        text, now=asked.now, language=asked.language, country=asked.country
    )


@pytest.mark.parametrize("case", PHRASES, ids=place)
def test_a_phrase_means_what_its_table_says(case: PhraseCase) -> None:
    understood, meaning = read(case.asked, case.text), case.meaning
    assert meaning.accepts(understood.start, understood.end), understood
    assert understood.length == len(case.text)
    if Span(understood.start, understood.end) == meaning.span:
        assert understood.precision in meaning.precisions
        assert understood.approximate == meaning.approximate
    if meaning.rrule is not None:
        assert understood.rrule == meaning.rrule
    other = understood.other
    assert (Span(other.start, other.end) if other else None) == meaning.other


@pytest.mark.parametrize("case", SENTENCES, ids=place)
def test_a_sentence_tells_which_way_its_phrases_look(case: SentenceCase) -> None:
    found = find(case.asked, case.text)
    for phrase in case.phrases:
        windows = [
            each.window
            for each in found
            if each.window and each.start < phrase.end and phrase.start < each.end
        ]
        read_as = [window for window in windows if phrase.meaning.accepts(window.start, window.end)]
        assert read_as, (case.text[phrase.start : phrase.end], windows)


@pytest.mark.parametrize("case", NEGATIVES, ids=place)
def test_no_time_is_found_where_none_is(case: NegativeCase) -> None:
    assert [each.text for each in find(case.asked, case.text) if each.window] == []


@pytest.mark.parametrize("case", NEGATIVES, ids=place)
def test_what_begins_with_no_time_is_refused(case: NegativeCase) -> None:
    with pytest.raises(NotUnderstood):
        read(case.asked, case.text)
