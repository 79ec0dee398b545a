"""A real Chromium over reports on disk. Skipped, with the reason, where there is no browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.report import run_folder
from ugcflow.report import write

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Ends with the module: while Playwright is up its event loop runs in this thread, and no other test could start one."""
    found = shutil.which("chromium")
    if not found:
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'ugcflow[test]'")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One report of each kind: name → report.html."""
    kinds: dict[str, tuple[dict[str, dict[str, str]] | None, run_folder.Kind]] = {
        "one": (None, run_folder.Kind()),
        "matrix": (run_folder.grid(24), run_folder.Kind(breaks=5, broken=("hook-number-3-1-1",))),
        "failed": (None, run_folder.Kind(breaks=5)),
        "nemo": (None, run_folder.Kind(backend="nemo", silent=3)),
    }
    base = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)  # thousands of events that no crash will lose
        for name, (variants, kind) in kinds.items():
            out = base / name / "out"
            out.mkdir(parents=True)
            write(run_folder.make(out, variants, kind), out, ["html"])
    return {name: base / name / "out" / "report.html" for name in kinds}


@dataclass
class Opened:
    """A page, with everything it complained of and asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def clean(self, file: Path) -> None:
        """Nothing went wrong in it, and nothing but itself was asked for."""
        assert self.complaints == []
        assert {r.split("#")[0] for r in self.requests} == {file.as_uri()}


@pytest.fixture
def visit(browser: Any) -> Iterator[Any]:
    """Open a report: `visit(file, width=…, scheme=…, at="#v3")`."""
    contexts = []

    def go(file: Path, width: int = 1280, scheme: str = "light", at: str = "") -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.set_default_timeout(15_000)
        opened.page.on(
            "console", lambda m: opened.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        opened.page.on("pageerror", lambda e: opened.complaints.append(str(e)))
        opened.page.on("request", lambda r: None if r.url.startswith("data:") else opened.requests.append(r.url))
        opened.page.goto(file.as_uri() + at)
        return opened

    yield go
    for context in contexts:
        context.close()
