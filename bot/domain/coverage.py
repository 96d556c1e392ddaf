"""Whether the newsroom will cover an event itself, in IPTC's own steps."""

from enum import StrEnum

from bot.domain.language import translatable
from bot.errors import BotError


class BadCoverage(BotError):
    """Words that say nothing of coverage."""

    reply = translatable(
        "“{words}” is no answer to whether we cover it."
        " Write: yes, no, undecided or request; for instance: /story cover ukraine-peace#2 yes"
    )


class Coverage(StrEnum):
    """IPTC's news coverage status; the value is the code a planning system knows.

    Source: IPTC NewsCodes, ``http://cv.iptc.org/newscodes/newscoveragestatus``.
    """

    INTENDED = "int"
    NOT_DECIDED = "notdec"
    NOT_INTENDED = "notint"
    UPON_REQUEST = "onreq"


_WORDS = {
    Coverage.INTENDED: {"int", "intended", "yes", "cover", "ja", "dekkes", "dekkast", "planlagt"},
    Coverage.NOT_DECIDED: {
        *("notdec", "not decided", "undecided", "?"),
        *("uavklart", "ikke avgjort", "ikkje avgjort", "ikke bestemt", "ikkje bestemt"),
    },
    Coverage.NOT_INTENDED: {
        *("notint", "not intended", "no", "nei"),
        *("dekkes ikke", "blir ikkje dekt", "ikke", "ikkje"),
    },
    Coverage.UPON_REQUEST: {
        *("onreq", "upon request", "request", "on request"),
        *("ved behov", "på forespørsel", "forespørsel", "på førespurnad", "førespurnad"),
    },
}


def read_coverage(words: str) -> Coverage:
    """Return what was typed: ``yes``, ``ved behov``, or IPTC's own code.

    Raises:
        BadCoverage: If it is none of the four.
    """
    said = " ".join(words.lower().replace("ncostat:", "").split()).strip(" .!")
    for coverage, known in _WORDS.items():
        if said in known:
            return coverage
    raise BadCoverage(words=words.strip()[:60])
