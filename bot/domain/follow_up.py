"""Something expected to happen, and what becomes of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.coverage import Coverage
from bot.domain.evidence import Evidence
from bot.domain.language import translatable
from bot.domain.occurrence import Occurrence
from bot.domain.rule import Rule
from bot.domain.window import EventWindow
from bot.errors import BotError

LONGEST_TITLE = 200
LONGEST_NOTE = 1000


class BadTitle(BotError):
    """A title that is empty or an article."""

    reply = translatable("A title needs 1 to {longest} characters; this one has {length}.")


class BadNote(BotError):
    """A reason, or a word on how it went, that is an article."""

    reply = translatable("A note has up to {longest} characters; this one has {length}.")


class HasEnded(BotError):
    """A change to a follow-up whose outcome is known already."""

    reply = translatable(
        "{follow_up} has ended already. To go on with it: /story reopen {follow_up}"
    )


class StillExpected(BotError):
    """A reopening of what was never closed."""

    reply = translatable("{follow_up} is still expected; there is nothing to reopen.")


class StillPostponed(BotError):
    """A confirmation of what was put off, without the time it is confirmed for."""

    reply = translatable(
        "{follow_up} is postponed and has no new date. Say when: /story confirm {follow_up}"
        " tomorrow at 14:00"
    )


class FollowUpState(StrEnum):
    """What has become of it. Overdue is no state: it is ``expected`` and past its window."""

    EXPECTED = "expected"
    HAPPENED = "happened"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DROPPED = "dropped"


ENDED = frozenset({FollowUpState.HAPPENED, FollowUpState.CANCELLED, FollowUpState.DROPPED})


class ReminderKind(StrEnum):
    """Why a follow-up speaks up."""

    HEADS_UP = "heads-up"
    OPENS = "opens"
    CLOSES = "closes"
    OVERDUE = "overdue"
    ESCALATION = "escalation"
    AGAIN = "again"  # after the escalation, until it lapses
    UPDATE = "update"  # somebody changed it in another channel
    LIFT = "lift"  # its embargo is over


@dataclass(frozen=True, slots=True)
class Snooze:
    """A wish not to be reminded before a moment, and of what then.

    Attributes:
        until: Aware time in UTC.
        kind: Which reminder comes again.
    """

    until: datetime
    kind: ReminderKind


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One expected event of a story.

    Attributes:
        number: Its number within the story, from 1.
        slugline: Its story's, for saying its name.
        window: When it is expected; None where nobody knows.
        was: The window it had before the last change of it; None if it never moved.
        note: Why it was postponed or cancelled, or how it went.
        assignees: Names of those who work on it.
        source: Where the evidence was published: a link, or empty.
        created_at: Aware time in UTC.
        version: Counts its changes, from 1: a message that shows an older one is out of date.
        coverage: Whether the newsroom means to cover it.
        taken_by: Who said that they are on it; empty where nobody has. It keeps the desk from
            being asked louder.
        ladder: Its own heads-ups in place of the policy's; empty for the policy's.
        series_id: The series it is one time of; None for what comes once.
        repeats: How often it comes, in the words of whoever set it; empty for what comes once.
        embargoed_until: Before when only channels that may see embargoed matter are shown it;
            aware, in UTC. None for what was never under embargo.
        lapses_at: When Daybook has asked often enough; aware, in UTC. None where it never does.
    """

    id: UUID
    newsroom_id: UUID
    story_id: UUID
    number: int
    slugline: str
    title: str
    window: EventWindow | None
    created_at: datetime
    occurrence: Occurrence = Occurrence.HIGHLY_LIKELY
    state: FollowUpState = FollowUpState.EXPECTED
    was: EventWindow | None = None
    note: str = ""
    assignees: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    source: str = ""
    snooze: Snooze | None = None
    version: int = 1
    coverage: Coverage = Coverage.NOT_DECIDED
    taken_by: str = ""
    ladder: tuple[Rule, ...] = ()
    series_id: UUID | None = None
    lapses_at: datetime | None = None
    repeats: str = ""
    embargoed_until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse what has no name.

        Raises:
            BadTitle: If the title is empty or too long.
            ValueError: If the number is not positive or a time is naive.
        """
        if not 0 < len(self.title) <= LONGEST_TITLE:
            raise BadTitle(longest=LONGEST_TITLE, length=len(self.title))
        if self.number < 1 or self.created_at.tzinfo is None:
            raise ValueError("a follow-up has a positive number and an aware time of birth")

    @property
    def name(self) -> str:
        """Its name in the newsroom: ``ukraine-peace#2``."""
        return f"{self.slugline}#{self.number}"

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is expected of it."""
        return self.state in ENDED

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is still expected although its window is over."""
        return (
            self.state is FollowUpState.EXPECTED
            and self.window is not None
            and self.window.is_past(now)
        )

    def is_lapsed(self, now: datetime) -> bool:
        """Whether it is overdue, and was asked about in vain for as long as one asks."""
        return self.is_overdue(now) and self.lapses_at is not None and self.lapses_at <= now

    def confirmed(self, window: EventWindow | None = None) -> Self:
        """Return it as certain, in a sharper window where one is given.

        Raises:
            HasEnded: If its outcome is known.
            StillPostponed: If it is put off, and no window is given.
        """
        self._require_open()
        if window is None and self.state is FollowUpState.POSTPONED:
            raise StillPostponed(follow_up=self.name)
        return self._moved(window or self.window, occurrence=Occurrence.CERTAIN)

    def happened(self, note: str = "") -> Self:
        """Return it as having happened.

        Raises:
            HasEnded: If its outcome is known.
            BadNote: If the note is too long.
        """
        self._require_open()
        return self._changed(state=FollowUpState.HAPPENED, note=_in_a_line(note))

    def postponed(self, window: EventWindow | None, note: str = "") -> Self:
        """Return it put off: expected in a new window, or postponed with none.

        Raises:
            HasEnded: If its outcome is known.
            BadNote: If the note is too long.
        """
        self._require_open()
        state = FollowUpState.POSTPONED if window is None else FollowUpState.EXPECTED
        return self._moved(window, state=state, note=_in_a_line(note))

    def cancelled(self, note: str = "") -> Self:
        """Return it called off.

        Raises:
            HasEnded: If its outcome is known.
            BadNote: If the note is too long.
        """
        self._require_open()
        return self._changed(
            state=FollowUpState.CANCELLED,
            occurrence=Occurrence.CANCELLED,
            note=_in_a_line(note),
        )

    def dropped(self) -> Self:
        """Return it as no longer followed.

        Raises:
            HasEnded: If its outcome is known.
        """
        self._require_open()
        return self._changed(state=FollowUpState.DROPPED)

    def reopened(self) -> Self:
        """Return it as expected again, in the window it last had.

        Raises:
            StillExpected: If it never ended.
        """
        if self.state is FollowUpState.EXPECTED:
            raise StillExpected(follow_up=self.name)
        occurrence = self.occurrence
        if occurrence is Occurrence.CANCELLED:
            occurrence = Occurrence.HIGHLY_LIKELY
        if self.state is FollowUpState.POSTPONED:
            return self._moved(self.was, occurrence=occurrence)
        return self._changed(
            state=FollowUpState.EXPECTED, occurrence=occurrence, note="", taken_by=""
        )

    def snoozed(self, snooze: Snooze) -> Self:
        """Return it quiet until a moment.

        Raises:
            HasEnded: If its outcome is known.
        """
        self._require_open()
        return self._changed(snooze=snooze)

    def doubted(self) -> Self:
        """Return it as highly uncertain.

        Raises:
            HasEnded: If its outcome is known.
        """
        self._require_open()
        return self._changed(occurrence=Occurrence.HIGHLY_UNCERTAIN)

    def assigned(self, names: tuple[str, ...]) -> Self:
        """Return it in the hands of these, and of nobody else.

        Raises:
            HasEnded: If its outcome is known.
        """
        self._require_open()
        taken_by = self.taken_by if self.taken_by in names else ""
        return self._changed(assignees=tuple(dict.fromkeys(names)), taken_by=taken_by)

    def taken(self, name: str) -> Self:
        """Return it as what somebody is on: the desk is no longer asked louder.

        Raises:
            HasEnded: If its outcome is known.
        """
        self._require_open()
        assignees = tuple(dict.fromkeys((*self.assignees, name)))
        return self._changed(taken_by=name, assignees=assignees)

    def covered(self, coverage: Coverage) -> Self:
        """Return it with another word on whether the newsroom covers it."""
        return self._changed(coverage=coverage)

    def embargoed(self, until: datetime) -> Self:
        """Return it under embargo until a moment; one that is not to come lifts the embargo.

        Args:
            until: Aware, in UTC.
        """
        return self._changed(embargoed_until=until)

    def reminded(self, ladder: tuple[Rule, ...]) -> Self:
        """Return it with heads-ups of its own; with none, those of the policy.

        Raises:
            HasEnded: If its outcome is known.
        """
        self._require_open()
        return self._changed(ladder=ladder)

    def repeating(self, series_id: UUID, said: str) -> Self:
        """Return it as one time of a series, with the words that say how often it comes."""
        return replace(self, series_id=series_id, repeats=said)

    def alone(self) -> Self:
        """Return it as one time of a series of which nothing more comes."""
        return self._changed(repeats="")

    def following(
        self, follow_up_id: UUID, number: int, title: str, window: EventWindow, now: datetime
    ) -> Self:
        """Return the next time of its series: in the same hands, and as open as it once was."""
        return replace(
            self,
            id=follow_up_id,
            number=number,
            title=title,
            window=window,
            created_at=now,
            occurrence=Occurrence.HIGHLY_LIKELY,
            state=FollowUpState.EXPECTED,
            was=None,
            note="",
            snooze=None,
            version=1,
            taken_by="",
            lapses_at=None,
        )

    def lapsing(self, at: datetime | None) -> Self:
        """Return it with the moment at which asking ends; a reckoning, and no change of it."""
        return replace(self, lapses_at=at)

    def backed_by(self, evidence: tuple[Evidence, ...], source: str) -> Self:
        """Return it with more sentences that speak of it.

        Args:
            evidence: The sentences; those it has already are left out.
            source: Where they were published; kept where it had none.
        """
        known = {piece.sentence for piece in self.evidence}
        more = tuple(piece for piece in evidence if piece.sentence not in known)
        return self._changed(evidence=(*self.evidence, *more), source=self.source or source)

    def in_story(self, story_id: UUID, slugline: str, number: int) -> Self:
        """Return it as a follow-up of another story, under the number it has there."""
        return self._changed(story_id=story_id, slugline=slugline, number=number)

    def _require_open(self) -> None:
        if self.has_ended:
            raise HasEnded(follow_up=self.name)

    def _moved(
        self,
        window: EventWindow | None,
        *,
        state: FollowUpState = FollowUpState.EXPECTED,
        occurrence: Occurrence | None = None,
        note: str = "",
    ) -> Self:
        moved = window != self.window
        return self._changed(
            window=window,
            was=self.window if moved and self.window is not None else self.was,
            state=state,
            occurrence=occurrence or self.occurrence,
            note=note,
            snooze=None if moved else self.snooze,
            taken_by="" if moved else self.taken_by,
            lapses_at=None if moved else self.lapses_at,
        )

    def _changed(self, **changes: object) -> Self:
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]  # the keywords are this module's own


def _in_a_line(note: str) -> str:
    note = " ".join(note.split())
    if len(note) > LONGEST_NOTE:
        raise BadNote(longest=LONGEST_NOTE, length=len(note))
    return note
