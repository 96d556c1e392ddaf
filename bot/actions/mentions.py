"""Finding whom somebody wants to have called upon."""

from collections.abc import Mapping
from uuid import UUID

from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.mention import HERE, Mention, MentionKind
from bot.errors import BotError
from bot.ports import Transaction

MOST_MENTIONS = 10
_ME = frozenset({"me", "meg", "eg", "jeg", "myself"})
_NOBODY = frozenset({"nobody", "none", "ingen", "off", "av"})
_EVERYONE = frozenset({"everyone", "channel", "all", "alle", "kanal", "kanalen"})
_BETWEEN = " ,;&@\n"
_AND = frozenset({"and", "og"})


class CallsEveryone(BotError):
    """A wish to call upon a whole channel."""

    reply = translatable(
        "I call upon people, groups and those who are present (@here), never on everyone."
    )


class UnknownMention(BotError):
    """A name that belongs to nobody whom Daybook could call upon here."""

    reply = translatable(
        "I know nobody here called “{name}”. Begin with @ and choose from the list, or name"
        " someone who has used Daybook here."
    )


class TooManyMentions(BotError):
    """More than one message should call upon."""

    reply = translatable("Name up to {most} people and groups; for more, choose a group.")


async def find_mentions(
    tx: Transaction, request: Request, workspace_id: UUID, words: str
) -> tuple[Mention, ...]:
    """Return those who are named, each once; nobody for ``nobody``.

    Args:
        tx: Where people are known.
        request: Who asks, with what the platform tells of the mentions in it.
        workspace_id: Where they shall be called; nobody elsewhere can be.
        words: As typed: ``@kari @desk``, ``Kari Nordmann, me, here``.

    Raises:
        CallsEveryone: If a whole channel is named.
        UnknownMention: If a name belongs to nobody there.
        TooManyMentions: If there are too many.
    """
    if words.strip(_BETWEEN).casefold() in _NOBODY | {""}:
        return ()
    people = await tx.newsrooms.people(request.newsroom.id)
    here = [person for person in people if person.workspace_id == workspace_id]
    known = {
        word.casefold(): Mention(MentionKind.PERSON, person.key, person.name)
        for person in here
        for word in (person.key, person.name)
    }
    for mention in request.mentioned:
        known.setdefault(mention.name.casefold(), mention)
    if request.person.workspace_id == workspace_id:
        myself = Mention(MentionKind.PERSON, request.person.key, request.person.name)
        known |= dict.fromkeys(_ME, myself)
    found = tuple(dict.fromkeys(_read(words, known | {"here": HERE, "her": HERE})))
    if len(found) > MOST_MENTIONS:
        raise TooManyMentions(most=MOST_MENTIONS)
    return found


def _read(words: str, known: Mapping[str, Mention]) -> list[Mention]:
    """Return the mentions one after the other; a name of several words is taken whole."""
    longest_first = sorted(known, key=len, reverse=True)
    found = []
    while rest := words.lstrip(_BETWEEN):
        first = rest.split()[0].rstrip(_BETWEEN)
        name = next((one for one in longest_first if _begins_with(rest, one)), None)
        if name is not None:
            found.append(known[name])
        elif first.casefold() in _EVERYONE:
            raise CallsEveryone
        elif first.casefold() not in _AND:
            raise UnknownMention(name=first[:60])
        words = rest[len(name or first) :]
    return found


def _begins_with(text: str, name: str) -> bool:
    """Whether a text begins with a whole name."""
    after = text[len(name) : len(name) + 1]
    return text.casefold().startswith(name) and not (after.isalnum() or after in {"-", "_"})
