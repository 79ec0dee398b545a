"""Every fault played once; each test looks at what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.faults.stage import Case, Seen, Stage


@pytest.fixture(scope="session")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Case], Seen]]:
    """Plays a case the first time it is asked for, and remembers."""
    known: dict[str, Seen] = {}
    with Stage(tmp_path_factory.mktemp("faults")) as stage:

        def played(case: Case) -> Seen:
            if case.name not in known:
                known[case.name] = stage.play(case)
            return known[case.name]

        yield played
