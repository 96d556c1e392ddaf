"""Articles behind links, pasted and as pages."""

from bot.domain.article import Article
from tests.bot.actions.reading.world import ARTICLE, LINK, followed, put
from tests.fakes.articles import NothingThere
from tests.stage import Stage, an_asker, text_of


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
