"""How exactly the labelled sentences are read: our own corpus, and the shared one where it is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_language.py"
HELD = {"everyday.jsonl": {"clear": 98, "ambiguous": 95, "unsupported": 95}, "several.jsonl": {"clear": 94}}
"""The exactness reached, in per cent: it does not fall."""


def score(file: Path) -> tuple[dict[str, float], int]:
    command = [sys.executable, str(SCORER), str(file), "--", sys.executable, "-m", "ugcflow.studio.language"]
    out = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    found = {m[1]: float(m[2]) for m in re.finditer(r"^(\S+)\s+\d+ / \d+\s+([\d.]+) %", out, re.M)}
    silent = re.search(r"silent wrong edits\s+(\d+)", out)
    assert silent
    return found, int(silent[1])


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside the checkout")
@pytest.mark.parametrize("name", HELD)
def test_our_corpus(name: str) -> None:
    found, silent = score(Path(__file__).parent / "corpus" / name)
    assert {k: found[k] >= least for k, least in HELD[name].items()} == dict.fromkeys(HELD[name], True), found
    assert silent <= 1


@pytest.mark.skipif(not SCORER.exists(), reason="the shared sentences are not beside the checkout")
def test_sentences_people_wrote() -> None:
    found, silent = score(SHARED / "language" / "sentences.jsonl")
    assert found["clear"] >= 92, found
    assert found["clear/multi"] >= 88, found
    assert found["ambiguous"] >= 85, found
    assert found["unsupported"] >= 85, found
    assert silent == 0
