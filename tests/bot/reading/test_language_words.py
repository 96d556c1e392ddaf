"""Whoever adds a language finds there what each list of words is for."""

import re
from dataclasses import fields

import pytest

from bot.reading.grammar import Grammar
from bot.reading.languages.words import TimeWords


@pytest.mark.parametrize("shape", [TimeWords, Grammar])
def test_every_list_of_words_says_what_it_holds(shape: type[TimeWords] | type[Grammar]) -> None:
    told = shape.__doc__ or ""
    names = {field.name for field in fields(shape)}
    silent = {name for name in names if not re.search(rf"(``|^ +){name}(``|:)", told, re.MULTILINE)}
    assert silent == set()
