"""The process in which τ-ARGUS searches: tables in, and for each a line that says what to hide.

It runs apart (`python -m raadsapp.privacy.disclosure.engine_worker`); see `apart`.
"""

import os
import signal
import sys

import msgspec

from raadsapp.privacy.disclosure.apart import Asked
from raadsapp.privacy.disclosure.least import least

# The program ends a search that takes too long; if it is gone itself, the system does, this much later.
_ORPHANED = 60


def main() -> None:
    """Read from standard input what is asked, and tell the places to hide in each table, or null."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what the engine prints is no answer
    asked = msgspec.json.decode(sys.stdin.buffer.readline(), type=Asked)
    if sys.platform != "win32":
        signal.alarm(int(asked.seconds) + _ORPHANED)
    for found in least(asked.tables, asked.threshold, asked.seconds):
        os.write(answers, msgspec.json.encode(found) + b"\n")


if __name__ == "__main__":
    main()
