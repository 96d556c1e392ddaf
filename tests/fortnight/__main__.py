"""Write the transcript anew: ``python -m tests.fortnight``."""

import asyncio

from tests.fortnight.play import play
from tests.fortnight.script import HERE

if __name__ == "__main__":
    text = asyncio.run(play()).page.text()
    (HERE / "transcript.txt").write_text(text, encoding="utf-8")
