"""The scorer counts as an editor would."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from bot.domain.window import EventWindow, Precision

from .articles import Article
from .articles.expectation import Certainty, Days, Mention
from .articles.score import ArticleScore, Score, by_language, days_of, score, score_reading

OSLO = ZoneInfo("Europe/Oslo")
FRIDAY, SATURDAY = date(2026, 3, 13), date(2026, 3, 14)


@dataclass(frozen=True, slots=True)
class FakePiece:
    start: int
    end: int
    sentence: str = "Retten samles fredag."


@dataclass(frozen=True, slots=True)
class FakeProposal:
    window: EventWindow | None
    evidence: tuple[FakePiece, ...]
    title: str = "Retten samles"


@dataclass(frozen=True, slots=True)
class FakeReading:
    follow_ups: tuple[FakeProposal, ...] = ()
    timeline: tuple[FakeProposal, ...] = ()


def a_mention(
    day: date | None = FRIDAY,
    *,
    start: int = 0,
    also: tuple[Days, ...] = (),
    tolerance: int = 0,
    certainty: Certainty = Certainty.CERTAIN,
    optional: bool = False,
    event: int | None = None,
) -> Mention:
    return Mention(
        sentence="Retten samles",
        phrase="fredag",
        start=start,
        end=start + 20,
        days=(Days(day, day), *also),
        tolerance=timedelta(days=tolerance),
        certainty=certainty,
        optional=optional,
        event=event,
    )


def a_proposal(day: date | None = FRIDAY, *starts: int) -> FakeProposal:
    window = None
    if day is not None:
        start = datetime(day.year, day.month, day.day, tzinfo=OSLO)
        window = EventWindow(start, start + timedelta(days=1), Precision.DAY)
    return FakeProposal(window, tuple(FakePiece(at, at + 21) for at in starts or (0,)))


def an_article(language: Language, *expected: Mention) -> Article:
    return Article("nb-prove", FRIDAY, language, "NO", "Retten samles fredag.", expected, ())


def test_the_right_day_from_the_right_sentence_is_found() -> None:
    result = score([a_proposal()], [a_mention()])
    assert (len(result.found), result.missed, result.false) == (1, (), ())


def test_the_right_day_from_another_sentence_is_false() -> None:
    result = score([a_proposal(FRIDAY, 100)], [a_mention()])
    assert (len(result.missed), len(result.false)) == (1, 1)


def test_the_wrong_day_from_the_right_sentence_is_false_and_leaves_a_miss() -> None:
    result = score([a_proposal(SATURDAY)], [a_mention()])
    assert (len(result.missed), len(result.false)) == (1, 1)


def test_a_day_within_the_tolerance_is_right() -> None:
    assert score([a_proposal(SATURDAY)], [a_mention(tolerance=1)]).f1 == 1


def test_another_right_window_is_right() -> None:
    also = (Days(SATURDAY, SATURDAY),)
    assert score([a_proposal(SATURDAY)], [a_mention(also=also)]).f1 == 1


def test_an_open_end_is_not_a_closed_one() -> None:
    open_ended = Days(FRIDAY, None)
    assert not open_ended.near(Days(FRIDAY, FRIDAY), timedelta(days=365))


@pytest.mark.parametrize(
    "spared", [a_mention(optional=True), a_mention(certainty=Certainty.POSSIBLE)]
)
def test_what_is_not_required_is_neither_missed_nor_false(spared: Mention) -> None:
    assert score([], [spared]) == Score()
    assert score([a_proposal()], [spared]) == Score()


def test_mentions_of_one_event_count_once() -> None:
    mentions = [a_mention(event=1), a_mention(start=100, event=1)]
    assert len(score([a_proposal(FRIDAY, 0, 100)], mentions).found) == 1
    assert len(score([], mentions).missed) == 1


def test_several_proposals_of_one_event_count_once() -> None:
    mentions = [a_mention(event=1), a_mention(start=100, event=1)]
    result = score([a_proposal(), a_proposal(FRIDAY, 100)], mentions)
    assert (len(result.found), result.false) == (1, ())


def test_one_mention_of_an_event_may_lend_its_window_to_another() -> None:
    mentions = [a_mention(event=1), a_mention(SATURDAY, start=100, event=1)]
    assert score([a_proposal(SATURDAY, 0)], mentions).f1 == 1


def test_a_required_mention_makes_its_event_required() -> None:
    mentions = [a_mention(optional=True, event=1), a_mention(start=100, event=1)]
    assert len(score([], mentions).missed) == 1


def test_a_proposal_without_a_date_is_listed_apart() -> None:
    result = score([a_proposal(None)], [a_mention()])
    assert (len(result.undated), result.false, len(result.missed)) == (1, (), 1)


def test_an_expected_event_without_a_date_accounts_for_its_proposal() -> None:
    assert score([a_proposal(None)], [a_mention(None, optional=True)]) == Score()


def test_precision_recall_and_f1_follow_from_the_counts() -> None:
    mentions = [a_mention(start=at) for at in (0, 100, 200)]
    result = score([a_proposal(FRIDAY, at) for at in (0, 100, 900, 950)], mentions)
    assert result.precision == pytest.approx(2 / 4)
    assert result.recall == pytest.approx(2 / 3)
    assert result.f1 == pytest.approx(4 / 7)


def test_nothing_expected_and_nothing_proposed_is_perfect() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1, 1, 1)


def test_an_exclusive_midnight_is_the_evening_before() -> None:
    start = datetime(2026, 3, 13, tzinfo=OSLO)
    window = EventWindow(start, datetime(2026, 3, 16, tzinfo=OSLO), Precision.RANGE)
    assert days_of(window) == Days(FRIDAY, date(2026, 3, 15))


def test_an_open_window_has_open_days() -> None:
    window = EventWindow(datetime(2026, 3, 13, tzinfo=OSLO), None, Precision.RANGE)
    assert days_of(window) == Days(FRIDAY, None)


def test_each_language_is_summed_by_itself() -> None:
    hit = score_reading(an_article(Language.NB, a_mention()), FakeReading((a_proposal(),)))
    miss = score_reading(an_article(Language.EN, a_mention()), FakeReading())
    sums = by_language([hit, miss, hit])
    assert (sums[Language.NB].follow_ups.recall, sums[Language.EN].follow_ups.recall) == (1, 0)
    assert len(sums[Language.NB].follow_ups.found) == 2


def test_disagreements_name_the_article_and_what_is_wrong() -> None:
    one = ArticleScore(
        an_article(Language.NB),
        score([a_proposal(SATURDAY)], [a_mention()]),
        score([a_proposal(None)], []),
    )
    said = "“Retten samles” {} from “Retten samles fredag.”"
    assert one.disagreements == [
        "nb-prove: follow-up missed: “fredag” 2026-03-13..2026-03-13 in “Retten samles”",
        "nb-prove: follow-up false: " + said.format("2026-03-14..2026-03-14"),
        "nb-prove: timeline undated: " + said.format("undated"),
    ]
