"""A story's timeline as a picture: what has been and what is expected, on one axis of time.

Shapes tell apart what colours tell apart too, so that it is read in grey, and text is large
enough for a phone: the picture is as wide as a phone held upright shows well.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.embargo import Embargoed, lifts_at
from bot.domain.follow_up import FollowUp
from bot.domain.language import translatable
from bot.domain.message import Picture
from bot.domain.occurrence import Occurrence
from bot.domain.story import Story
from bot.domain.timeline import TimelineEntry
from bot.domain.window import EventWindow
from bot.errors import BotError
from bot.wording import dates, follow_ups
from bot.wording.timeline_axis import extent_of, ticks_of
from bot.wording.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_PAST = 8
MOST_EXPECTED = 8
LONGEST_LABEL = 60
_WIDTH, _ROW, _FRAME = 7.2, 0.62, 1.1  # inches
_DOTS = 150  # an inch: 1,080 wide
_DAY = timedelta(days=1)
_NARROW = 0.012  # of the axis: what is shorter is drawn as a mark, not as a bar
_DARK_WORDS = frozenset({"dark", "mørk", "mørkt"})
_LIGHT_WORDS = frozenset({"light", "lys", "lyst"})
_BELOW = 0.27  # of a row: where the bar stands under its words


class Format(StrEnum):
    """What kind of file a picture is."""

    PNG = "png"
    SVG = "svg"


class BadLook(BotError):
    """Words that are no kind of picture."""

    reply = translatable("“{words}” is no kind of picture. Write: light, dark, png or svg")


@dataclass(frozen=True, slots=True)
class Look:
    """What kind of picture somebody wants."""

    dark: bool = False
    kind: Format = Format.PNG

    @property
    def colours(self) -> "Colours":
        """What it is painted with."""
        return DARK if self.dark else LIGHT

    @property
    def said(self) -> str:
        """How one would type it: what ``read_look`` reads as just this."""
        return f"dark {self.kind}" if self.dark else self.kind.value


def read_look(text: str) -> Look:
    """Return what was typed: "dark", "svg", "mørk svg"; a light PNG where nothing was.

    Raises:
        BadLook: If a word is none of these.
    """
    look = Look()
    for word in text.lower().replace(",", " ").split():
        if word in _DARK_WORDS:
            look = replace(look, dark=True)
        elif word in set(Format):
            look = replace(look, kind=Format(word))
        elif word not in _LIGHT_WORDS:
            raise BadLook(words=word[:60])
    return look


class Mark(StrEnum):
    """How a thing is drawn."""

    PAST = "past"
    EXPECTED = "expected"
    CONFIRMED = "confirmed"
    OVERDUE = "overdue"


_SHAPES = {Mark.PAST: "o", Mark.EXPECTED: "D", Mark.CONFIRMED: "D", Mark.OVERDUE: "X"}


@dataclass(frozen=True, slots=True)
class Colours:
    """What a picture is painted with; each mark stands out from the ground for weak eyes too."""

    ground: str
    ink: str
    faint: str
    marks: dict[Mark, str]


LIGHT = Colours(
    "#ffffff",
    "#1d1c1d",
    "#616061",
    {
        Mark.PAST: "#5b5b5b",
        Mark.EXPECTED: "#1264a3",
        Mark.CONFIRMED: "#0f7a4f",
        Mark.OVERDUE: "#c01343",
    },
)
DARK = Colours(
    "#1a1d21",
    "#f2f2f2",
    "#b0b0b0",
    {
        Mark.PAST: "#b5b5b5",
        Mark.EXPECTED: "#58b2f5",
        Mark.CONFIRMED: "#4ccb91",
        Mark.OVERDUE: "#ff7a9a",
    },
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the picture.

    Attributes:
        start: Where it begins, in UTC; None where that is open.
        end: Where it ends; None where that is open.
    """

    label: str
    when: str
    mark: Mark
    approximate: bool
    start: datetime | None
    end: datetime | None


def picture(
    story: Story,
    bars: Sequence[Bar],
    words: Words,
    now: datetime,
    look: Look,
    note: str = "",
) -> Picture:
    """Return the picture of a timeline; it takes a moment, so it is drawn beside the loop.

    Args:
        story: Whose timeline it is.
        bars: At least one, in order of time.
        words: The channel's language.
        now: Aware, in the newsroom's zone; drawn as a line.
        look: For a light or a dark ground, and the file's format.
        note: What stands under it: how much it leaves out.
    """
    colours, kind = look.colours, look.kind
    figure = _figure(bars, words, now, colours)
    figure.supxlabel(note, size=9.5, color=colours.faint)
    data = io.BytesIO()
    metadata = {"Date": None} if kind is Format.SVG else {"Software": None}
    figure.savefig(data, format=kind.value, metadata=metadata, facecolor=colours.ground)
    media_type = "image/svg+xml" if kind is Format.SVG else "image/png"
    return Picture(
        f"{story.slugline}.{kind}", media_type, data.getvalue(), described(story, bars, words, note)
    )


def described(story: Story, bars: Sequence[Bar], words: Words, note: str = "") -> str:
    """Return in words what the picture shows, for those who can't see it."""
    past = sum(bar.mark is Mark.PAST for bar in bars)
    shown = words.say(
        "{slugline} on a line of time: {past} that have been, {ahead} expected",
        slugline=story.slugline,
        past=past,
        ahead=len(bars) - past,
    )
    return f"{shown}. {note}" if note else shown


def left_out(
    entries: Sequence[TimelineEntry],
    expected: Sequence[FollowUp],
    bars: Sequence[Bar],
    words: Words,
) -> str:
    """Return how much of a timeline has no room in its picture; nothing where all of it has."""
    past = sum(bar.mark is Mark.PAST for bar in bars)
    earlier = len(entries) - past
    later = sum(one.window is not None for one in expected) - (len(bars) - past)
    if earlier and later:
        return words.say(
            "Not in the picture: {earlier} earlier, {later} later", earlier=earlier, later=later
        )
    if earlier:
        return words.say("Not in the picture: {earlier} earlier", earlier=earlier)
    return words.say("Not in the picture: {later} later", later=later) if later else ""


def bars_of(
    entries: Sequence[TimelineEntry],
    expected: Sequence[FollowUp],
    words: Words,
    now: datetime,
) -> tuple[Bar, ...]:
    """Return the rows of a picture: the latest facts, then what is expected, in order of time."""
    past = [
        _bar(e.title, e.window, Mark.PAST, words, now, _embargo(e, words, now))
        for e in entries[-MOST_PAST:]
    ]
    ahead = [
        _bar(f.title, f.window, _mark(f, now), words, now, _standing(f, words, now))
        for f in expected
        if f.window is not None
    ]
    return tuple(sorted(past, key=_begins) + sorted(ahead, key=_begins)[:MOST_EXPECTED])


def _bar(
    title: str, window: EventWindow, mark: Mark, words: Words, now: datetime, standing: str = ""
) -> Bar:
    said = dates.window(window, words, now)
    return Bar(
        title if len(title) <= LONGEST_LABEL else f"{title[: LONGEST_LABEL - 1]}…",
        f"{said} · {standing}" if standing else said,
        mark,
        window.approximate,
        None if window.start is None else window.start.astimezone(UTC),
        None if window.end is None else window.end.astimezone(UTC),
    )


def _standing(follow_up: FollowUp, words: Words, now: datetime) -> str:
    parts = (follow_ups.standing(follow_up, words, now), _embargo(follow_up, words, now))
    return " · ".join(filter(None, parts))


def _embargo(thing: Embargoed, words: Words, now: datetime) -> str:
    """Return that something is under embargo, in letters: a picture's fonts have no padlock."""
    return words.say("under embargo") if lifts_at(thing, now) else ""


def _mark(follow_up: FollowUp, now: datetime) -> Mark:
    if follow_up.is_overdue(now):
        return Mark.OVERDUE
    return Mark.CONFIRMED if follow_up.occurrence is Occurrence.CERTAIN else Mark.EXPECTED


def _begins(bar: Bar) -> datetime:
    side = bar.start or bar.end
    assert side is not None
    return side


def _figure(bars: Sequence[Bar], words: Words, now: datetime, colours: Colours) -> "Figure":
    from matplotlib.figure import Figure  # noqa: PLC0415  slow to import, and few commands draw

    figure = Figure((_WIDTH, _FRAME + _ROW * len(bars)), dpi=_DOTS, layout="constrained")
    axes = figure.add_subplot()
    extent = extent_of([(_begins(bar), bar.end or _begins(bar)) for bar in bars], now)
    for row, bar in enumerate(bars):
        _tell(axes, row, bar, colours)
        _draw(axes, row, bar, extent, colours)
    _draw_now(axes, words, now, colours)
    _frame(axes, extent, colours)
    axes.set_ylim(len(bars) - 0.4, -0.8)
    ticks = ticks_of(extent, now)
    axes.set_xticks(
        [_days(tick) for tick in ticks],
        [dates.short_day(tick.date(), words, now.date()) for tick in ticks],
    )
    return figure


def _days(at: datetime) -> float:
    """Return a moment as the axis counts: in days."""
    return at.timestamp() / _DAY.total_seconds()


def _tell(axes: "Axes", row: int, bar: Bar, colours: Colours) -> None:
    """Write what a row is about, and when that is."""
    shade = colours.marks[bar.mark] if bar.mark is Mark.OVERDUE else colours.faint
    for text, below, size, colour in (
        (bar.label, -0.27, 11.5, colours.ink),
        (bar.when, 0.05, 10.0, shade),
    ):
        axes.annotate(
            _writable(text),
            (0, row + below),
            xycoords=("axes fraction", "data"),
            size=size,
            color=colour,
            parse_math=False,
            bbox={"facecolor": colours.ground, "edgecolor": "none", "pad": 1.0},  # over the line
        )


def _draw(
    axes: "Axes", row: int, bar: Bar, extent: tuple[datetime, datetime], colours: Colours
) -> None:
    """Draw when a thing is: a bar, or a mark where a bar would be too short to see."""
    colour = colours.marks[bar.mark]
    start, end = bar.start or extent[0], bar.end or extent[1]
    if start > extent[1] or end < extent[0]:
        _point_beyond(axes, row, bar, extent, colours)
        return
    if end - start < (extent[1] - extent[0]) * _NARROW:
        _draw_mark(axes, row, start + (end - start) / 2, bar, colours)
        return
    filled = bar.mark in {Mark.PAST, Mark.CONFIRMED} and not bar.approximate
    axes.barh(
        row + _BELOW,
        _days(end) - _days(start),
        left=_days(start),
        height=0.16,
        facecolor=colour if filled else f"{colour}40",
        edgecolor=colour,
        linewidth=1.4,
        linestyle="--" if bar.approximate else "-",
        hatch="////" if bar.mark is Mark.OVERDUE else None,
    )


def _point_beyond(
    axes: "Axes", row: int, bar: Bar, extent: tuple[datetime, datetime], colours: Colours
) -> None:
    """Draw an arrow at the end of the axis beyond which a thing is."""
    later = _begins(bar) > extent[1]
    axes.annotate(
        "",
        (1 if later else 0, row + _BELOW),
        (0.94 if later else 0.06, row + _BELOW),
        xycoords=("axes fraction", "data"),
        textcoords=("axes fraction", "data"),
        arrowprops={"arrowstyle": "-|>", "color": colours.marks[bar.mark], "linewidth": 1.4},
    )


def _draw_mark(axes: "Axes", row: int, at: datetime, bar: Bar, colours: Colours) -> None:
    colour = colours.marks[bar.mark]
    axes.plot(
        [_days(at)],
        [row + _BELOW],
        marker=_SHAPES[bar.mark],
        markersize=8,
        markerfacecolor=colours.ground if bar.approximate else colour,
        markeredgecolor=colour,
        linestyle="none",
    )


def _draw_now(axes: "Axes", words: Words, now: datetime, colours: Colours) -> None:
    axes.axvline(_days(now), color=colours.ink, linewidth=1, linestyle=":", zorder=0)
    axes.annotate(
        words.say("today"),
        (_days(now), -0.6),
        size=9,
        color=colours.ink,
        ha="center",
        annotation_clip=False,
        bbox={"facecolor": colours.ground, "edgecolor": "none", "pad": 1.5},
    )


def _frame(axes: "Axes", extent: tuple[datetime, datetime], colours: Colours) -> None:
    """Leave of the axes' box the line of time alone."""
    axes.set_xlim(_days(extent[0]), _days(extent[1]))
    axes.set_yticks([])
    axes.tick_params(axis="x", colors=colours.ink, labelsize=9)
    axes.set_facecolor(colours.ground)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(colours.faint)


def _writable(text: str) -> str:
    """Return a text without the signs that the font lacks: an emoji becomes a box."""
    from matplotlib.font_manager import FontProperties, findfont, get_font  # noqa: PLC0415  as above

    font = get_font(findfont(FontProperties()))
    return "".join(sign if font.get_char_index(ord(sign)) else "□" for sign in text)
