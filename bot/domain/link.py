"""The one-time code by which a second workspace joins a newsroom."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from typing import Self
from uuid import UUID

LIFE = timedelta(minutes=10)
TRIES = 5
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What codes are written in: nothing that is mistaken for something else."""
LENGTH_OF_NAME = 4
LENGTH_OF_SECRET = 8


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A code of two parts: a name, by which it is found, and a secret, which is not kept.

    Attributes:
        newsroom_id: The newsroom it leads into.
        name: The code's first characters.
        secret_hash: SHA-256 of the rest, in hex.
        expires_at: Aware time in UTC.
        tries_left: How many more secrets may be tried.
    """

    id: UUID
    newsroom_id: UUID
    name: str
    secret_hash: str
    expires_at: datetime
    tries_left: int = TRIES

    def lets_in(self, secret: str, now: datetime) -> bool:
        """Whether this is the secret, told in time and before too many others."""
        fresh = self.tries_left > 0 and now < self.expires_at
        return compare_digest(hash_of(secret), self.secret_hash) and fresh

    def tried(self) -> Self:
        """Return it after a wrong secret."""
        return replace(self, tries_left=max(0, self.tries_left - 1))

    def spent(self) -> Self:
        """Return it after its one use."""
        return replace(self, tries_left=0)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def split_code(typed: str) -> tuple[str, str]:
    """Return the name and the secret of a code as somebody typed it, hyphens or not."""
    bare = "".join(typed.upper().replace("-", "").split())
    return bare[:LENGTH_OF_NAME], bare[LENGTH_OF_NAME:]


def written(name: str, secret: str) -> str:
    """Return a code as it is shown: ``7K3Q-9F2M-XTAB``."""
    half = LENGTH_OF_SECRET // 2
    return f"{name}-{secret[:half]}-{secret[half:]}"
