"""A store in memory: honest about locks, collisions and rollbacks, and nothing else."""

from tests.fakes.store.store import FakeStore

__all__ = ["FakeStore"]
