"""Showing and changing the settings of a newsroom and a channel."""

from dataclasses import replace
from datetime import UTC
from typing import assert_never
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.actions import reading_settings as reading
from bot.actions.allowing import as_editor
from bot.actions.keep_settings import keep_channel, keep_newsroom
from bot.actions.name_editors import name_editors
from bot.actions.note_trouble import tell_standing
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.newsroom import Channel, Newsroom
from bot.domain.setting import Setting, setting_named
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import settings as wording
from bot.wording.settings import SettingsView
from bot.wording.words import Words

_HERE = frozenset({"here", "her", "this channel", "denne kanalen", "denne"})
_CLOSE_ENOUGH = 70


class NoSuchSetting(BotError):
    """A word that is no setting."""

    reply = translatable("“{word}” is no setting. See them all: /story settings")


class NoSuchSettingNear(BotError):
    """A word that is nearly a setting."""

    reply = translatable(
        "“{word}” is no setting. Did you mean “{nearest}”? See them all: /story settings"
    )


class NotHere(BotError):
    """A channel for troubles that is not the one in which it is asked."""

    reply = translatable(
        "Write “/story set admin here” in the channel that shall be told of trouble, or off."
    )


async def show_settings(request: Request) -> Message:
    """Show all settings in one message."""
    async with request.store.view() as tx:
        view = await _view(tx, request.newsroom, request.channel)
    return wording.settings(view, request.words, request.now.date())


async def change_setting(request: Request, *, setting: str, value: str) -> Message:
    """Set one thing for the channel or the newsroom."""
    wanted = find_setting(setting)
    async with request.store.transaction() as tx:
        newsroom, channel = await _changed(tx, request, wanted, value)
        await keep_channel(tx, request, channel)
        if newsroom.zone != request.newsroom.zone:
            channel = await _move_along(tx, request, newsroom.zone) or channel
        replanned = await keep_newsroom(tx, request, newsroom)
        if wanted is Setting.ADMIN:
            await tell_standing(tx, newsroom, request.now.astimezone(UTC))
        view = await _view(tx, newsroom, channel)
    words = Words(channel.language)
    return wording.changed(wanted, view, words, request.now.date(), replanned)


async def editors(request: Request, *, who: str = "") -> Message:
    """Say who may change stories, or show who may."""
    if who:
        return await change_setting(await as_editor(request), setting=Setting.EDITORS, value=who)
    async with request.store.view() as tx:
        view = await _view(tx, request.newsroom, request.channel)
    return wording.who_may(view, request.words)


def find_setting(word: str) -> Setting:
    """Return the setting somebody named.

    Raises:
        NoSuchSetting: If there is none.
        NoSuchSettingNear: If there is none, but one of nearly that name.
    """
    found = setting_named(word)
    if found is not None:
        return found
    nearest = process.extractOne(
        word.lower(), list(Setting), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
    )
    if nearest is None:
        raise NoSuchSetting(word=word[:60])
    raise NoSuchSettingNear(word=word[:60], nearest=nearest[0])


async def _changed(
    tx: Transaction, request: Request, setting: Setting, value: str
) -> tuple[Newsroom, Channel]:
    """Return the newsroom and the channel as they shall be."""
    newsroom = await tx.newsrooms.newsroom(request.newsroom.id)
    channel = request.channel
    match setting:
        case Setting.LANGUAGE:
            channel = replace(channel, language=reading.read_language(value))
        case Setting.ZONE:
            channel = replace(channel, zone=reading.read_zone(value))
        case Setting.QUIET:
            channel = replace(channel, quiet=reading.read_quiet_hours(value))
        case Setting.DIGEST:
            channel = replace(channel, digest=reading.read_digest_time(value))
        case Setting.EMBARGO:
            channel = replace(channel, sees_embargoed=reading.read_switch(value))
        case Setting.JOIN:
            channel = replace(channel, joins=reading.read_switch(value))
        case Setting.NAME:
            newsroom = replace(newsroom, name=reading.read_name(value))
        case Setting.NEWSROOM_LANGUAGE:
            newsroom = replace(newsroom, language=reading.read_language(value))
        case Setting.NEWSROOM_ZONE:
            newsroom = replace(newsroom, zone=reading.read_zone(value))
        case Setting.COUNTRY:
            newsroom = replace(newsroom, country=reading.read_country(value))
        case Setting.DAYS_OFF:
            newsroom = replace(
                newsroom, days_off=reading.read_days_off(request, value, newsroom.days_off)
            )
        case Setting.HOURS:
            newsroom = replace(newsroom, hours=reading.read_working_hours(value))
        case Setting.ADMIN:
            newsroom = _with_admin(newsroom, channel, value)
        case Setting.EDITORS:
            newsroom = await name_editors(tx, request, newsroom, value)
        case Setting.DORMANT:
            newsroom = replace(newsroom, quiet_days=reading.read_quiet_days(value))
        case _:
            assert_never(setting)
    return newsroom, channel


def _with_admin(newsroom: Newsroom, channel: Channel, value: str) -> Newsroom:
    """Return the newsroom with the channel told of its troubles, or none.

    Raises:
        NotHere: If another channel is named.
    """
    words = value.strip().lower()
    if words in reading.OFF:
        return replace(newsroom, admin_channel_id=None)
    if words not in _HERE:
        raise NotHere
    return replace(newsroom, admin_channel_id=channel.id)


async def _move_along(tx: Transaction, request: Request, zone: ZoneInfo) -> Channel | None:
    """Move the channels whose readers are where the newsroom was; return the asker's, if moved."""
    here = None
    for channel in await tx.newsrooms.channels_in(request.newsroom.id, request.newsroom.zone):
        moved = replace(channel, zone=zone)
        await keep_channel(tx, request, moved)
        here = moved if moved.id == request.channel.id else here
    return here


async def _view(tx: Transaction, newsroom: Newsroom, channel: Channel) -> SettingsView:
    admin_ids = [newsroom.admin_channel_id] if newsroom.admin_channel_id else []
    admin = next(iter(await tx.newsrooms.channels(newsroom.id, admin_ids)), None)
    people = await tx.newsrooms.people(newsroom.id)
    own = await tx.newsrooms.policies([newsroom.id])
    return SettingsView(newsroom, channel, admin, people, own)
