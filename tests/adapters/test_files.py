import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.files import NotAText, TooLargeAFile, Unreadable, text_of
from adapters.main import main
from tests.adapters.web.site import PAGE


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes("\ufeffMøtet er i morgen".encode())
    assert text_of(str(file)) == "Møtet er i morgen"


@pytest.mark.parametrize("name", ["missing.txt", ".", "\x00"])
def test_what_can_not_be_opened_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable):
        text_of(str(tmp_path / name))


def test_bytes_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "picture.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(NotAText):
        text_of(str(file))


def test_a_file_of_more_than_ten_megabytes_is_no_article(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"a" * 10_000_001)
    with pytest.raises(TooLargeAFile):
        text_of(str(file))


def test_a_file_of_html_is_read_as_of_when_its_page_was_published(tmp_path: Path) -> None:
    file = tmp_path / "envoy.html"
    file.write_text(PAGE)
    printed = CliRunner().invoke(main, ["read", str(file), "--json"])
    read = json.loads(printed.output)
    assert read["published"].startswith("2025-11-20T08:15")
    assert read["follow_ups"][0]["window"]["start"].startswith("2025-11-24")


def test_a_link_to_no_web_is_refused_in_a_sentence() -> None:
    printed = CliRunner().invoke(
        main, ["read", "http://127.0.0.1/"], env={"DAYBOOK_LANGUAGE": "en"}
    )
    assert printed.exit_code == 2
    assert "doesn’t lead to the public web" in printed.stderr
