"""How settings are said: all of them in one message, and each after it was changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from babel.dates import get_day_names

from bot.domain.digest_time import EVERY_DAY, DigestTime
from bot.domain.language import Language, translatable
from bot.domain.message import Item, Message, Section, Tone
from bot.domain.newsroom import Channel, Newsroom, Person, QuietHours, Role
from bot.domain.own_policy import OwnPolicy
from bot.domain.setting import Setting
from bot.domain.working_hours import WorkingHours
from bot.wording import dates, policies
from bot.wording.countries import country
from bot.wording.words import Words

_LANGUAGES = {
    Language.NB: translatable("Norwegian (bokmål)"),
    Language.NN: translatable("Norwegian (nynorsk)"),
    Language.EN: translatable("English"),
}
LABELS = {
    Setting.LANGUAGE: translatable("Language"),
    Setting.ZONE: translatable("Time zone"),
    Setting.QUIET: translatable("Quiet hours"),
    Setting.DIGEST: translatable("Digest"),
    Setting.EMBARGO: translatable("Embargoed matter"),
    Setting.JOIN: translatable("Notices due at once"),
    Setting.NAME: translatable("Name"),
    Setting.NEWSROOM_LANGUAGE: translatable("Language of new channels"),
    Setting.NEWSROOM_ZONE: translatable("Time zone of days and reminders"),
    Setting.COUNTRY: translatable("Country"),
    Setting.DAYS_OFF: translatable("Days off of our own"),
    Setting.HOURS: translatable("Working hours"),
    Setting.ADMIN: translatable("Told of trouble"),
    Setting.EDITORS: translatable("Editors"),
    Setting.DORMANT: translatable("Stories are dormant"),
}
EXAMPLES = {
    Setting.LANGUAGE: translatable("set language nb"),
    Setting.ZONE: translatable("set zone Europe/London"),
    Setting.QUIET: translatable("set quiet 23:00-06:00"),
    Setting.DIGEST: translatable("set digest 07:00 mon-fri"),
    Setting.EMBARGO: translatable("set embargo on"),
    Setting.JOIN: translatable("set join off"),
    Setting.NAME: translatable("set name The Fjord Post"),
    Setting.NEWSROOM_LANGUAGE: translatable("set newsroom-language nn"),
    Setting.NEWSROOM_ZONE: translatable("set newsroom-zone Europe/Oslo"),
    Setting.COUNTRY: translatable("set country GB"),
    Setting.DAYS_OFF: translatable("set days-off 24 December, 31 December"),
    Setting.HOURS: translatable("set working-hours 08:30-15:00 mon-fri"),
    Setting.ADMIN: translatable("set admin here"),
    Setting.EDITORS: translatable("set editors @kari, @ola"),
    Setting.DORMANT: translatable("set dormant 30"),
}
OF_THE_CHANNEL = (
    Setting.LANGUAGE,
    Setting.ZONE,
    Setting.QUIET,
    Setting.DIGEST,
    Setting.EMBARGO,
    Setting.JOIN,
)
_SETTING_OF: Mapping[type, Mapping[str, Setting]] = {
    Channel: {str(setting): setting for setting in OF_THE_CHANNEL}
    | {"sees_embargoed": Setting.EMBARGO, "joins": Setting.JOIN},
    Newsroom: {
        "name": Setting.NAME,
        "zone": Setting.NEWSROOM_ZONE,
        "country": Setting.COUNTRY,
        "language": Setting.NEWSROOM_LANGUAGE,
        "admin_channel_id": Setting.ADMIN,
        "days_off": Setting.DAYS_OFF,
        "newcomers": Setting.EDITORS,
        "editor_roles": Setting.EDITORS,
        "quiet_days": Setting.DORMANT,
        "hours": Setting.HOURS,
    },
}
_GROUPS = {
    translatable("This channel"): OF_THE_CHANNEL,
    translatable("The newsroom"): (
        Setting.NAME,
        Setting.NEWSROOM_LANGUAGE,
        Setting.NEWSROOM_ZONE,
        Setting.COUNTRY,
    ),
    translatable("Working days and reminders"): (
        Setting.HOURS,
        Setting.DAYS_OFF,
        Setting.DORMANT,
    ),
    translatable("People"): (Setting.EDITORS, Setting.ADMIN),
}
MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything the settings of a newsroom and one of its channels say.

    Attributes:
        admin: The channel that is told of trouble, where there is one.
        people: Everyone of the newsroom.
        policies: The reminder policies that it, its desks and its stories have set.
    """

    newsroom: Newsroom
    channel: Channel
    admin: Channel | None
    people: Sequence[Person]
    policies: Sequence[OwnPolicy] = ()


def settings(view: SettingsView, words: Words, today: date) -> Message:
    """Return all settings of a channel and its newsroom, each with how to change it."""
    return Message(
        title=words.say("Settings"),
        sections=tuple(
            Section(
                _heading(heading, view.channel, words),
                (
                    *(_item(setting, view, words, today) for setting in group),
                    *(_policies(view.policies, words) if Setting.HOURS in group else ()),
                ),
            )
            for heading, group in _GROUPS.items()
        ),
        private=True,
    )


def _heading(heading: str, channel: Channel, words: Words) -> str:
    if channel.direct and _GROUPS[heading] == OF_THE_CHANNEL:
        return words.say("Your direct messages with me")
    return words.say(heading)


def _policies(own: Sequence[OwnPolicy], words: Words) -> tuple[Item, ...]:
    """Return the line that tells who has a reminder policy of their own, and how to see it."""
    whose = policies.summary(own, words)
    return (Item(whose, lead=words.say("Reminder policy"), details=("/story policy",)),)


def changed(
    setting: Setting, view: SettingsView, words: Words, today: date, replanned: int | None
) -> Message:
    """Return the answer to a change.

    Args:
        setting: What was set.
        view: The settings as they are after it.
        words: The channel's language after it.
        today: What tells which year goes without saying.
        replanned: How many follow-ups were planned anew; None where the change asks for none.
    """
    text = ""
    if replanned:
        text = words.count(
            "The reminders of {number} follow-up are planned anew.",
            "The reminders of {number} follow-ups are planned anew.",
            replanned,
        )
    where = view.channel.name if setting in OF_THE_CHANNEL else view.newsroom.name
    said = Item(_value(setting, view, words, today), lead=words.say(LABELS[setting]))
    return Message(
        title=words.say("Set for {where}", where=where),
        text=text,
        tone=Tone.GOOD,
        sections=(Section("", (said,)),),
    )


def who_may(view: SettingsView, words: Words) -> Message:
    """Return who may change stories, and how to say otherwise."""
    said = editors(view.newsroom, view.people, words)
    examples = (words.say("editors @kari, @ola"), words.say("editors everyone"))
    return Message(
        title=words.say("Editors"),
        text=said,
        footnote=words.say(
            "Name them: {commands}", commands=" · ".join(f"/story {e}" for e in examples)
        ),
        private=True,
    )


def editors(newsroom: Newsroom, people: Sequence[Person], words: Words) -> str:
    """Return who the editors are: "alle", or the names of five of them at most."""
    if newsroom.newcomers is Role.EDITOR:
        return words.say("everyone")
    names = sorted({p.name for p in people if p.role is Role.EDITOR}, key=str.casefold)
    names += [words.say("those with the role {role}", role=r) for r in newsroom.editor_roles]
    shown = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return words.say("{names} and {number} more", names=shown, number=more) if more > 0 else shown


def _item(setting: Setting, view: SettingsView, words: Words, today: date) -> Item:
    example = f"/story {words.say(EXAMPLES[setting])}"
    value = _value(setting, view, words, today)
    return Item(value, lead=words.say(LABELS[setting]), details=(example,))


def _value(setting: Setting, view: SettingsView, words: Words, today: date) -> str:
    if setting is Setting.ADMIN:
        return view.admin.called if view.admin else words.say("no channel yet")
    if setting is Setting.EDITORS:
        return editors(view.newsroom, view.people, words)
    if setting in OF_THE_CHANNEL:
        return of_channel(setting, view.channel, words)
    return of_newsroom(setting, view.newsroom, words, today)


def of_channel(setting: Setting, channel: Channel, words: Words) -> str:
    """Return what a channel has set.

    Raises:
        ValueError: If it is no setting of a channel's.
    """
    match setting:
        case Setting.LANGUAGE:
            return words.say(_LANGUAGES[channel.language])
        case Setting.ZONE:
            return channel.zone.key
        case Setting.QUIET:
            return _quiet(channel.quiet, words)
        case Setting.DIGEST:
            return _digest(channel.digest, words)
        case Setting.JOIN if channel.joins:
            return words.say("share a message")
        case Setting.JOIN:
            return words.say("a message each")
        case Setting.EMBARGO if channel.sees_embargoed:
            return words.say("shown here, with its mark")
        case Setting.EMBARGO:
            return words.say("not shown here before its lift")
        case _:
            raise ValueError(f"no channel sets {setting}")


def of_newsroom(setting: Setting, newsroom: Newsroom, words: Words, today: date) -> str:
    """Return what a newsroom has set, but for what is told by the names of others.

    Args:
        setting: Which.
        newsroom: Whose.
        words: The reader's language.
        today: Days off before it are left out.

    Raises:
        ValueError: If it is no such setting.
    """
    match setting:
        case Setting.NAME:
            return newsroom.name
        case Setting.NEWSROOM_LANGUAGE:
            return words.say(_LANGUAGES[newsroom.language])
        case Setting.NEWSROOM_ZONE:
            return newsroom.zone.key
        case Setting.COUNTRY:
            return country(newsroom.country, words.language)
        case Setting.DAYS_OFF:
            days = [dates.short_day(day, words, today) for day in newsroom.days_off if day >= today]
            return ", ".join(days) or words.say("none")
        case Setting.HOURS:
            return _working_hours(newsroom.hours, words)
        case Setting.DORMANT:
            return words.count(
                "after {number} day without news",
                "after {number} days without news",
                newsroom.quiet_days,
            )
        case _:
            raise ValueError(f"no newsroom sets {setting} by itself")


def changes(
    before: Newsroom | Channel, after: Newsroom | Channel, names: Iterable[str], words: Words
) -> str:
    """Return what was set, in a line: "Quiet hours: none → 23:00–06:00".

    Args:
        before: As it stood.
        after: As it stands.
        names: The fields in which the two differ.
        words: The reader's language.
    """
    settings = dict.fromkeys(_SETTING_OF[type(after)][name] for name in names)
    return ", ".join(_change(setting, before, after, words) for setting in settings)


def _change(
    setting: Setting, before: Newsroom | Channel, after: Newsroom | Channel, words: Words
) -> str:
    label = words.say(LABELS[setting])
    if setting is Setting.ADMIN:
        return words.say("another channel is told of trouble")
    if setting is Setting.EDITORS:
        return words.say("other editors")
    old, new = (_told(setting, one, words) for one in (before, after))
    return f"{label}: {old} → {new}"


def _told(setting: Setting, one: Newsroom | Channel, words: Words) -> str:
    if isinstance(one, Channel):
        return of_channel(setting, one, words)
    return of_newsroom(setting, one, words, date.min)


def _quiet(quiet: QuietHours | None, words: Words) -> str:
    if quiet is None:
        return words.say("none")
    return f"{_hour(quiet.begin, words)}–{_hour(quiet.end, words)}"


def _digest(digest: DigestTime | None, words: Words) -> str:
    if digest is None:
        return words.say("never")
    days = _weekdays(digest.weekdays, words)
    if digest.is_for_working_days:
        days = words.say("{days} except days off", days=days)
    hour = _hour(digest.at, words)
    if digest.unless_empty:
        return words.say("{hour}, {days}, unless it is empty", hour=hour, days=days)
    return f"{hour}, {days}"


def _working_hours(hours: WorkingHours, words: Words) -> str:
    return words.say(
        "{days}; mornings {morning}, heads-ups {afternoon}",
        days=_weekdays(hours.weekdays, words),
        morning=_hour(hours.morning, words),
        afternoon=_hour(hours.afternoon, words),
    )


def _weekdays(weekdays: frozenset[int], words: Words) -> str:
    """Return weekdays: "hver dag", "man.–fre.", "man., ons."."""
    if weekdays == EVERY_DAY:
        return words.say("every day")
    names = get_day_names("abbreviated", locale=dates.BABEL_LOCALES[words.language])
    order = sorted(weekdays)
    if len(order) > 2 and order == list(range(order[0], order[-1] + 1)):
        return f"{names[order[0]]}–{names[order[-1]]}"
    return ", ".join(names[number] for number in order)


def _hour(at: time, words: Words) -> str:
    return f"{at:%H:%M}" if words.language is Language.EN else f"{at:%H.%M}"
