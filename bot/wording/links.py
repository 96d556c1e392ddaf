"""How the joining and leaving of workspaces is said."""

from bot.domain.message import Button, ButtonStyle, Message, Tone
from bot.domain.newsroom import Newsroom, Workspace
from bot.wording.words import Words


def code(written: str, newsroom: Newsroom, words: Words) -> Message:
    """Return a fresh code, seen by its asker alone."""
    return Message(
        title=words.say("Code: {code}", code=written),
        text=words.say(
            "Give it within ten minutes in the workspace that shall join “{newsroom}”, once:"
            " {example}",
            newsroom=newsroom.name,
            example=f"/story link {written}",
        ),
        footnote=words.say("Whoever has it can bring a workspace in, and see every story."),
        private=True,
    )


def linked(host: Newsroom, words: Words) -> Message:
    """Return the answer in the workspace that has joined."""
    return Message(
        title=words.say("This workspace belongs to “{newsroom}” now", newsroom=host.name),
        text=words.say(
            "Its stories are seen and changed here too. Let a channel follow them: {example}",
            example="/story subscribe everything",
        ),
        tone=Tone.GOOD,
    )


def sure(workspace: Workspace, newsroom: Newsroom, words: Words) -> Message:
    """Return the question before a workspace leaves."""
    return Message(
        title=words.say("Take “{workspace}” out of the newsroom?", workspace=workspace.name),
        text=words.say(
            "The stories stay with “{newsroom}”. The channels here follow them no longer, and"
            " messages that stand here are no longer kept true.",
            newsroom=newsroom.name,
        ),
        tone=Tone.WARNING,
        buttons=(Button(words.say("Take it out"), "unlink yes", ButtonStyle.DANGER),),
        private=True,
    )


def alone(newsroom: Newsroom, words: Words) -> Message:
    """Return the answer where nobody would be left in the newsroom."""
    return Message(
        text=words.say(
            "This is the only workspace of “{newsroom}”, so there is no link to undo.",
            newsroom=newsroom.name,
        ),
        private=True,
    )


def unlinked(workspace: Workspace, left: Newsroom, words: Words) -> Message:
    """Return the answer after a workspace has left."""
    return Message(
        text=words.say(
            "“{workspace}” is a newsroom of its own now, and follows nothing of “{newsroom}”.",
            workspace=workspace.name,
            newsroom=left.name,
        )
    )
