"""How well and how fast articles are read: ``python -m tests.bench.bench_reading``.

Prints precision, recall and F1 of follow-ups and of timeline entries by language, over the
articles in ``tests/bot/reading/articles``, then the time that articles of growing length take.
``--disagreements`` lists every miss and every false proposal.
"""

import sys
from collections.abc import Iterator
from time import perf_counter

from bot.domain.reading import Reading
from bot.reading import read_article
from tests.bot.reading.articles import Article, articles
from tests.bot.reading.articles.score import ArticleScore, Score, by_language, score_reading

LENGTHS = (5_000, 50_000, 500_000, 1_000_000)


def main() -> None:
    """Print the figures."""
    corpus = articles()
    scores = [score_reading(article, read(article)) for article in corpus]
    for line in (*accuracy(scores), "", *speed(corpus)):
        print(line)
    if "--disagreements" in sys.argv:
        for score in scores:
            print(*score.disagreements, sep="\n")


def read(article: Article) -> Reading:
    """Read an article of the corpus as the application would."""
    return read_article(
        article.text,
        published=article.published_at,
        language=article.language,
        country=article.country,
    )


def accuracy(scores: list[ArticleScore]) -> Iterator[str]:
    """Yield a line for each language and kind of proposal, in per cent."""
    yield f"{'':14}{'precision':>10}{'recall':>10}{'F1':>10}"
    for language, score in by_language(scores).items():
        yield row(f"{language} follow-ups", score.follow_ups)
        yield row(f"{language} timeline", score.timeline)


def row(name: str, score: Score) -> str:
    """Return one line of the table."""
    shares = (score.precision, score.recall, score.f1)
    return f"{name:14}" + "".join(f"{100 * share:>9.1f}%" for share in shares)


def speed(corpus: list[Article]) -> Iterator[str]:
    """Yield how long texts of growing length take, made of the corpus over and over."""
    first = corpus[0]
    text = "\n\n".join(article.text for article in corpus if article.language == first.language)
    for length in LENGTHS:
        long = (text * (length // len(text) + 1))[:length]
        begun = perf_counter()
        read_article(
            long,
            published=first.published_at,
            language=first.language,
            country=first.country,
        )
        taken = perf_counter() - begun
        yield f"{length:>9,} characters {1_000 * taken:>9.0f} ms {length / taken:>12,.0f} a second"


if __name__ == "__main__":
    main()
