"""An article read again, and for which story."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.language import Language
from bot.domain.story import StoryStatus
from tests.bot.actions.reading.world import ARTICLE, LATER, LINK, buttons_of, item, put
from tests.stage import Stage, commands_of, text_of, the_story

MINUTE = timedelta(minutes=1)


async def test_a_link_read_again_shows_how_it_stands(stage: Stage) -> None:
    put(stage, ARTICLE)
    again = await stage.run(f"read ukraine-peace {LINK}", "keep 1", f"read {LINK}")
    assert "has been read before" in again.text
    assert "Kept as ukraine-peace#1" in text_of(again)


async def test_a_link_whose_text_has_changed_says_what_is_new(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {put(stage, ARTICLE)}", "keep 1")
    put(stage, LATER)
    again = await stage.run(f"read {LINK}")
    assert "1 new proposal." in again.text
    assert "Kept as ukraine-peace#1" in item(again, 1).details
    assert item(again, 1).buttons == ()
    assert "New since it was last read" in item(again, 2).details


async def test_the_same_text_for_another_story_is_read_anew(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep all", "new oslo-visits Visits to Oslo")
    again = await stage.run(f"read oslo-visits {ARTICLE}")
    assert "read before" not in again.text
    assert "Keep" in buttons_of(item(again, 1))


async def test_the_likeliest_story_comes_first(stage: Stage) -> None:
    await stage.run("new oslo-trams The trams of Oslo", "new budget-2026 The budget in parliament")
    question = await stage.run(
        "read Ukraine’s envoy in talks\nThe envoys of Ukraine are expected in Oslo next week for"
        " peace talks."
    )
    first, second, *_ = question.buttons
    assert (first.label, first.style) == ("ukraine-peace", "primary")
    assert second.label == "oslo-trams"
    assert "budget-2026" not in [button.label for button in question.buttons]


async def test_a_story_is_found_by_another_form_of_its_words() -> None:
    stage = Stage(language=Language.NB)
    await stage.run(
        "ny ukraina-fred Fredssamtalene om Ukraina", "ny skipsverft Verftene på vestlandet"
    )
    question = await stage.run("les Møte i Kyiv\nUkrainas president skal til Oslo i neste uke.")
    assert question.buttons[0].label == "ukraina-fred"


async def test_a_new_story_never_gets_the_name_of_a_closed_one(stage: Stage) -> None:
    question = await stage.run(f"read {ARTICLE}")
    (new,) = [c for c in commands_of(question) if not c.endswith("ukraine-peace")]
    slugline = new.split()[-1]
    await stage.run(f"new {slugline} An older one")
    async with stage.store.transaction() as tx:
        older = await the_story(tx, slugline)
        await tx.stories.save(replace(older, status=StoryStatus.CLOSED))
    asked = await stage.run(f"read {ARTICLE}")
    assert f"{slugline}-2" in commands_of(asked)[-1]


async def test_what_is_kept_is_of_the_article_read_again_and_not_of_one_read_in_between(
    stage: Stage,
) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}")
    stage.clock.set(stage.clock.now() + MINUTE)
    await stage.run("read ukraine-peace A summit is planned on 9 December in Vienna.")
    stage.clock.set(stage.clock.now() + MINUTE)
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    said = text_of(await stage.run("status ukraine-peace"))
    assert "Anna Berg" in said
    assert "summit" not in said


async def test_an_article_read_again_elsewhere_is_kept_there(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}")
    await stage.type(f"read ukraine-peace {ARTICLE}", channel="desk")
    kept = await stage.type("keep 1", channel="desk")
    assert "Kept as ukraine-peace#1" in text_of(kept)


async def test_what_was_kept_before_an_article_was_read_again_is_still_taken_back(
    stage: Stage,
) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    stage.clock.set(stage.clock.now() + MINUTE)
    await stage.run(f"read ukraine-peace {ARTICLE}", "undo")
    assert "Kept as" not in text_of(await stage.run("proposals"))


async def test_an_article_read_again_is_held_against_what_the_story_knows_by_now(
    stage: Stage,
) -> None:
    await stage.run(f"read ukraine-peace {ARTICLE}", "keep 1")
    stage.clock.set(stage.clock.now() + MINUTE)
    later = ARTICLE.replace("next week", "on Friday")
    moved = await stage.type(f"read ukraine-peace {later}", person="ola")
    assert "#1 has a new time" in text_of(moved)
    await stage.run("undo")
    assert "#1" not in text_of(await stage.type(f"read ukraine-peace {later}", person="ola"))
