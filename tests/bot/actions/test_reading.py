"""Articles into proposals: links, pages and texts; known matter; putting right; pages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.actions.keep import NothingProposed
from bot.domain.article import Article
from bot.domain.follow_up import FollowUp
from bot.domain.language import Language
from bot.domain.message import Item, Message
from bot.domain.newsroom import Platform
from bot.domain.story import StoryStatus
from tests.fakes.articles import NothingThere
from tests.stage import OSLO, Stage, an_asker, commands_of, text_of

PEACE = "new ukraine-peace The peace talks on Ukraine"
LINK = "https://example.com/envoy"
ARTICLE = (
    "Envoy heads for Oslo\n"
    "The peace envoy Anna Berg is expected to travel to Oslo next week to meet the foreign"
    " minister.\n"
    "Talks broke down on 14 October, when the delegation left Geneva."
)
LATER = (
    "Envoy’s plans\n"
    "The peace envoy Anna Berg is expected to travel to Oslo next week to meet the foreign"
    " minister.\n"
    "Parliament will vote on the budget on 12 December.\n"
)
PUT_OFF = (
    "Trip put off\n"
    "The peace envoy Anna Berg will travel to Oslo to meet the foreign minister on 9 December."
)


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(PEACE)
    return stage


def put(stage: Stage, text: str, link: str = LINK, published: datetime | None = None) -> str:
    stage.articles.behind[link] = Article(text, text.partition("\n")[0], link, published)
    return link


async def read(stage: Stage, text: str) -> Message:
    """Read a text for the story, a minute after whatever was before."""
    stage.clock.set(stage.clock.now() + timedelta(minutes=1))
    return await stage.run(f"read ukraine-peace {text}")


async def followed(stage: Stage) -> list[FollowUp]:
    async with stage.store.view() as tx:
        workspace = await tx.newsrooms.workspace(Platform.SLACK, "T1")
        assert workspace is not None
        story = await tx.stories.get(workspace.newsroom_id, "ukraine-peace")
        assert story is not None
        return list(await tx.follow_ups.of_story(story.id))


def items_of(message: Message) -> list[Item]:
    return [item for section in message.sections for item in section.items]


def item(message: Message, number: int) -> Item:
    (found,) = (one for one in items_of(message) if one.lead == str(number))
    return found


def buttons_of(shown: Item) -> list[str]:
    return [button.label for button in shown.buttons]


# Getting the article


async def test_a_link_is_read(stage: Stage) -> None:
    answer = await stage.run(f"read ukraine-peace {put(stage, ARTICLE)}")
    assert answer.title == "Read for ukraine-peace: Envoy heads for Oslo"
    assert "week 49, 1–7 December" in text_of(answer)


async def test_a_link_without_its_scheme_is_a_link_too(stage: Stage) -> None:
    put(stage, ARTICLE)
    assert "week 49" in text_of(await stage.run("read ukraine-peace example.com/envoy"))


async def test_a_message_that_hands_on_a_link_is_that_link(stage: Stage) -> None:
    article = f"Have a look (<{put(stage, ARTICLE)}>)!"
    values = {"story": "ukraine-peace", "article": article}
    assert "Envoy heads" in (await stage.desk.call(an_asker(), "read", values)).title


async def test_a_text_that_only_mentions_a_link_is_read_itself(stage: Stage) -> None:
    text = "The envoy Anna Berg is expected in Bergen on 2 December, says https://example.com/gone"
    assert "Tuesday 2 December" in text_of(await stage.run(f"read ukraine-peace {text}"))


async def test_publication_may_be_said_beside_a_link(stage: Stage) -> None:
    answer = await stage.run(f"read ukraine-peace {put(stage, ARTICLE)} published 19 November")
    assert "week 48" in text_of(answer)


async def test_a_link_with_hyphens_is_not_taken_for_a_story(stage: Stage) -> None:
    link = put(stage, ARTICLE, "https://example.com/the-envoy-heads-for-oslo")
    assert "Which story" in (await stage.run(f"read {link}")).title


async def test_why_a_link_could_not_be_read_is_told_in_a_sentence(stage: Stage) -> None:
    answer = await stage.type("read ukraine-peace https://example.com/gone")
    assert answer.text == NothingThere.reply
    assert answer.refused
    assert "Nothing is expected" in text_of(await stage.run("status ukraine-peace"))


async def test_what_is_kept_of_a_link_names_it_as_its_source(stage: Stage) -> None:
    await stage.run(f"read ukraine-peace {put(stage, ARTICLE)}", "keep all")
    (follow_up,) = await followed(stage)
    assert follow_up.source == LINK


async def test_the_html_of_a_page_is_taken_apart(stage: Stage) -> None:
    page = "<!DOCTYPE html>\n<html><body><p>Envoy</p></body></html>"
    stage.articles.inside[page] = Article(ARTICLE, "Envoy heads for Oslo")
    assert "week 49" in text_of(await stage.run(f"read ukraine-peace {page}"))


async def test_words_of_time_are_counted_from_publication(stage: Stage) -> None:
    published = datetime(2025, 11, 19, 8, tzinfo=UTC)
    answer = await stage.run(f"read ukraine-peace {put(stage, ARTICLE, published=published)}")
    assert "week 48, 24–30 November" in text_of(answer)


async def test_what_somebody_says_of_publication_counts_before_the_page(stage: Stage) -> None:
    link = put(stage, ARTICLE, published=datetime(2025, 11, 19, 8, tzinfo=UTC))
    values = {"story": "ukraine-peace", "article": link, "published": "2025-11-12"}
    answer = await stage.desk.call(an_asker(), "read", values)
    assert "week 47, 17–23 November" in text_of(answer)


@pytest.mark.parametrize("said", ["2025-11-19", "2025-11-19T12:00", "19 November", "19.11.2025"])
async def test_publication_is_said_in_many_ways(stage: Stage, said: str) -> None:
    values = {"story": "ukraine-peace", "article": ARTICLE, "published": said}
    assert "week 48" in text_of(await stage.desk.call(an_asker(), "read", values))


async def test_publication_that_is_no_time_is_refused(stage: Stage) -> None:
    values = {"story": "ukraine-peace", "article": ARTICLE, "published": "recently-ish"}
    answer = await stage.desk.call(an_asker(), "read", values)
    assert answer.refused
    assert "recently-ish" in answer.text


@pytest.mark.parametrize(
    "line",
    [
        "Publisert: 19.11.2025 kl. 12.00",
        "Published 19 November 2025",
        "PUBLISERT 19. november 2025 kl. 08.15 · Oppdatert 20. november 2025",
    ],
)
async def test_a_text_may_begin_with_when_it_was_published(stage: Stage, line: str) -> None:
    answer = await stage.run(f"read ukraine-peace {line}\n{ARTICLE}")
    assert answer.title.endswith("Envoy heads for Oslo")
    assert "week 48" in text_of(answer)
    assert "Read as published now" not in answer.footnote


async def test_publication_may_stand_below_the_headline(stage: Stage) -> None:
    headline, _, rest = ARTICLE.partition("\n")
    text = f"{headline}\nBy Anna Berg\nPublished 19 November 2025\n{rest}"
    answer = await stage.run(f"read ukraine-peace {text}")
    assert "week 48" in text_of(answer)
    assert "Published" not in text_of(answer)


async def test_a_story_about_something_published_keeps_its_words(stage: Stage) -> None:
    answer = await stage.run(f"read ukraine-peace Published poets to Oslo\n{ARTICLE}")
    assert answer.title.endswith("Published poets to Oslo")


async def test_a_text_without_a_date_says_that_it_is_taken_as_of_now(stage: Stage) -> None:
    assert "Read as published now" in (await stage.run(f"read ukraine-peace {ARTICLE}")).footnote


async def test_the_day_of_publication_is_told(stage: Stage) -> None:
    answer = await stage.run(f"read ukraine-peace Published 19 November 2025\n{ARTICLE}")
    assert answer.footnote == "Read as published Wednesday 19 November."


async def test_the_same_text_is_read_anew_as_of_another_day(stage: Stage) -> None:
    await read(stage, ARTICLE)
    again = await read(stage, f"Published 19 November 2025\n{ARTICLE}")
    assert "read before" not in again.text
    assert "week 48" in text_of(again)
    same = await read(stage, f"Published 19 November 2025\n{ARTICLE}")
    assert "read before" in same.text


async def test_nothing_is_published_after_it_is_read(stage: Stage) -> None:
    link = put(stage, ARTICLE, published=stage.clock.now() + timedelta(days=30))
    assert "week 49" in text_of(await stage.run(f"read ukraine-peace {link}"))


async def test_what_an_old_article_expected_is_marked_as_past(stage: Stage) -> None:
    link = put(stage, ARTICLE, published=datetime(2025, 10, 20, tzinfo=UTC))
    assert "has passed" in text_of(await stage.run(f"read ukraine-peace {link}"))


# Reading again


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


# Which story


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
        workspace = await tx.newsrooms.workspace(Platform.SLACK, "T1")
        assert workspace is not None
        older = await tx.stories.get(workspace.newsroom_id, slugline)
        assert older is not None
        await tx.stories.save(replace(older, status=StoryStatus.CLOSED))
    asked = await stage.run(f"read {ARTICLE}")
    assert f"{slugline}-2" in commands_of(asked)[-1]


# Keeping, dropping, putting right


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


# What is known already


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
