from datetime import UTC

import pytest

from tests.bot.reading.cases import LANGUAGES, load, load_negatives, load_sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_asked_twice_from_the_same_moment(language: str) -> None:
    asked = [(case.text, case.asked.now) for case in load(language)]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_window_in_a_table_ends_after_it_begins(language: str) -> None:
    for case in load(language):
        meaning = case.meaning
        for span in (meaning.span, meaning.other, *meaning.alternatives):
            if span and span.start and span.end:
                assert span.start.astimezone(UTC) < span.end.astimezone(UTC), case.asked.place


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bracketed_phrase_is_found_where_it_stood(language: str) -> None:
    for case in load_sentences(language):
        for phrase in case.phrases:
            marked = case.text[phrase.start : phrase.end]
            assert marked == marked.strip() != "", case.asked.place


def test_the_tables_are_long_enough_to_judge_by() -> None:
    assert [len(load(language)) >= 350 for language in LANGUAGES] == [True] * 3
    assert [len(load_negatives(language)) >= 80 for language in LANGUAGES] == [True] * 3
    assert [len(load_sentences(language)) >= 60 for language in LANGUAGES] == [True] * 3
