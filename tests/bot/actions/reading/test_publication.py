"""From when an article is, by which its words of time are read."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.bot.actions.reading.world import ARTICLE, put, read
from tests.stage import Stage, an_asker, text_of


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
