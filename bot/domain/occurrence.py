"""How sure it is that something will happen, in IPTC's own steps."""

from enum import StrEnum


class Occurrence(StrEnum):
    """IPTC's event occurrence status; the value is the code a planning system knows.

    Source: IPTC NewsCodes, ``http://cv.iptc.org/newscodes/eventoccurstatus``.
    """

    PLANNED_ONLY = "eos1"
    HIGHLY_UNCERTAIN = "eos2"
    MAY_OCCUR = "eos3"
    HIGHLY_LIKELY = "eos4"
    CERTAIN = "eos5"
    CANCELLED = "eos6"
