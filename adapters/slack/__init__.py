"""Daybook in Slack."""

from adapters.slack.connection import SlackAdapter, TokenRefused
from adapters.slack.messenger import SlackMessenger

__all__ = ["SlackAdapter", "SlackMessenger", "TokenRefused"]
