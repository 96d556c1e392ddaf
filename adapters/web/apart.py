"""Taking what came from outside apart in a process of its own.

A page or a feed can be written so that no parser comes to an end with it, or wants all the memory
there is; a thread can't be stopped, a process can. It is given neither tokens nor settings.
"""

import asyncio
import os
import resource
import sys

_MEMORY = 2 * 1024**3  # bytes of address space; an honest page takes a tenth
_AT_ONCE = 2


class BrokenOff(Exception):
    """The process came to no end in time, or to a bad one."""


class Workbench:
    """Lets a module that is a program take things apart, two at a time."""

    def __init__(self, module: str, seconds: float) -> None:
        """Set it up for a module that is told arguments, reads standard input and prints.

        Args:
            module: Its name.
            seconds: After how long it is stopped.
        """
        self._module = module
        self._seconds = seconds
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def run(self, content: bytes, *arguments: str) -> bytes:
        """Return what the module prints.

        Raises:
            BrokenOff: If it comes to no good end.
        """
        async with self._room:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", self._module, *arguments),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            try:
                async with asyncio.timeout(self._seconds):
                    printed, _ = await process.communicate(content)
            except TimeoutError:
                raise BrokenOff from None
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        if process.returncode:
            raise BrokenOff
        return printed


def limit_memory() -> None:
    """Let this process, which is such a module, have no more than its share of memory."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
