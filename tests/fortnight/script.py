"""What people type and press in the fortnight, read from a play written for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from tests.stage import OSLO

HERE = Path(__file__).parent
_STEP = re.compile(
    r"(?P<at>\d\d\.\d\d) #(?P<channel>\w+) (?P<person>\w+)(?P<presses> presses)?: (?P<command>.+)"
)


@dataclass(frozen=True, slots=True)
class Step:
    """Someone types a command, or presses the newest button that gives it.

    Attributes:
        at: Aware, in the newsroom's zone.
        presses: Whether it is a button of the channel, named by how its command begins.
    """

    at: datetime
    channel: str
    person: str
    command: str
    presses: bool


def steps() -> Iterator[Step]:
    """Yield the steps in order.

    Raises:
        ValueError: If a line is neither a day nor a step.
    """
    article = (HERE / "article.txt").read_text(encoding="utf-8")
    day = date.min
    for line in filter(None, (HERE / "script.txt").read_text(encoding="utf-8").splitlines()):
        found = _STEP.fullmatch(line)
        if found is None:
            day = datetime.strptime(line, "%A %d %B %Y").date()  # noqa: DTZ007  a day alone
            continue
        hour = time.fromisoformat(found["at"].replace(".", ":"))
        yield Step(
            datetime.combine(day, hour, tzinfo=OSLO),
            found["channel"],
            found["person"],
            found["command"].replace("{article}", article),
            presses=found["presses"] is not None,
        )
