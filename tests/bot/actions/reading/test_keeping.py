"""Keeping, dropping and putting right what was read."""

import pytest

from bot.actions.keep import NothingProposed
from tests.bot.actions.reading.world import ARTICLE, LATER, followed, item, items_of
from tests.stage import Stage, an_asker, text_of


async def test_spans_of_numbers_are_kept(stage: Stage) -> None:
    kept = await stage.run(f"read ukraine-peace {LATER}", "keep 1–2")
    assert [one.details[-1] for one in items_of(kept)] == [
        "Kept as ukraine-peace#1",
        "Kept as ukraine-peace#2",
    ]


@pytest.mark.parametrize("which", ["9", "1-9", "-1", "one", "1 new old", "new", "1-", ""])
async def test_numbers_of_nothing_are_refused_and_nothing_is_kept(stage: Stage, which: str) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}")
    answer = await stage.desk.call(an_asker(), "keep", {"which": f":{which}"})
    assert answer.refused
    assert NothingProposed.reply.split("”")[1] in answer.text
    assert await followed(stage) == []


async def test_editing_opens_a_form_with_what_was_read(stage: Stage) -> None:
    proposals = await stage.run(f"read ukraine-peace {ARTICLE}")
    (edit,) = [b.command for b in item(proposals, 1).buttons if b.label == "Edit"]
    form = (await stage.type(edit)).form
    assert form is not None
    assert [field.value for field in form.fields] == [
        item(proposals, 1).text,
        "week 49, 1–7 December",
    ]


async def test_what_was_put_right_is_kept_so(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}")
    answer = await stage.run("revise 1 Tuesday: Anna Berg to Oslo")
    assert item(answer, 1).text == "Anna Berg to Oslo"
    await stage.run("keep 1")
    assert "#1 Anna Berg to Oslo\nTuesday 2 December" in text_of(
        await stage.run("status ukraine-peace")
    )


async def test_a_form_sent_as_it_stood_leaves_the_window_as_it_was(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}")
    form = (await stage.type("revise 1")).form
    assert form is not None
    values = {**form.known, **{field.name: field.value for field in form.fields}}
    answer = await stage.desk.call(an_asker(), form.command, {**values, "title": "To Oslo"})
    assert item(answer, 1).text == "To Oslo"
    assert item(answer, 1).details[0].startswith("week 49")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("revise 1 x" + "x" * 200, "200"), ("revise 1 yesterday: It", "passed"), ("revise 8", "8")],
)
async def test_what_can_not_be_is_not_put_right(stage: Stage, typed: str, says: str) -> None:
    before = await stage.run(f"read ukraine-peace {ARTICLE}")
    answer = await stage.type(typed)
    assert answer.refused
    assert says in answer.text
    assert items_of(await stage.run("proposals")) == items_of(before)


async def test_a_fact_may_be_put_right_to_a_day_that_has_been(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}")
    answer = await stage.run("revise 2 15 October: Talks broke down")
    assert item(answer, 2).details[0] == "Wednesday 15 October"


async def test_every_proposal_of_a_long_reading_is_shown_and_kept(stage: Stage) -> None:
    days = "\n".join(
        f"The committee for matter number {chr(65 + n)} will meet in Hall {n} on {n % 28 + 1}"
        f" {'January' if n < 28 else 'February'}."
        for n in range(40)
    )
    first = await stage.run(f"read ukraine-peace Committees\n{days}")
    shown, page = items_of(first), first
    while more := [b.command for b in page.buttons if b.label == "More"]:
        page = await stage.run(more[0])
        shown += items_of(page)
    assert [one.lead for one in shown] == [str(n) for n in range(1, len(shown) + 1)]
    assert len(shown) >= 35
    kept = await stage.run("keep 31-33")
    assert sum("Kept as" in text for one in items_of(kept) for text in one.details) == 3


async def test_a_day_is_not_told_again_beside_its_hour(stage: Stage) -> None:
    text = (
        "The terminal in Sola opens on Tuesday 2 December at 10 am.\n"
        "The new terminal in Sola opens on 2 December."
    )
    answer = await stage.run(f"read ukraine-peace {text}")
    assert "10:00" in text_of(answer)
    assert "Also:" not in text_of(answer)


async def test_a_month_is_told_beside_its_day(stage: Stage) -> None:
    text = "The terminal in Sola opens in December.\nThe new terminal in Sola opens on 8 December."
    assert "Also: December" in text_of(await stage.run(f"read ukraine-peace {text}"))


async def test_what_is_decided_stands_without_the_sentence_that_was_to_be_judged(
    stage: Stage,
) -> None:
    before = await stage.run(f"read ukraine-peace {ARTICLE}")
    assert all(each.quote for each in items_of(before))
    after = await stage.run("keep 1")
    assert item(after, 1).quote == ""
    assert item(after, 2).quote
    assert item(await stage.run("discard 2"), 2).quote == ""
