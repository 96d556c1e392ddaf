"""Every sentence a reader sees exists in every language."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from bot.domain.language import Language
from bot.wording.words import Words, read_catalog

ROOT = Path(__file__).parents[3]
FOLDERS = ("bot", "adapters", "config")
KEYWORDS = {"say": None, "translatable": None, "count": (1, 2)}
TRANSLATED = [language for language in Language if language is not Language.EN]

Key = str | tuple[str, ...]


def sentences_in_code() -> set[Key]:
    return {
        found[2]
        for folder in FOLDERS
        for found in extract_from_dir(ROOT / folder, [("**.py", "python")], {}, KEYWORDS)
    }


def spoken_in(source: str) -> Iterator[str]:
    """Yield the sentences of a module as Python reads it, those within f-strings too."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="say" | "translatable") | ast.Name(id="translatable"),
                args=[ast.Constant(str(said)), *_],
            ):
                yield said
            case ast.Call(func=ast.Attribute(attr="count"), args=[ast.Constant(str(said)), _, *_]):
                yield said


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_missing_and_none_is_left_over(language: Language) -> None:
    in_catalog = {
        m.id if isinstance(m.id, str) else tuple(m.id) for m in read_catalog(language) if m.id
    }
    assert in_catalog == sentences_in_code()


def test_the_catalogs_hear_of_every_sentence_in_the_code() -> None:
    heard = {key if isinstance(key, str) else key[0] for key in sentences_in_code()}
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    assert {text for path in paths for text in spoken_in(path.read_text())} - heard == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_with_the_same_values(language: Language) -> None:
    for message in read_catalog(language):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        assert strings, message.id
        for english, text in zip(ids, strings, strict=True):
            assert text.strip(), message.id
            assert fields(text) == fields(english), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_norwegian_quotes_as_norwegian_does(language: Language) -> None:
    texts = [text for m in read_catalog(language) for text in ([m.string] if m.id else [])]
    assert not [text for text in texts if "“" in str(text) or "”" in str(text)]


def test_a_number_takes_its_form() -> None:
    words = Words(Language.NB)
    assert words.count("{number} hour", "{number} hours", 1) == "1 time"
    assert words.count("{number} hour", "{number} hours", 3) == "3 timer"


def test_english_is_its_own_translation() -> None:
    assert Words(Language.EN).say("by {when}", when="Friday") == "by Friday"
