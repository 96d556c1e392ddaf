"""What a site asks of programs that read it."""

from urllib.robotparser import RobotFileParser

from yarl import URL

NAME = "Daybook"
LONGEST = 500_000  # bytes a reader must take at least


def rules_of(site: URL) -> URL:
    """Return where a link's site keeps its rules.

    Source: RFC 9309, section 2.3.
    """
    return site.origin() / "robots.txt"


def allows(rules: bytes, link: URL) -> bool:
    """Whether a site's rules let Daybook read one of its pages."""
    parser = RobotFileParser()
    parser.parse(rules.decode("utf-8", "replace").splitlines())
    return parser.can_fetch(NAME, str(link))
