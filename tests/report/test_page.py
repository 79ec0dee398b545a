from __future__ import annotations

from pathlib import Path

from tests.report import story
from ugcflow.report import document
from ugcflow.report.album import Album, room
from ugcflow.report.difference import difference
from ugcflow.report.lane import stage, uses
from ugcflow.report.page import marked, page
from ugcflow.report.scene import fates
from ugcflow.studio.draft import to_draft

RAW, TRIMMED, TALL, HOOKED, CALLED, SUNG = (to_draft(t) for t in story.timelines())


def test_a_sentence_is_cut_into_the_words_of_its_operations() -> None:
    reading = story.readings()[0]
    pieces = marked(reading["text"], reading)
    assert "".join(p for p, _ in pieces) == reading["text"]
    assert [p for p, n in pieces if n is not None] == ["trim silences", "add captions", "cut for a 30-second social ad"]


def test_spans_that_overlap_or_leave_the_sentence_lose_no_word() -> None:
    bad = {"operations": [{"start": 0, "end": 4}, {"start": 2, "end": 6}, {"start": 5, "end": 99}]}
    assert "".join(p for p, _ in marked("make it", bad)) == "make it"


def test_what_a_step_made_is_new_and_what_only_moved_is_not() -> None:
    captions = next(lane for lane in stage(HOOKED, TALL)["l"] if lane["r"] == "caption")
    assert {s[3] for s in captions["s"]} == {0}
    hook = next(lane for lane in stage(HOOKED, TALL)["l"] if lane["r"] == "hook")
    assert [s[:4] for s in hook["s"]] == [[0, 3000, "I almost sent this back", 1]]


def test_a_trimmed_clip_is_changed_and_what_it_left_is_new() -> None:
    video = stage(TRIMMED, RAW)["l"][0]
    assert [s[3] for s in video["s"]] == [2, 1, 1, 1, 1, 1, 1]


def test_what_was_taken_away_stays_as_a_ghost() -> None:
    lane = next(lane for lane in stage(TALL, HOOKED)["l"] if lane["r"] == "hook")
    assert lane["s"] == []
    assert lane["g"] == [[0, 3000, "I almost sent this back"]]


def test_pieces_of_the_source_follow_speed() -> None:
    clip = {"id": "c", "s": 0, "d": 1000, "m": {"media": "a", "source": 500, "speed": 2.0}}
    assert uses({"t": [{"tt": 0, "sg": [clip]}]}) == {"a": [(500, 2500)]}


def test_a_draft_of_any_shape_is_drawn() -> None:
    odd = {"t": [{"tt": "x", "sg": [{"m": 3}, None, {"name": "b", "start": 5, "duration": "long"}]}, 7], "m": []}
    assert stage(odd, {})["l"][0]["k"] == "other"
    assert uses(odd) == {}


def test_words_are_kept_when_their_middle_is_played() -> None:
    words = [[0, 100, "one"], [100, 200, "two"], [200, 300, "three"]]
    assert fates(words, [(0, 160)]) == [("one two", True), ("three", False)]
    assert fates(words, None) == [("one two three", True)]


def test_the_difference_names_what_has_an_id() -> None:
    lines = difference({"draft": RAW}, {"draft": TRIMMED}, limit=500).split("\n")
    assert "~ draft.t.Video.sg.c1.d: 36000 → 2100" in lines
    assert any(line.startswith("+ draft.t.Video.sg.c2: {") for line in lines)
    assert difference({"draft": RAW}, {"draft": RAW}) == ""
    assert difference({"draft": RAW}, {"draft": TRIMMED}, limit=3).endswith("more: see the snapshots")


def test_a_picture_is_taken_once_and_only_while_there_is_room(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 600)
    album = Album(tmp_path, room=1000)
    assert album.take("a.jpg") == album.take("a.jpg") == "p0"
    assert album.take("b.jpg") == ""
    assert album.left_out == 1
    assert len(album.taken) == 1


def test_only_pictures_of_the_runs_own_folder_are_taken(tmp_path: Path) -> None:
    inside = tmp_path / "run"
    inside.mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"\xff\xd8\xff")
    (inside / "page.jpg").write_bytes(b"<svg onload=alert(1)>")
    album = Album(inside)
    assert album.take("../secret.jpg") == album.take("page.jpg") == album.take("none.jpg") == ""


def test_the_page_tells_a_failure_once_with_the_variants_it_stopped(mixed: Path) -> None:
    shown = page(document.build(mixed), mixed)
    assert [t["variants"] for t in shown["troubles"]] == [[1]]
    assert shown["troubles"][0]["frame"]["words"] == "calm background music"
    assert shown["axes"] == ["hook"]


def test_pictures_of_variants_are_kept_apart_and_those_of_a_source_shared(mixed: Path) -> None:
    shown = page(document.build(mixed), mixed)
    assert len({v["inputs"][0]["poster"] for v in shown["variants"]}) == 1
    strips = [v["main"]["strip"] for v in shown["variants"] if v["main"]]
    assert len(set(strips)) == len(strips) == 2


def test_more_variants_leave_less_room_for_pictures() -> None:
    assert room(1) == room(200) > room(300) > room(5000) > 0


def test_the_target_is_what_the_export_or_its_check_asks_for(passed: Path) -> None:
    built = document.build(passed)
    assert page(built, passed)["variants"][0]["main"]["target"] == -14
    built["variants"][0]["exports"][0]["checks"][2]["wanted"] = "-20..-10"
    assert page(built, passed)["variants"][0]["main"]["target"] is None
