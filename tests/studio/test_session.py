"""The studio keeps the session contract, with real files: upload, send, state, export, crash and cancellation."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ugcflow import schema
from ugcflow.errors import InputError, RenderError, SessionLost, StepError
from ugcflow.session import Done, Event, Message, Operation, Output, Session, Text, Tool, Upload
from ugcflow.studio import ffmpeg
from ugcflow.studio.editor import Studio
from ugcflow.studio.media.probe import probe
from ugcflow.studio.session import StudioSession


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """tall.mp4 (180x320, 6 s, a tone), wide.mp4 (320x180, 3 s, silent picture), card.png, bed.m4a."""
    folder = tmp_path_factory.mktemp("clips")
    tone = ["-f", "lavfi", "-i", "sine=440:d=6"]
    ffmpeg.run(
        ["-f", "lavfi", "-i", "testsrc2=s=180x320:r=25:d=6", *tone, "-shortest", "-g", "25", str(folder / "tall.mp4")]
    )
    ffmpeg.run(["-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=3", str(folder / "wide.mp4")])
    ffmpeg.run(["-f", "lavfi", "-i", "color=red:s=200x200:d=1", "-frames:v", "1", str(folder / "card.png")])
    ffmpeg.run([*tone, str(folder / "bed.m4a")])
    return folder


def _run(tmp_path: Path, work: Callable[[Studio, StudioSession], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        studio = Studio(tmp_path / "home", tmp_path / "cache")
        session = await studio.open("ad", "en")
        contract: Session = session
        assert await contract.claim_link() == ""
        return await work(studio, session)

    return asyncio.run(main())


async def _send(session: StudioSession, text: str, *operations: Operation, on: str = "") -> list[Event]:
    return [e async for e in session.send(Message(text, on, operations or None))]


def test_inputs_make_the_timeline_in_order(clips: Path, tmp_path: Path) -> None:
    async def work(_: Studio, session: StudioSession) -> Any:
        up = await session.upload(Upload("tall", clips / "tall.mp4"))
        assert up.probe["width"] == 180
        assert len(up.sha256) == 64
        await session.upload(Upload("wide", clips / "wide.mp4"))
        await session.upload(Upload("card", clips / "card.png"))
        await session.upload(Upload("bed", clips / "bed.m4a"))
        await session.upload(Upload("wide", clips / "wide.mp4"))  # once more: the same file is there already
        with pytest.raises(InputError, match="another input called wide"):
            await session.upload(Upload("wide", clips / "tall.mp4"))
        return await session.state()

    state = _run(tmp_path, work)
    (video,) = state.draft["t"]
    assert [(s["m"]["media"], s["s"], s["d"]) for s in video["sg"]] == [("tall", 0, 6000), ("wide", 6000, 3000)]
    assert state.canvas_config == {"width": 180, "height": 320, "fps": "25"}
    assert [i["role"] for i in state.video_infos] == ["footage", "footage", "asset", "asset"]
    assert not list(Draft202012Validator(schema.load("draft")).iter_errors(state.draft))


def test_an_image_before_the_video_makes_way_for_it(clips: Path, tmp_path: Path) -> None:
    async def work(_: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("card", clips / "card.png"))
        alone = await session.state()
        await session.upload(Upload("tall", clips / "tall.mp4"))
        return alone, await session.state()

    alone, both = _run(tmp_path, work)
    assert [s["m"]["media"] for s in alone.draft["t"][0]["sg"]] == ["card"]
    assert [s["m"]["media"] for s in both.draft["t"][0]["sg"]] == ["tall"]
    assert both.canvas_config["height"] == 320


def test_a_sentence_streams_what_it_does_and_ends_with_done(clips: Path, tmp_path: Path) -> None:
    async def work(_: Studio, session: StudioSession) -> list[Event]:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        return await _send(session, "cut the last 2 seconds")

    events = _run(tmp_path, work)
    assert [e.phase for e in events if isinstance(e, Tool)] == ["call", "result"]
    done = events[-1]
    assert isinstance(done, Done)
    assert done.applied == ("Cut 2 s off the end",)
    assert done.reply == "Cut 2 s off the end. The edit is 4 s long."
    assert [e.text for e in events if isinstance(e, Text)] == [done.reply]


def test_a_sentence_that_fails_changes_nothing(clips: Path, tmp_path: Path) -> None:
    async def work(_: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        before = await session.state()
        first, second = Operation("trim_end", {"seconds": 2}), Operation("trim_end", {"seconds": 60})
        with pytest.raises(StepError, match="an edit of 4 s"):
            await _send(session, "cut", first, second)
        with pytest.raises(StepError):
            await _send(session, "zxqv blorp the wug")
        return before, await session.state()

    before, after = _run(tmp_path, work)
    assert before == after


def test_undo_takes_the_last_sentence_back_then_the_one_before(clips: Path, tmp_path: Path) -> None:
    async def work(_: Studio, session: StudioSession) -> list[int]:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        lengths = []
        trim, undo = Operation("trim_end", {"seconds": 1}), Operation("undo")
        for operations in ([trim], [trim, trim], [undo], [undo], [trim, undo, trim]):
            await _send(session, "x", *operations)
            lengths.append((await session.state()).draft["d"])
        await _send(session, "x", undo)
        with pytest.raises(StepError, match="nothing to take back"):
            await _send(session, "x", undo)
        return lengths

    assert _run(tmp_path, work) == [5000, 3000, 5000, 6000, 5000]


def test_a_session_goes_on_after_a_crash(clips: Path, tmp_path: Path) -> None:
    async def work(studio: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        await _send(session, "cut", Operation("trim_end", {"seconds": 1}))
        again = await Studio(tmp_path / "home", tmp_path / "cache").attach(session.id)
        assert await again.state() == await session.state()
        await _send(again, "back", Operation("undo"))
        assert (await again.state()).draft["d"] == 6000
        for nobody in ("0" * 16, "../home", ""):
            with pytest.raises(SessionLost):
                await studio.attach(nobody)

    _run(tmp_path, work)


def test_a_step_cut_off_while_it_was_kept_leaves_nothing_to_take_back(clips: Path, tmp_path: Path) -> None:
    async def work(studio: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        await _send(session, "cut", Operation("trim_end", {"seconds": 1}))
        folder = tmp_path / "home" / session.id
        history = {"sentence": "cut again", "draft": json.loads((folder / "draft.json").read_text())}
        # as if killed before the draft was written
        (folder / "history" / "0002.json").write_text(json.dumps(history))
        rows = json.loads((folder / "media.json").read_text())
        (folder / "media.json").write_text(json.dumps([*rows, {**rows[0], "id": "another"}]))
        again = await studio.attach(session.id)
        await _send(again, "back", Operation("undo"))
        assert (await again.state()).draft["d"] == 6000

    _run(tmp_path, work)


def test_footage_changed_behind_our_back_is_noticed(clips: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mp4"
    copy.write_bytes((clips / "wide.mp4").read_bytes())

    async def work(studio: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("a", copy))
        copy.write_bytes((clips / "tall.mp4").read_bytes())
        with pytest.raises(InputError, match="changed"):
            await studio.attach(session.id)
        copy.unlink()
        with pytest.raises(InputError, match="not there"):
            await studio.attach(session.id)

    _run(tmp_path, work)


def test_batch_style_edits_one_input_and_exports_it(clips: Path, tmp_path: Path) -> None:
    async def work(_: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        await session.upload(Upload("wide", clips / "wide.mp4"))
        await _send(session, "x", Operation("trim_end", {"seconds": 4}), on="tall")
        await _send(session, "x", Operation("reframe", {"aspect": "1:1"}), on="wide")
        await _send(session, "x", Operation("text_overlay", {"text": "Hi", "role": "cta"}), on="tall")
        state = await session.state()
        with pytest.raises(StepError, match="bed is not in the edit"):
            await _send(session, "x", Operation("mute"), on="bed")
        out = await session.export(Output("one", of="wide", width=120, height=120), tmp_path / "out" / "one.mp4")
        return state, out

    state, out = _run(tmp_path, work)
    assert [(s["m"]["media"], s["d"]) for s in state.draft["t"][0]["sg"]] == [("tall", 2000), ("wide", 3000)]
    assert state.canvas_config["height"] == 320
    title = state.draft["t"][1]["sg"][0]
    assert title["s"] + title["d"] == 2000
    facts = probe(out.file)
    assert (facts.width, facts.height) == (120, 120)
    assert abs(facts.duration - 3000) <= 40
    assert out.draft is not None
    assert out.draft["m"]["canvas"]["width"] == 120


def test_an_export_given_up_stops_ffmpeg_and_leaves_no_file(clips: Path, tmp_path: Path) -> None:
    to = tmp_path / "out" / "x.mp4"

    async def work(_: Studio, session: StudioSession) -> None:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        await _send(session, "x", Operation("reframe", {"aspect": "9:16"}))
        begun = asyncio.Event()
        loop = asyncio.get_running_loop()
        told = lambda done, what: loop.call_soon_threadsafe(begun.set)  # noqa: E731
        task = asyncio.create_task(session.export(Output("x"), to, told))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not ffmpeg.running()
        assert not to.exists()
        assert not [p for p in to.parent.glob("*") if p.is_file()] if to.parent.exists() else True
        again = await session.export(Output("x", width=90, height=160), to)
        assert again.file == to

    _run(tmp_path, work)


def test_bad_inputs_are_sentences(clips: Path, tmp_path: Path) -> None:
    junk = tmp_path / "junk.mp4"
    junk.write_bytes(b"hello" * 100)
    cases = [
        (Upload("a", tmp_path / "nowhere.mp4"), "not there"),
        (Upload("a", junk), "junk.mp4"),
        (Upload("a", clips / "bed.m4a", role="footage"), "sound and makes no picture"),
        (Upload("a", clips / "tall.mp4", sha256="0" * 64), "not the file"),
        (Upload("a", url="http://example.com/a.mp4"), "not an https link"),
        (Upload("a", url="https://127.0.0.1/a.mp4"), "private address"),
    ]

    async def work(_: Studio, session: StudioSession) -> Any:
        for upload, message in cases:
            with pytest.raises(InputError, match=message):
                await session.upload(upload)
        with pytest.raises(StepError, match="no footage"):
            await _send(session, "x", Operation("trim_end", {"seconds": 1}))
        with pytest.raises(StepError, match="nothing to export"):
            await session.export(Output("x"), tmp_path / "x.mp4")
        return await session.state()

    assert _run(tmp_path, work).draft["t"] == []


def test_the_draft_alone_with_its_media_renders_the_same_file(clips: Path, tmp_path: Path) -> None:
    from ugcflow.studio.draft import from_draft
    from ugcflow.studio.render import render

    output = Output("x", width=90, height=160)

    async def work(_: Studio, session: StudioSession) -> Any:
        await session.upload(Upload("tall", clips / "tall.mp4"))
        await _send(session, "x", Operation("trim_range", {"start": 1, "end": 2.5, "mode": "remove"}))
        await _send(session, "x", Operation("text_overlay", {"text": "New", "role": "hook"}))
        return (await session.state()).draft, await session.export(output, tmp_path / "a.mp4")

    draft, done = _run(tmp_path, work)
    timeline = from_draft(json.loads(json.dumps(draft)))
    again = render(timeline, output, {"tall": clips / "tall.mp4"}, tmp_path / "b.mp4", work=tmp_path / "w")
    assert again.sha256 == done.sha256


def test_a_home_that_can_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(RenderError, match="could not be written"):
        asyncio.run(Studio(tmp_path / "home", tmp_path / "cache").open("ad", "en"))
