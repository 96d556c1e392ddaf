"""Domain values as JSON, and back.

A window is kept as it was meant: wall times and their zone. Should a country change its clocks,
a meeting at 09:00 stays at 09:00.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.alert import Hit
from bot.domain.delivery import MessageRef
from bot.domain.digest_time import DigestTime
from bot.domain.evidence import Evidence
from bot.domain.follow_up import ReminderKind, Snooze
from bot.domain.mention import Mention, MentionKind
from bot.domain.newsroom import Platform
from bot.domain.occurrence import Occurrence
from bot.domain.policy import Ladder
from bot.domain.proposal import Proposal, ProposalKind, ProposalState, Tie, TieKind
from bot.domain.rule import Anchor, Owner, OwnerKind, Roll, Rule
from bot.domain.subscription import Notice
from bot.domain.window import EventWindow, Precision
from bot.domain.working_hours import WorkingHours

Json = dict[str, Any]


def pack_window(window: EventWindow) -> Json:
    """Return wall times, zone, precision and whether it is approximate."""
    packed: Json = {
        "start": _wall(window.start),
        "end": _wall(window.end),
        "zone": window.zone.key,
        "precision": window.precision.value,
        "approximate": window.approximate,
    }
    # In the hour that an autumn night has twice, the wall time alone names two moments.
    folded = [side for side in ("start", "end") if (at := getattr(window, side)) and at.fold]
    return packed | ({"second_pass": folded} if folded else {})


def unpack_window(packed: Mapping[str, Any]) -> EventWindow:
    """Return the window that ``pack_window`` packed."""
    return _window(
        packed["start"],
        packed["end"],
        packed["zone"],
        packed["precision"],
        packed["approximate"],
        tuple(packed.get("second_pass", ())),
    )


@lru_cache(maxsize=4_096)  # what is due together is mostly expected in the same few windows
def _window(
    start: str | None,
    end: str | None,
    zone: str,
    precision: str,
    approximate: bool,
    folded: tuple[str, ...],
) -> EventWindow:
    return EventWindow(
        start=_moment(start, zone, fold="start" in folded),
        end=_moment(end, zone, fold="end" in folded),
        precision=Precision(precision),
        approximate=approximate,
    )


def _moment(wall: str | None, zone: str, *, fold: bool) -> datetime | None:
    if wall is None:
        return None
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=int(fold))


def pack_evidence(evidence: Iterable[Evidence]) -> list[Json]:
    """Return each sentence with its offsets and what its words of time meant."""
    return [
        {
            "sentence": piece.sentence,
            "start": piece.start,
            "end": piece.end,
            "phrase": piece.phrase,
            "window": None if piece.window is None else pack_window(piece.window),
        }
        for piece in evidence
    ]


def unpack_evidence(packed: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    """Return the evidence that ``pack_evidence`` packed."""
    return tuple(
        Evidence(
            sentence=piece["sentence"],
            start=piece["start"],
            end=piece["end"],
            phrase=piece["phrase"],
            window=_window_or_none(piece["window"]),
        )
        for piece in packed
    )


def pack_proposals(proposals: Iterable[Proposal]) -> list[Json]:
    """Return each proposal of a reading with what the editors said of it."""
    return [
        {
            "position": proposal.position,
            "kind": proposal.kind.value,
            "title": proposal.title,
            "window": None if proposal.window is None else pack_window(proposal.window),
            "occurrence": None if proposal.occurrence is None else proposal.occurrence.value,
            "evidence": pack_evidence(proposal.evidence),
            "state": proposal.state.value,
            "kept_as": proposal.kept_as,
            "tie": None if proposal.tie is None else _pack_tie(proposal.tie),
            "added": proposal.added,
        }
        for proposal in proposals
    ]


def unpack_proposals(packed: Iterable[Mapping[str, Any]]) -> tuple[Proposal, ...]:
    """Return the proposals that ``pack_proposals`` packed."""
    return tuple(
        Proposal(
            position=proposal["position"],
            kind=ProposalKind(proposal["kind"]),
            title=proposal["title"],
            window=_window_or_none(proposal["window"]),
            occurrence=None if (sure := proposal["occurrence"]) is None else Occurrence(sure),
            evidence=unpack_evidence(proposal["evidence"]),
            state=ProposalState(proposal["state"]),
            kept_as=proposal["kept_as"],
            tie=None if (tie := proposal.get("tie")) is None else _unpack_tie(tie),
            added=proposal.get("added", False),
        )
        for proposal in packed
    )


def _pack_tie(tie: Tie) -> Json:
    return {
        "kind": tie.kind.value,
        "number": tie.number,
        "title": tie.title,
        "window": None if tie.window is None else pack_window(tie.window),
    }


def _unpack_tie(packed: Mapping[str, Any]) -> Tie:
    return Tie(
        TieKind(packed["kind"]),
        packed["number"],
        packed["title"],
        _window_or_none(packed["window"]),
    )


def pack_snooze(snooze: Snooze) -> Json:
    """Return the moment in UTC and the reminder that comes again."""
    return {"until": snooze.until.astimezone(UTC).isoformat(), "kind": snooze.kind.value}


def unpack_snooze(packed: Mapping[str, Any]) -> Snooze:
    """Return the snooze that ``pack_snooze`` packed."""
    return Snooze(datetime.fromisoformat(packed["until"]), ReminderKind(packed["kind"]))


def pack_rule(rule: Rule) -> Json:
    """Return a rule of the plan: its anchor, and what differs from nothing."""
    offsets = {
        name: value
        for name in ("days", "working_days", "hours", "minutes")
        if (value := getattr(rule, name))
    }
    return {
        "from": rule.anchor.value,
        "at": None if rule.at is None else rule.at.isoformat(),
        "roll": None if rule.roll is None else rule.roll.value,
        "times": rule.times,
        **offsets,
        **_packed_owner(rule.whose),
    }


def _packed_owner(owner: Owner | None) -> Json:
    return {} if owner is None else {"whose": {"kind": owner.kind.value, "name": owner.name}}


def unpack_rule(packed: Mapping[str, Any]) -> Rule:
    """Return the rule that ``pack_rule`` packed."""
    return Rule(
        Anchor(packed["from"]),
        days=packed.get("days", 0),
        working_days=packed.get("working_days", 0),
        hours=packed.get("hours", 0),
        minutes=packed.get("minutes", 0),
        at=None if packed["at"] is None else time.fromisoformat(packed["at"]),
        roll=None if packed["roll"] is None else Roll(packed["roll"]),
        times=packed["times"],
        whose=_owner(packed.get("whose")),
    )


def _owner(packed: Mapping[str, str] | None) -> Owner | None:
    return None if packed is None else Owner(OwnerKind(packed["kind"]), packed["name"])


def pack_ladder(ladder: Ladder) -> Json:
    """Return each kind's rules, those of a kind that is switched off as none."""
    return {kind.value: pack_rules(rules) for kind, rules in ladder.items()}


def unpack_ladder(packed: Mapping[str, Any]) -> dict[ReminderKind, tuple[Rule, ...]]:
    """Return the ladder that ``pack_ladder`` packed."""
    return {ReminderKind(kind): unpack_rules(rules) for kind, rules in packed.items()}


def pack_working_hours(hours: WorkingHours) -> Json:
    """Return the weekdays in order, and the hours of morning and afternoon."""
    return {
        "weekdays": sorted(hours.weekdays),
        "morning": hours.morning.isoformat(),
        "afternoon": hours.afternoon.isoformat(),
    }


def unpack_working_hours(packed: Mapping[str, Any]) -> WorkingHours:
    """Return the hours that ``pack_working_hours`` packed."""
    return WorkingHours(
        frozenset(packed["weekdays"]),
        time.fromisoformat(packed["morning"]),
        time.fromisoformat(packed["afternoon"]),
    )


def pack_rules(rules: Iterable[Rule]) -> list[Json]:
    """Return each rule of a ladder."""
    return [pack_rule(rule) for rule in rules]


def unpack_rules(packed: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Return the ladder that ``pack_rules`` packed."""
    return tuple(unpack_rule(rule) for rule in packed)


def pack_ladders(ladders: Iterable[tuple[Rule, ...]]) -> list[list[Json]]:
    """Return each ladder as the list of its rules."""
    return [pack_rules(ladder) for ladder in ladders]


def unpack_ladders(packed: Iterable[Iterable[Mapping[str, Any]]]) -> tuple[tuple[Rule, ...], ...]:
    """Return the ladders that ``pack_ladders`` packed."""
    return tuple(unpack_rules(ladder) for ladder in packed)


def pack_notices(notices: Iterable[Notice]) -> list[str]:
    """Return the notices by name, in order of it."""
    return sorted(notice.value for notice in notices)


def unpack_notices(packed: Iterable[str]) -> frozenset[Notice]:
    """Return the notices that ``pack_notices`` packed."""
    return frozenset(map(Notice, packed))


def pack_mentions(mentions: Iterable[Mention]) -> list[Json]:
    """Return each mention with its kind, the platform's id and the name."""
    return [{"kind": one.kind.value, "key": one.key, "name": one.name} for one in mentions]


def unpack_mentions(packed: Iterable[Mapping[str, str]]) -> tuple[Mention, ...]:
    """Return the mentions that ``pack_mentions`` packed."""
    return tuple(Mention(MentionKind(one["kind"]), one["key"], one["name"]) for one in packed)


def pack_digest_time(digest: DigestTime) -> Json:
    """Return the wall time, the weekdays in order, and whether an empty one stays away."""
    return {
        "at": digest.at.isoformat(),
        "weekdays": sorted(digest.weekdays),
        "unless_empty": digest.unless_empty,
    }


def unpack_digest_time(packed: Mapping[str, Any]) -> DigestTime:
    """Return the time that ``pack_digest_time`` packed."""
    return DigestTime(
        time.fromisoformat(packed["at"]), frozenset(packed["weekdays"]), packed["unless_empty"]
    )


def pack_days(days: Iterable[date]) -> list[str]:
    """Return each day in ISO 8601."""
    return [day.isoformat() for day in days]


def unpack_days(packed: Iterable[str]) -> tuple[date, ...]:
    """Return the days that ``pack_days`` packed."""
    return tuple(date.fromisoformat(day) for day in packed)


def pack_ids(ids: Iterable[UUID]) -> list[str]:
    """Return each id in hexadecimal."""
    return [each.hex for each in ids]


def unpack_ids(packed: Iterable[str]) -> tuple[UUID, ...]:
    """Return the ids that ``pack_ids`` packed."""
    return tuple(UUID(each) for each in packed)


def pack_message(ref: MessageRef) -> Json:
    """Return the platform's keys of a posted message."""
    return {
        "platform": ref.platform.value,
        "workspace": ref.workspace_key,
        "channel": ref.channel_key,
        "message": ref.message_key,
    }


def unpack_message(packed: Mapping[str, Any]) -> MessageRef:
    """Return the reference that ``pack_message`` packed."""
    return MessageRef(
        platform=Platform(packed["platform"]),
        workspace_key=packed["workspace"],
        channel_key=packed["channel"],
        message_key=packed["message"],
    )


def _wall(moment: datetime | None) -> str | None:
    return None if moment is None else moment.replace(tzinfo=None).isoformat()


def _window_or_none(packed: Mapping[str, Any] | None) -> EventWindow | None:
    return None if packed is None else unpack_window(packed)


def pack_hits(hits: Iterable[Hit]) -> list[Json]:
    """Return what an alert tells of, with its times in ISO 8601."""
    return [
        {
            "headline": hit.headline,
            "link": hit.link,
            "source": hit.source,
            "published": None if hit.published is None else hit.published.isoformat(),
            "heard_at": hit.heard_at.isoformat(),
            "watch_ids": pack_ids(hit.watch_ids),
            "terms": list(hit.terms),
            "reading": hit.reading,
            "guarded": hit.guarded,
        }
        for hit in hits
    ]


def unpack_hits(packed: Iterable[Mapping[str, Any]]) -> tuple[Hit, ...]:
    """Return the hits that ``pack_hits`` packed."""
    return tuple(
        Hit(
            headline=hit["headline"],
            link=hit["link"],
            source=hit["source"],
            published=None if (at := hit["published"]) is None else datetime.fromisoformat(at),
            heard_at=datetime.fromisoformat(hit["heard_at"]),
            watch_ids=unpack_ids(hit["watch_ids"]),
            terms=tuple(hit["terms"]),
            reading=hit["reading"],
            guarded=hit["guarded"],
        )
        for hit in packed
    )
