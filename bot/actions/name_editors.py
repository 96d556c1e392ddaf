"""Naming who may change a newsroom's stories."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.actions.keep_settings import keep_person
from bot.actions.people import MYSELF
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.mention import MentionKind
from bot.domain.newsroom import Newsroom, Person, Role
from bot.errors import BotError
from bot.ports import Transaction

EVERYONE = frozenset({"everyone", "all", "alle", "off"})
_ROLE = re.compile(r"(?:role|rolle|group|gruppe):\s*(.+)|<@&(\d+)>", re.IGNORECASE)
_MENTION = re.compile(r"<@!?(\w+)>")


class UnknownPerson(BotError):
    """A name that nobody Daybook has met bears."""

    reply = translatable(
        "I haven’t met “{name}” yet. Let them write /story help once, or name a role instead:"
        " role:editors"
    )


class SeveralPeople(BotError):
    """A name that several people bear."""

    reply = translatable("Several people are called “{name}”. Mention the one you mean with an @.")


@dataclass(frozen=True, slots=True)
class _Named:
    """The people and the platforms' roles that somebody named."""

    people: frozenset[Person]
    roles: tuple[str, ...]


async def name_editors(
    tx: Transaction, request: Request, newsroom: Newsroom, value: str
) -> Newsroom:
    """Give everyone their role, and return the newsroom with what newcomers may do.

    Whoever names the editors stays one, so that nobody locks themselves out.

    Raises:
        UnknownPerson: If a name is nobody's.
        SeveralPeople: If a name is that of several people.
    """
    people = await tx.newsrooms.people(newsroom.id)
    if value.strip().lower() in EVERYONE:
        await _give_roles(tx, request, people, people)
        return replace(newsroom, newcomers=Role.EDITOR, editor_roles=())
    named = _named(request, value, people)
    asker = {person for person in people if person.id == request.person.id}
    await _give_roles(tx, request, people, asker | named.people)
    return replace(newsroom, newcomers=Role.READER, editor_roles=named.roles)


def _named(request: Request, value: str, people: Sequence[Person]) -> _Named:
    groups = {m.name.casefold() for m in request.mentioned if m.kind is MentionKind.GROUP}
    found: set[Person] = set()
    roles: list[str] = []
    for words in re.split(r",|\s(?=@|<@)", value):
        name = words.strip()
        role = _ROLE.fullmatch(name)
        if role is not None:
            roles.append((role[1] or role[2]).strip().removeprefix("@").lower())
        elif name.startswith("@") and name[1:].casefold() in groups:
            roles.append(name[1:].lower())
        elif name and name.casefold() not in MYSELF:  # whoever asks is one anyhow
            found.add(_person(name, people, request.person))
    return _Named(frozenset(found), tuple(dict.fromkeys(roles)))


def _person(name: str, people: Sequence[Person], asker: Person) -> Person:
    """Return whom a mention or a name means: in the asker's own workspace first."""
    mention = _MENTION.fullmatch(name)
    bare = name.removeprefix("@").strip().casefold()
    if mention is not None:
        found = [p for p in people if p.key == mention[1]]
    else:
        found = [p for p in people if p.name.casefold() == bare or p.key.casefold() == bare]
    found = [p for p in found if p.workspace_id == asker.workspace_id] or found
    if not found:
        raise UnknownPerson(name=name[:60])
    if len(found) > 1:
        raise SeveralPeople(name=name[:60])
    return found[0]


async def _give_roles(
    tx: Transaction, request: Request, people: Sequence[Person], editors: Collection[Person]
) -> None:
    """Keep each person whose role changes."""
    for person in people:
        role = Role.EDITOR if person in editors else Role.READER
        if role is not person.role:
            await keep_person(tx, request, person, replace(person, role=role))
