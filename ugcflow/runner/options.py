"""How a run was asked for: the command line as one typed value."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPORTS = ("json", "html", "junit", "md")


@dataclass(frozen=True, slots=True)
class Options:
    """`jobs` variants at once (0: by the machine); `shard` is (i, n), 1-based; `reports` are kinds of REPORTS."""

    out: Path = Path("out")
    only: tuple[str, ...] = ()
    jobs: int = 0
    shard: tuple[int, int] = (1, 1)
    locked: bool = False
    fail_fast: bool = False
    reports: tuple[str, ...] = ("json", "html", "junit")

    @property
    def workers(self) -> int:
        """How many variants at once: one on a small machine, where a render already uses every core."""
        return self.jobs or max(1, min(4, (os.cpu_count() or 1) // 4))
