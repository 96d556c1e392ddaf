"""The neutral message: what Daybook says, before any platform has had a hand in it.

Every string here is plain text. A presenter escapes all of it, whoever wrote it, and decides on
bold, dim and struck; so no headline can become markup or a mention.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from bot.domain.language import Language
from bot.domain.mention import Mention

LONGEST_COMMAND = 95  # a button's command travels in Discord's custom_id of 100 characters


class Tone(StrEnum):
    """How loudly a message speaks."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    URGENT = "urgent"


class ButtonStyle(StrEnum):
    """What pressing a button would mean."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A command that someone can give by pressing instead of typing.

    Attributes:
        label: What stands on the button.
        command: The command's text as one would type it after ``/story``, in its canonical
            English form: ``happened ukraine-peace#2``.
        style: Its weight.
    """

    label: str
    command: str
    style: ButtonStyle = ButtonStyle.PLAIN

    def __post_init__(self) -> None:
        """Refuse a command too long for the narrowest platform."""
        if not self.label or not 0 < len(self.command) <= LONGEST_COMMAND:
            raise ValueError(f"no button can carry {self.command!r}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value: ``Desk: Foreign``."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A follow-up as a message shows it.

    Attributes:
        version: Which of its versions is shown; None where an act is told of, which stands
            whatever becomes of it.
        name: Its name there: ``ukraine-peace#2``.
    """

    follow_up_id: UUID
    version: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, with what belongs to it.

    Attributes:
        text: The line itself.
        lead: A short mark before it, shown strongest: a number, a date.
        was: What stood there before, shown struck through in front of the text.
        details: Quieter lines below it.
        quote: The sentence it came from, word for word.
        buttons: What can be done with this item.
        shows: The follow-up it speaks of, if any.
    """

    text: str
    lead: str = ""
    was: str = ""
    details: tuple[str, ...] = ()
    quote: str = ""
    buttons: tuple[Button, ...] = ()
    shows: Shown | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items; the heading may be empty."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, with words for those who can't see it."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    description: str


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    Attributes:
        name: The command's parameter that the answer fills.
        label: The question.
        placeholder: An example that works.
        value: What stands there from the start.
        required: Whether it must be answered.
        multiline: Whether the answer may be a whole text.
    """

    name: str
    label: str
    placeholder: str = ""
    value: str = ""
    required: bool = True
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Questions that complete a command; answered, they are given with ``known`` to ``command``.

    Attributes:
        title: What the form is for.
        command: The command's canonical name: ``postpone``.
        known: The values of the parameters that are settled already.
        fields: The questions, five at the most (Discord's limit).
        submit: What stands on the button that sends it.
    """

    title: str
    command: str
    known: Mapping[str, str]
    fields: tuple[Field, ...]
    submit: str

    def __post_init__(self) -> None:
        """Refuse a form that no platform could show."""
        if not 0 < len(self.fields) <= 5:
            raise ValueError("a form asks one to five questions")


class ScreenKind(StrEnum):
    """What one looks at of a story."""

    STATUS = "status"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Screen:
    """A look at one story, which can be taken anew.

    Attributes:
        narrowed: What it was narrowed to, in canonical words: a coverage, the look of a picture;
            empty for nothing.
    """

    kind: ScreenKind
    story_id: UUID
    narrowed: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """Where and when an answer was given: what it takes to keep it true.

    Attributes:
        at: As of when it speaks; aware.
    """

    newsroom_id: UUID
    channel_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """What Daybook says, in one language, on any platform.

    Attributes:
        title: The headline; may be empty in a short answer.
        text: A paragraph below it.
        tone: How loudly it speaks.
        facts: Labels and values, shown together.
        sections: Lists.
        buttons: What can be done with the whole.
        footnote: A quiet line at the end.
        picture: A picture that belongs to it.
        form: Questions to ask; a platform opens it at once in place of the message.
        private: Whether only the asker should see it.
        refused: Whether the command could not be done; the message says why and what works.
        about: The parameter of the command that was at fault then; empty where that is none.
        replaces: Whether, as the answer to a pressed button, it takes the place of the message
            that held the button; otherwise it stands beside it.
        mentions: Keys, on the platform it is sent to, of the people to call upon.
        groups: The groups of that platform to call upon, and those who are present.
        follow_up_id: The follow-up it shows, where it shows just one.
        language: What it is written in, for the few words a presenter adds.
        card: The follow-up of which its lists tell everything, where they tell of just one.
        screen: The look at a story that it is.
        given: Where and when it was given, if it answers somebody and is to be kept true.
    """

    title: str = ""
    text: str = ""
    tone: Tone = Tone.PLAIN
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    buttons: tuple[Button, ...] = ()
    footnote: str = ""
    picture: Picture | None = None
    form: Form | None = None
    private: bool = False
    refused: bool = False
    about: str = ""
    replaces: bool = False
    mentions: tuple[str, ...] = ()
    groups: tuple[Mention, ...] = ()
    follow_up_id: UUID | None = None
    language: Language = Language.EN
    card: Shown | None = None
    screen: Screen | None = None
    given: Given | None = None

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Each follow-up that it speaks of, once in each version."""
        lines = [item.shows for section in self.sections for item in section.items]
        return tuple(dict.fromkeys(one for one in (self.card, *lines) if one is not None))


def fingerprint(message: Message) -> str:
    """Return a short name for what a message says in words."""
    said = replace(message, picture=None, given=None)
    return sha256(repr(said).encode()).hexdigest()
