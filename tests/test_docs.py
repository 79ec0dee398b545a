"""What the pages say is so: their links lead somewhere, the README's recipe is good, its error is what a person would read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ugcflow.recipe import load

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*/*.md"), *ROOT.glob("benchmarks/*.md")]
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    """The README's first fenced block of a kind."""
    return README.split(f"```{kind}\n")[1].split("```")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    assert not [x for x in links if "://" not in x and not (page.parent / x.partition("#")[0]).exists()]


def test_the_first_recipe_is_good(tmp_path: Path) -> None:
    file = tmp_path / "ad.yaml"
    file.write_text(block("yaml"), encoding="utf-8")
    assert [v.name for v in load(file).variants] == [""]


def test_the_error_is_what_is_said(tmp_path: Path) -> None:
    recipe = block("yaml").replace("make it 9:16", "make it pop")
    (tmp_path / "ad.yaml").write_text(recipe, encoding="utf-8")
    command = [sys.executable, "-c", "from ugcflow.cli import main; main()", "validate", "ad.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.strip() == block("text").strip()
