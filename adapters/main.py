"""The ``daybook`` command. Alone sees everything; decides nothing but what to start."""

import asyncio
import json
import os
import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import ParamSpec

import click

from adapters import as_json
from adapters.arguments import clock_of, country_of, moment_of, zone_of
from adapters.clock import RunningClock, SystemClock
from adapters.files import text_of
from adapters.logs import configure_logs
from bot.domain.article import Article
from bot.domain.language import Language, translatable
from bot.errors import BotError
from bot.wording import dates, refusals
from bot.wording.words import Words
from config.settings import Settings

LONGEST_PHRASE = 300  # characters; more is no phrase, and nobody wants it back in a refusal
NOT_UNDERSTOOD = 2  # the exit status of every refusal
LANGUAGES = click.Choice([language.value for language in Language])

P = ParamSpec("P")


class NoPlatform(BotError):
    """A role for which there must be a platform, where there is only the terminal."""

    reply = translatable(
        "{roles} needs a platform to speak on. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or "
        "DISCORD_TOKEN."
    )


def told_plainly(run: Callable[P, int | None]) -> Callable[P, None]:
    """Let a command end with its exit status, and a refusal with one sentence and status 2."""

    @wraps(run)
    def command(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            status = run(*args, **kwargs)
        except BotError as error:
            words = Words(_language_of(os.environ))
            click.echo(refusals.refused(error, words).text, err=True)
            status = NOT_UNDERSTOOD
        sys.exit(status or 0)

    return command


@click.group(help="A newsroom's daybook in chat.")
@click.version_option(package_name="daybook")
def main() -> None:
    """Take a command and run it."""


@main.command(help="Start Daybook: on every platform whose token is set, or in the terminal.")
@click.option("--clock-start", metavar="TIME", help="Run on a simulated clock that starts then.")
@click.option("--clock-speed", type=float, default=1.0, help="Simulated seconds in a real one.")
@click.option(
    "--only",
    type=click.Choice(["chat", "worker", "web"]),
    multiple=True,
    help="Only hear and answer, post what is due, or serve health and figures; may be given twice.",
)
@told_plainly
def run(clock_start: str | None, clock_speed: float, only: tuple[str, ...]) -> int:
    """Run until told to stop, or until the console is left."""
    settings = Settings.read(os.environ)
    if "web" in only:
        settings = settings.serving()
    if only and set(only) != {"web"} and settings.has_console:
        raise NoPlatform(roles=" ".join(f"--only {role}" for role in only))
    clock = clock_of(clock_start, clock_speed, settings.zone)
    configure_logs(settings.log_level, clock)
    return _run(_run_until_stopped(settings, clock, only))


@main.command(help="Bring the database up to this version of Daybook.")
@told_plainly
def migrate() -> None:
    """Apply what migrations the database lacks."""
    from adapters.database import migrate as migrating  # noqa: PLC0415  quick start for the others

    settings = Settings.read(os.environ)
    configure_logs(settings.log_level, SystemClock())
    migrating.upgrade(settings.database_url.reveal())
    click.echo(Words(settings.language).say("The database is up to date."))


@main.command(help="Show what is to be posted, late or given up; retry or drop what is given up.")
@click.argument("action", type=click.Choice(["show", "retry", "drop"]), default="show")
@click.option("--channel", default="", help="Only this channel, by its name or its id.")
@click.option("--json", "wants_json", is_flag=True, help="Print all of it as JSON.")
@told_plainly
def deliveries(action: str, channel: str, *, wants_json: bool) -> None:
    """Show the queue by channel, or put what was given up right."""
    from adapters.deliveries_command import act  # noqa: PLC0415  quick start for the others

    settings = Settings.read(os.environ)
    configure_logs(settings.log_level, SystemClock())
    _run(act(settings, SystemClock(), action, channel, wants_json=wants_json))


@main.command(help="Play ten days of a newsroom in a few seconds.")
@told_plainly
def demo() -> None:
    """Play the demo on a database of its own."""
    from adapters.demo import play  # noqa: PLC0415  quick start for the others

    _run(play(sys.stdout))


@main.command(help="Tell what a phrase of time means: daybook when neste uke")
@click.argument("phrase", nargs=-1, required=True)
@click.option("--now", metavar="TIME", help="The moment it is said, such as 2025-11-26T12:00.")
@click.option("--zone", default="Europe/Oslo", show_default=True)
@click.option("--language", type=LANGUAGES, default="nb", show_default=True)
@click.option("--country", default="NO", show_default=True)
@click.option("--json", "wants_json", is_flag=True, help="Print all of it as JSON.")
@told_plainly
def when(
    phrase: tuple[str, ...],
    now: str | None,
    zone: str,
    language: str,
    country: str,
    *,
    wants_json: bool,
) -> None:
    """Print a window."""
    from bot.reading import parse_whole  # noqa: PLC0415  quick start for the others

    moment, said = moment_of(now, zone_of(zone)), " ".join(phrase)[:LONGEST_PHRASE]
    understood = parse_whole(said, now=moment, language=language, country=country_of(country))
    words = Words(Language(language))
    if wants_json:
        click.echo(json.dumps(as_json.understood(understood), ensure_ascii=False, indent=2))
        return
    click.echo(dates.window(understood, words, moment))
    if understood.other is not None:
        other = dates.window(understood.other, words, moment)
        click.echo(words.say("The words could also mean {when}.", when=other))
    if understood.rrule is not None:
        click.echo(words.say("It comes again and again; this is the first time."))


@main.command(help="Read an article in a file of text or HTML, behind a link, or - for pasted.")
@click.argument("file")
@click.option(
    "--published", metavar="DATE", help="When it was published; else as the page says, or now."
)
@click.option("--zone", default="Europe/Oslo", show_default=True)
@click.option("--language", type=LANGUAGES, help="Found out if left out.")
@click.option("--country", default="NO", show_default=True)
@click.option("--json", "wants_json", is_flag=True, help="Print all of it as JSON.")
@told_plainly
def read(
    file: str,
    published: str | None,
    zone: str,
    language: str | None,
    country: str,
    *,
    wants_json: bool,
) -> None:
    """Print what an article proposes."""
    from bot.reading import read_article  # noqa: PLC0415  quick start for the others

    article, place = _article_in(file), zone_of(zone)
    told = article.published.astimezone(place) if article.published else None
    moment = told if told and not published else moment_of(published, place)
    found = read_article(
        article.text, published=moment, language=language, country=country_of(country)
    )
    if wants_json:
        click.echo(json.dumps(as_json.reading(found), ensure_ascii=False, indent=2))
        return
    from adapters.console.present import plain  # noqa: PLC0415
    from bot.wording.readings import found_in  # noqa: PLC0415

    words = Words(Language(found.language))
    click.echo(plain(found_in(found, words, moment), words))


async def _run_until_stopped(settings: Settings, clock: RunningClock, only: tuple[str, ...]) -> int:
    from adapters.console import Streams  # noqa: PLC0415  quick start for the others
    from adapters.house import Role, open_house, run_console, run_platforms  # noqa: PLC0415
    from adapters.stopping import hear_when_to_stop  # noqa: PLC0415

    async with open_house(settings, clock, looks_only=set(only) == {"web"}) as house:
        if settings.has_console and not only:
            return await run_console(house, Streams(sys.stdin, sys.stdout, sys.stderr))
        stopping = asyncio.Event()
        hear_when_to_stop(stopping)
        roles = frozenset(map(Role, only)) or frozenset(Role)
        await run_platforms(house, stopping, roles)
        return 0


def _run(body: Coroutine[None, None, int]) -> int:
    try:
        return asyncio.run(body)
    except KeyboardInterrupt:
        return 130


def _article_in(file: str) -> Article:
    """Return the article of a file of text or HTML, or behind a link.

    Raises:
        BotError: If there is none to be had.
    """
    from adapters.web.fetching import WebArticles  # noqa: PLC0415  quick start for the others
    from bot.actions.read_article import article_from  # noqa: PLC0415

    given = file if "://" in file else text_of(file)
    return asyncio.run(article_from(WebArticles(), given))


def _language_of(environ: "os._Environ[str]") -> Language:
    """Return the language in which a refusal is said before the settings could be read."""
    wanted = environ.get("DAYBOOK_LANGUAGE", "nb").strip().lower()
    return Language(wanted) if wanted in set(Language) else Language.NB
