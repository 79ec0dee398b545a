from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

from tests.report import run_folder
from ugcflow.report import document, html
from ugcflow.report.page import page

HOSTILE = "</script><img src=x onerror=alert(1)>"


def render(folder: Path) -> str:
    return html.render(page(document.build(folder), folder), "run/", "")


def test_styles_and_script_are_allowed_by_their_hashes_alone(passed: Path) -> None:
    text = render(passed)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    allowed = policy.group(1).replace("&#39;", "'")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    assert "http" not in allowed
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        inside = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        assert len(inside) == 1
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in allowed


def test_nothing_in_it_points_at_the_network(passed: Path) -> None:
    found: list[tuple[str, str]] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((k, v or "") for k, v in attrs if k in ("src", "href", "style") or k.startswith("on"))

    Links().feed(render(passed))
    assert len(found) > 10
    assert [f for f in found if f[0] != "href" or "//" in f[1]] == []


def test_words_from_outside_stay_words(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    folder = run_folder.make(out, {"x": {"hook": HOSTILE}, "y": {"hook": "b"}}, run_folder.Kind(words=HOSTILE))
    text = render(folder)
    assert "onerror" in text, "it is shown"
    assert "<img src=x" not in text
    assert text.count("</script>") == len(re.findall(r"<script[ >]", text))


def test_template_style_and_script_stay_small() -> None:
    assert sum(f.stat().st_size for f in html.TEMPLATES.iterdir()) < 60_000


def test_two_hundred_variants_stay_small(tmp_path: Path) -> None:
    from ugcflow.report.album import ROOM

    out = tmp_path / "out"
    out.mkdir()
    folder = run_folder.make(out, run_folder.grid(10))
    text = re.sub(r'<script type="text/plain".*?</script>', "", render(folder), flags=re.S)
    assert ROOM + 200 * len(text) / 10 < 25_000_000


def test_the_same_run_makes_the_same_file(passed: Path) -> None:
    assert render(passed) == render(passed)


def test_written_beside_the_files_and_into_the_run(passed: Path) -> None:
    out = passed.parent.parent
    file = html.write(document.build(passed), passed, out)
    assert file == out / "report.html"
    assert 'href="lamp.tiktok.mp4"' in file.read_text("utf-8")
    assert 'href="../../lamp.tiktok.mp4"' in (passed / "report.html").read_text("utf-8")
    assert not list(out.glob(".*.part"))


def test_a_run_without_evidence_or_snapshots_is_still_shown(mixed: Path, tmp_path: Path) -> None:
    bare = tmp_path / "out" / "runs" / mixed.name
    bare.mkdir(parents=True)
    (bare / "events.jsonl").write_bytes((mixed / "events.jsonl").read_bytes())
    text = render(bare)
    assert "1 of 3 variants failed" in text
    assert "data:image" not in text


def test_a_run_cut_off_at_any_event_makes_a_report(mixed: Path, tmp_path: Path) -> None:
    lines = (mixed / "events.jsonl").read_text("utf-8").splitlines(keepends=True)
    folder = tmp_path / "out" / "runs" / mixed.name
    folder.mkdir(parents=True)
    for count in range(1, len(lines), 7):
        (folder / "events.jsonl").write_text("".join(lines[:count]), "utf-8")
        assert "Interrupted" in render(folder)
