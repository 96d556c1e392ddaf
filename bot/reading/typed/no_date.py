"""What people type in place of a new time where there is none: "until further notice"."""

import re

_WORDS = (
    "until further notice",
    "indefinitely",
    "with no new date",
    "without a new date",
    "no new date",
    "no date",
    "på ubestemt tid",
    "på ubestemd tid",
    "inntil videre",
    "inntil vidare",
    "til videre",
    "til vidare",
    "uten ny dato",
    "utan ny dato",
    "uten dato",
    "utan dato",
)
_NO_DATE = re.compile(rf"(?:{'|'.join(_WORDS)})(?:[\s:,.;–—-]+|$)", re.IGNORECASE)


def behind_no_date(text: str) -> str | None:
    """Return what stands behind words for no date at all; None where the text begins otherwise."""
    said = _NO_DATE.match(text.strip())
    return None if said is None else text.strip()[said.end() :]
