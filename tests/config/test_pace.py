"""How fast platforms may be spoken to, by an operator's own file."""

from pathlib import Path

import pytest

from bot.domain.newsroom import Platform
from bot.domain.pace import Rate
from config.pace import BadPace, read_paces

GENTLE = """
[slack]
channel = { burst = 1, per_second = 0.5 }
workspace = { burst = 5, per_second = 2.0 }
at_once = 2
held = 50
together = 12
"""


def written(folder: Path, toml: str) -> Path:
    path = folder / "pace.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_every_platform_has_a_pace() -> None:
    assert set(read_paces()) == set(Platform)


def test_ones_own_pace_takes_the_place_of_the_usual_one(tmp_path: Path) -> None:
    paces = read_paces(written(tmp_path, GENTLE))
    assert paces[Platform.SLACK].channel == Rate(1, 0.5)
    assert paces[Platform.SLACK].together == 12
    assert paces[Platform.DISCORD] == read_paces()[Platform.DISCORD]


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ("[teams]", "there is no 'teams', only "),
        ("slack = 3", "3 is no table of channel, workspace, "),
        ("[slack]\ntogether = 3", "channel, workspace, at_once, held must be said, too"),
        (GENTLE.replace("together", "as_one"), "there is no 'as_one', only "),
        (GENTLE.replace("per_second", "a_second"), "there is no 'a_second', only "),
        (GENTLE.replace("{ burst = 1, per_second = 0.5 }", "4"), "4 is no table of burst, "),
        (GENTLE.replace("0.5", "0"), "a rate lies above 0"),
        (GENTLE.replace("at_once = 2", "at_once = 0"), ""),
        (GENTLE.replace("held = 50", "held = 'many'"), ""),
        ("no toml", ""),
    ],
)
def test_what_is_no_pace_is_refused_in_a_sentence(tmp_path: Path, toml: str, why: str) -> None:
    with pytest.raises(BadPace, match=rf"pace\.toml can’t be used: .*{why}"):
        read_paces(written(tmp_path, toml))
