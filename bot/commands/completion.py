"""What may be meant by what is being typed."""

from typing import assert_never

from bot.actions.discretion import shown, veil_of
from bot.actions.request import Request
from bot.commands.declared import COMMANDS
from bot.commands.grammar import ParameterKind
from bot.commands.parse import find_command
from bot.domain.follow_up import FollowUp
from bot.domain.language import translatable
from bot.domain.newsroom import Choice
from bot.domain.proposal import Proposal
from bot.domain.setting import Setting
from bot.domain.subscription import TargetKind
from bot.ports import Transaction
from bot.wording import follow_ups, watches
from bot.wording.follow_ups import COVERAGES

MOST = 25
_LONGEST_LABEL = 100
_EXAMPLES = (
    translatable("tomorrow"),
    translatable("Friday at 14:00"),
    translatable("this weekend"),
    translatable("next week"),
    translatable("by the end of the month"),
)


async def complete(
    request: Request, command: str, parameter: str, typed: str
) -> tuple[Choice, ...]:
    """Return at most 25 completions, the likeliest first."""
    kind = find_command(command).parameter(parameter).kind
    match kind:
        case ParameterKind.COMMAND:
            found = tuple(
                Choice(c.name, c.name) for c in COMMANDS if typed.lower() in c.name and not c.hidden
            )
        case ParameterKind.SETTING:
            found = tuple(Choice(s, s) for s in Setting if typed.lower() in s)
        case ParameterKind.STORY | ParameterKind.TARGET:
            found = await _stories(request, typed)
        case ParameterKind.OWNER:
            found = await _owners(request, typed)
        case ParameterKind.FOLLOW_UP:
            found = await _follow_ups(request, typed)
        case ParameterKind.PROPOSAL:
            found = await _proposals(request, typed)
        case ParameterKind.WHEN:
            examples = (request.words.say(example) for example in _EXAMPLES)
            found = tuple(Choice(e, e) for e in examples if typed.lower() in e.lower())
        case ParameterKind.WATCH:
            found = await _watches(request, typed)
        case ParameterKind.COVERAGE:
            said = ((one, request.words.say(words)) for one, words in COVERAGES.items())
            found = tuple(Choice(w, one.value) for one, w in said if typed.lower() in w.lower())
        case ParameterKind.DESK:
            desks = await _desks(request)
            found = tuple(Choice(one, one) for one in desks if typed.lower().strip() in one)
        case (
            ParameterKind.SLUGLINE | ParameterKind.TEXT | ParameterKind.ARTICLE | ParameterKind.CODE
        ):
            found = ()
        case _:
            assert_never(kind)
    return found[:MOST]


async def _stories(request: Request, typed: str) -> tuple[Choice, ...]:
    async with request.store.view() as tx:
        sluglines = await tx.stories.sluglines(request.newsroom.id, typed.lower().strip(), MOST)
    return tuple(Choice(slugline, slugline) for slugline in sluglines)


async def _watches(request: Request, typed: str) -> tuple[Choice, ...]:
    """Return watches by what they listen to, and stories for all of theirs."""
    async with request.store.view() as tx:
        found = await tx.watches.of_newsroom(request.newsroom.id)
        ids = {watch.story_id for watch in found}
        stories = await tx.stories.by_ids(request.newsroom.id, ids) if ids else ()
    sluglines = {story.id: story.slugline for story in stories}
    labelled = [
        (_cut(f"{sluglines[one.story_id]}: {watches.in_short(one, request.words)}"), one.code)
        for one in found
    ]
    whole = [Choice(slugline, slugline) for slugline in sluglines.values()]
    every = [*(Choice(label, code) for label, code in labelled), *whole]
    return tuple(
        one for one in every if typed.lower().strip() in f"{one.label} {one.value}".lower()
    )


async def _desks(request: Request) -> list[str]:
    """Return the desks with somebody on duty."""
    async with request.store.view() as tx:
        return [duty.desk for duty in await tx.newsrooms.duties(request.newsroom.id)]


async def _owners(request: Request, typed: str) -> tuple[Choice, ...]:
    """Return who may have a reminder policy: the newsroom, desks with somebody on duty, stories."""
    named = ["newsroom", *(f"desk {desk}" for desk in await _desks(request))]
    wide = tuple(Choice(name, name) for name in named if typed.lower().strip() in name)
    return (*wide, *await _stories(request, typed))


async def _follow_ups(request: Request, typed: str) -> tuple[Choice, ...]:
    """Return open follow-ups of the story being typed, or of those the channel follows."""
    slugline, _, number = typed.lower().strip().partition("#")
    async with request.store.view() as tx:
        followed = [
            s.target.value
            for s in await tx.subscriptions.of_channel(request.channel.id)
            if s.target.kind is TargetKind.STORY and s.target.value.startswith(slugline)
        ]
        found = await tx.stories.sluglines(request.newsroom.id, slugline, 5) if slugline else []
        names = list(dict.fromkeys([*followed, *found]))[:5]
        listed = [one for name in names for one in await _open(tx, request, name)]
    return tuple(_choice(request, one) for one in listed if str(one.number).startswith(number))


async def _proposals(request: Request, typed: str) -> tuple[Choice, ...]:
    """Return what is undecided of the article read last in the channel."""
    async with request.store.view() as tx:
        reading = await tx.readings.latest(request.channel.id)
        veil = await veil_of(tx, request)
    if reading is None or reading.newsroom_id != request.newsroom.id:
        return ()
    waiting = veil.thinned(reading).open_proposals()
    labelled = [(str(p.position), _labelled(request, str(p.position), p)) for p in waiting]
    return tuple(Choice(label, number) for number, label in labelled if typed in label)


async def _open(tx: Transaction, request: Request, slugline: str) -> list[FollowUp]:
    story = await tx.stories.get(request.newsroom.id, slugline)
    if story is None:
        return []
    listed = shown(request, await tx.follow_ups.of_story(story.id))
    return [one for one in listed if not one.has_ended]


def _choice(request: Request, follow_up: FollowUp) -> Choice:
    return Choice(_labelled(request, follow_up.name, follow_up), follow_up.name)


def _labelled(request: Request, name: str, what: FollowUp | Proposal) -> str:
    """Return a name, with the title and the time of what it names."""
    said = follow_ups.when(what.window, request.words, request.now)
    return _cut(f"{name} {what.title} ({said})")


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"
