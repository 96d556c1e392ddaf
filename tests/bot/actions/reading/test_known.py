"""What a story knows already: the same, moved, called off, happened."""

from datetime import datetime

from tests.bot.actions.reading.world import (
    ARTICLE,
    LATER,
    LINK,
    PUT_OFF,
    buttons_of,
    followed,
    item,
    items_of,
    put,
    read,
)
from tests.stage import OSLO, Stage, an_asker, text_of


async def test_what_is_followed_already_is_not_proposed_as_new(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep all")
    other = await stage.run(f"read ukraine-peace Another paper\n{ARTICLE}")
    same = item(other, 1)
    assert any(detail.startswith("The same as #1") for detail in same.details)
    assert buttons_of(same) == ["Add to #1", "Keep as new", "Drop"]
    (fact,) = [one for one in items_of(other) if "Geneva" in one.quote]
    assert any(detail.startswith("In the timeline already") for detail in fact.details)
    assert fact.buttons == ()


async def test_the_same_adds_its_sentence_to_the_follow_up(stage: Stage) -> None:
    await stage.run("expect ukraine-peace next week: Anna Berg to travel to Oslo")
    await stage.run(f"read ukraine-peace {put(stage, ARTICLE)}", "keep 1")
    (follow_up,) = await followed(stage)
    assert "expected to travel" in follow_up.evidence[0].sentence
    assert follow_up.source == LINK


async def test_a_new_time_is_shown_beside_the_old_and_set_on_a_click(stage: Stage) -> None:
    await stage.run("subscribe ukraine-peace", f"read ukraine-peace {ARTICLE}", "keep 1")
    answer = await read(stage, PUT_OFF)
    moved = item(answer, 1)
    assert (moved.was, moved.text) == ("week 49, 1–7 December", "Tuesday 9 December")
    assert "week 49" in text_of(await stage.run("status ukraine-peace"))
    await stage.run(moved.buttons[0].command)
    assert "Tuesday 9 December" in text_of(await stage.run("status ukraine-peace"))
    (follow_up,) = await followed(stage)
    assert len(follow_up.evidence) == 2
    assert follow_up.was is not None


async def test_a_time_known_more_closely_is_a_new_time(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    answer = await stage.run(
        "read ukraine-peace Trip on Thursday\nThe peace envoy Anna Berg will travel to Oslo to"
        " meet the foreign minister on 4 December."
    )
    assert item(answer, 1).was == "week 49, 1–7 December"


async def test_what_is_called_off_is_cancelled_on_a_click(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    answer = await stage.run(
        "read ukraine-peace No trip\nAnna Berg’s trip to Oslo to meet the foreign minister has been"
        " cancelled."
    )
    (off,) = items_of(answer)
    assert buttons_of(off) == ["Cancel #1", "Drop"]
    await stage.run(off.buttons[0].command)
    (follow_up,) = await followed(stage)
    assert follow_up.state == "cancelled"


async def test_what_has_happened_is_settled_on_a_click_and_stands_in_the_timeline(
    stage: Stage,
) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    stage.clock.set(datetime(2025, 12, 4, 12, tzinfo=OSLO))
    answer = await stage.run(
        "read ukraine-peace Envoy in Oslo\nThe peace envoy Anna Berg met the foreign minister in"
        " Oslo on Wednesday."
    )
    (done,) = items_of(answer)
    assert buttons_of(done)[0] == "#1 has happened"
    await stage.run(done.buttons[0].command)
    assert "Wednesday 3 December" in text_of(await stage.run("timeline ukraine-peace"))
    (follow_up,) = await followed(stage)
    assert follow_up.state == "happened"


async def test_keep_all_changes_no_follow_up_that_there_was(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    await read(stage, PUT_OFF + "\nParliament will vote on the budget on 12 December.")
    await stage.run("keep all")
    said = text_of(await stage.run("status ukraine-peace"))
    assert "week 49" in said
    assert "Friday 12 December" in said


async def test_what_was_taken_for_the_same_may_be_kept_as_new(stage: Stage) -> None:
    await stage.run("expect ukraine-peace next week: Anna Berg to travel to Oslo")
    answer = await stage.run(f"read ukraine-peace {ARTICLE}")
    (as_new,) = [b.command for b in item(answer, 1).buttons if b.label == "Keep as new"]
    assert "Kept as ukraine-peace#2" in text_of(await stage.run(as_new))


async def test_a_change_of_what_has_ended_meanwhile_is_refused(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    await read(stage, PUT_OFF)
    await stage.run("happened ukraine-peace#1")
    answer = await stage.type("keep 1")
    assert answer.refused
    assert "has ended" in answer.text


async def test_an_article_filed_afterwards_is_held_against_its_story_too(stage: Stage) -> None:
    await stage.run("expect ukraine-peace next week: Anna Berg to travel to Oslo")
    question = await stage.run(f"read {ARTICLE}")
    code = question.buttons[0].command.split()[1]
    answer = await stage.run(f"file {code} ukraine-peace")
    assert "The same as #1" in text_of(answer)


async def test_what_is_undecided_is_completed(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    found = await stage.desk.complete(an_asker(), "revise", "which", "")
    assert [choice.value for choice in found] == ["2"]


async def test_an_article_filed_elsewhere_is_held_against_that_story_instead(stage: Stage) -> None:
    await stage.run("expect ukraine-peace next week: Anna Berg to travel to Oslo")
    question = await stage.run(f"read {ARTICLE}")
    code = question.buttons[0].command.split()[1]
    answer = await stage.run(f"file {code} ukraine-peace", f"file {code} visits-to-oslo")
    assert "The same as" not in text_of(answer)
    assert "Keep" in buttons_of(item(answer, 1))


async def test_what_another_version_still_expects_is_tied_to_nothing_else(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {put(stage, ARTICLE)}", "keep 1")
    put(stage, LATER)
    again = await stage.run(f"read {LINK}")
    assert [one.text for one in items_of(again) if one.buttons] == [item(again, 2).text]
    assert "#1" not in " ".join(item(again, 2).details)


async def test_a_deadline_said_again_later_is_no_new_time(stage: Stage) -> None:
    report = "The peace envoy Anna Berg must hand in her report on the talks by the end of January."
    await stage.run(f"read ukraine-peace {report}", "keep 1")
    stage.clock.set(datetime(2025, 12, 3, 9, tzinfo=OSLO))
    again = item(await stage.run(f"read ukraine-peace Envoy writes\n{report}"), 1)
    assert any(detail.startswith("The same as #1") for detail in again.details)
    assert again.was == ""
