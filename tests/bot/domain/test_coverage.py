import pytest

from bot.domain.coverage import BadCoverage, Coverage, read_coverage


@pytest.mark.parametrize(
    ("typed", "coverage"),
    [
        ("yes", Coverage.INTENDED),
        ("Ja!", Coverage.INTENDED),
        ("ncostat:notint", Coverage.NOT_INTENDED),
        ("ikke avgjort", Coverage.NOT_DECIDED),
        ("ikkje avgjort", Coverage.NOT_DECIDED),
        ("ved  behov", Coverage.UPON_REQUEST),
        ("på forespørsel", Coverage.UPON_REQUEST),
    ],
)
def test_coverage_is_said_in_words_or_by_its_code(typed: str, coverage: Coverage) -> None:
    assert read_coverage(typed) is coverage


def test_anything_else_is_refused() -> None:
    with pytest.raises(BadCoverage):
        read_coverage("perhaps")
