import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.markup import cut, escape, escape_within

HOSTILE = [
    ("[click](http://evil.example)", r"\[click](http://evil.example)"),
    ("http://a.example[click](http://b.example)", r"http://a.example\[click](http://b.example)"),
    ("# Breaking", r"\# Breaking"),
    ("-# whisper", r"\-# whisper"),
    ("> as if quoted", r"\> as if quoted"),
    (">>> all the rest", r"\>>> all the rest"),
    ("**bold** __line__ ~~gone~~", r"\*\*bold\*\* \_\_line\_\_ \~\~gone\~\~"),
    ("||secret||", r"\|\|secret\|\|"),
    ("`code`", r"\`code\`"),
    ("<@123456789012345678>", "\\<@\u200b123456789012345678>"),
    ("<#123456789012345678>", r"\<#123456789012345678>"),
    ("<t:1764158400:R>", r"\<t:1764158400:R>"),
    ("@everyone", "@\u200beveryone"),
    ("@here", "@\u200bhere"),
    ("- a list", r"\- a list"),
    ("14. oktober", r"14\. oktober"),
    (r"\*", r"\\\*"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_markup_from_outside_means_nothing(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize("text", [text for text, _ in HOSTILE[:6]])
def test_markup_on_a_later_line_means_nothing_either(text: str) -> None:
    assert escape(f"First\n{text}") == f"First\n{escape(text)}"


@pytest.mark.parametrize(
    "text",
    [
        "ukraine-peace#2",
        "Witkoff (Moscow), 24–26 October",
        "https://example.org/a_b?c=d_e",
        "8–9 %",
    ],
)
def test_what_means_nothing_stays_as_it_is(text: str) -> None:
    assert escape(text) == text


def test_a_shortened_text_shows_that_it_is() -> None:
    assert cut("Møtet i Budapest", 8) == "Møtet i…"


@given(st.text(alphabet="a*_`[]()<>@#|~\\\n -.1", max_size=300), st.integers(1, 120))
def test_escaped_text_keeps_its_limit_and_cuts_no_escape(text: str, limit: int) -> None:
    escaped = escape_within(text, limit)
    assert len(escaped) <= limit
    trailing = len(escaped) - len(escaped.rstrip("\\"))
    assert trailing % 2 == 0
