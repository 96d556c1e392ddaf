"""How often Python looks for memory that is held in a circle."""

import gc

NEW_OBJECTS = 20_000
"""So many more must have been made than let go before new ones are looked through."""


def settle() -> None:
    """Leave aside what was made at the start, which stays, and look through the rest less often.

    Sending makes thousands of small values, none of them in a circle, and each look goes through
    all of them in vain: a fifth of the time of a burst. Memory is let go without it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 20)
