import pytest

from adapters.slack.parse import OpenForm, answers, asker_of_interaction, decode, text_of_message


@pytest.mark.parametrize(
    ("sent", "written"),
    [
        ("fisk &amp; olje &lt;3", "fisk & olje <3"),
        ("&amp;lt;", "&lt;"),
        ("se <https://ntb.no/sak?a=1&amp;b=2>", "se https://ntb.no/sak?a=1&b=2"),
        ("hos <https://ntb.no|NTB> i dag", "hos NTB i dag"),
        ("<mailto:desk@avisa.no|desk@avisa.no>", "desk@avisa.no"),
        ("<@U123> og <@U9|anna>", "@U123 og @anna"),
        ("i <#C1|utenriks> og <#C2>", "i #utenriks og #C2"),
        ("<!here> og <!subteam^S1|@desken>", "@here og @desken"),
        ("<!date^1764158400^{date}|26. november>", "26. november"),
        ("2 < 3 og 5 > 4", "2 < 3 og 5 > 4"),
        ("ukraine-peace#2", "ukraine-peace#2"),
    ],
)
def test_text_is_read_as_its_writer_saw_it(sent: str, written: str) -> None:
    assert decode(sent) == written


def test_a_form_remembers_what_it_was_opened_for() -> None:
    opened = OpenForm("postpone", {"follow_up": "a#1"}, {"id": "C1", "name": "x"}, "https://u")
    assert OpenForm.read(opened.write()) == opened


def test_an_answer_left_empty_is_empty() -> None:
    view = {
        "state": {"values": {"when": {"answer": {"value": None}}, "why": {"a": {"value": " "}}}}
    }
    assert answers(view) == {"when": "", "why": ""}


def test_a_message_without_text_is_read_from_its_attachments() -> None:
    message = {"text": "", "attachments": [{"title": "Fisk &amp; olje", "text": "Ventet i uke 49"}]}
    assert text_of_message(message) == "Fisk & olje\nVentet i uke 49"


def test_a_person_in_a_workspace_of_an_organisation_belongs_to_that_workspace() -> None:
    body = {"team": None, "user": {"id": "U1", "team_id": "T9", "username": "anna"}}
    asker = asker_of_interaction(body, {"id": "C1"})
    assert (asker.workspace_key, asker.person_name, asker.channel_name) == ("T9", "anna", "C1")
