"""How many sentences a second the studio reads: `python -m benchmarks.reading FILE.jsonl`.

Each is read anew, then again as the variants of a recipe say it again. A plain loop run in between tells how fast the machine is just then.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ugcflow.studio.language import reader

ROUNDS = 7


def seconds(work: Callable[[], None]) -> float:
    """Processor time of `work`."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _plain() -> None:
    total = 0
    for number in range(1_000_000):
        total += number & 7


def main() -> None:
    """Print the best of some rounds, each beside its plain loop."""
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text().splitlines()]
    studio = reader.StudioReader()

    def read() -> None:
        for text in texts:
            studio.read(text)

    read()
    rounds: list[tuple[float, float, float]] = []
    for _ in range(ROUNDS):
        reader.forget()
        rounds.append((seconds(read), seconds(read), seconds(_plain)))
    anew, again, plain = (min(column) for column in zip(*rounds, strict=True))
    print(f"read anew   {len(texts) / anew:9.0f} a second")
    print(f"read again  {len(texts) / again:9.0f} a second")
    print(f"one sentence takes as long as {anew / len(texts) / plain * 1e6:.0f} rounds of a plain loop")


if __name__ == "__main__":
    main()
