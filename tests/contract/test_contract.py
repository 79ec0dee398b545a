"""What every editor keeps, whichever it is: the studio in process, and the client against what speaks the protocol."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.contract.conftest import EDITS, EXPORTS, MEDIA, READS, SESSIONS
from ugcflow.errors import InputError, SessionLost, StepError, UgcflowError
from ugcflow.session import Credits, Done, Editor, Event, Message, Output, Session, State, Text, Upload
from ugcflow.session.summary import changes

pytestmark = pytest.mark.anyio
TITLE = 'Add the text "Hello" at the top for the first 2 seconds'
SMALL = Output("small", width=180, height=320, loudness=None)


async def heard(session: Session, text: str, on: str = "") -> list[Event]:
    return [e async for e in session.send(Message(text, on))]


async def with_footage(editor: Editor, clip: Path) -> Session:
    session = await editor.open("contract", "en")
    await session.upload(Upload("clip", clip, role="footage"))
    return session


@pytest.mark.needs(SESSIONS)
async def test_sessions_have_ids_of_their_own(editor: Editor) -> None:
    first, second = await editor.open("one", "en"), await editor.open("two", "zh")
    assert first.id
    assert first.id != second.id


@pytest.mark.needs(SESSIONS)
async def test_an_upload_is_told_by_content_and_shows_in_the_state(editor: Editor, clip: Path) -> None:
    session = await editor.open("contract", "en")
    told: list[float] = []
    uploaded = await session.upload(Upload("clip", clip, role="footage"), lambda done, what: told.append(done))
    assert (uploaded.id, uploaded.name, uploaded.bytes) == ("clip", "clip.mp4", clip.stat().st_size)
    assert uploaded.sha256 == hashlib.sha256(clip.read_bytes()).hexdigest()
    assert told[-1] == 1.0
    assert (await session.state()).draft["t"]


@pytest.mark.needs(MEDIA)
async def test_an_upload_says_what_was_found_in_it(editor: Editor, clip: Path) -> None:
    session = await editor.open("contract", "en")
    probe = (await session.upload(Upload("clip", clip, role="footage"))).probe
    assert (probe["kind"], probe["width"], probe["height"], probe["fps"]) == ("video", 180, 320, 30)


@pytest.mark.needs(SESSIONS)
async def test_a_state_has_the_shape_of_the_protocol(editor: Editor, clip: Path) -> None:
    state = await (await with_footage(editor, clip)).state()
    assert isinstance(state, State)
    assert [t["tt"] for t in state.draft["t"]]
    assert all(t["sg"] for t in state.draft["t"])
    assert state.draft["d"] > 0
    assert State.from_json(state.to_json()) == state


@pytest.mark.needs(MEDIA)
async def test_footage_makes_the_timeline(editor: Editor, clip: Path) -> None:
    draft = (await (await with_footage(editor, clip)).state()).draft
    assert [t["tt"] for t in draft["t"]] == [0]
    assert abs(draft["d"] - 4000) <= 50


@pytest.mark.needs(EDITS)
async def test_a_message_ends_with_one_done_and_its_texts_are_the_reply(editor: Editor, clip: Path) -> None:
    events = await heard(await with_footage(editor, clip), TITLE)
    assert [i for i, e in enumerate(events) if isinstance(e, Done)] == [len(events) - 1]
    done = events[-1]
    assert isinstance(done, Done)
    assert done.applied
    for event in events:
        if isinstance(event, Text):
            assert event.text in done.reply


@pytest.mark.needs(EDITS)
async def test_an_edit_changes_the_state_and_a_status_word_does_not(editor: Editor, clip: Path) -> None:
    session = await with_footage(editor, clip)
    before = await session.state()
    await heard(session, TITLE)
    after = await session.state()
    assert [c.kind for c in changes(before, after)] == ["added"]
    await heard(session, "show tracks")
    assert await session.state() == after


@pytest.mark.needs(EDITS, READS)
async def test_the_text_asked_for_is_there(editor: Editor, clip: Path) -> None:
    session = await with_footage(editor, clip)
    await heard(session, TITLE)
    (track,) = [t for t in (await session.state()).draft["t"] if t["tt"] == 7]
    (segment,) = track["sg"]
    assert (segment["m"]["text"], segment["s"], segment["d"]) == ("Hello", 0, 2000)


@pytest.mark.needs(READS)
async def test_a_sentence_that_can_not_be_done_changes_nothing(editor: Editor, clip: Path) -> None:
    session = await with_footage(editor, clip)
    before = await session.state()
    with pytest.raises(StepError) as caught:
        await heard(session, "replace the actor with a dragon")
    assert caught.value.what
    assert await session.state() == before
    await heard(session, TITLE)


@pytest.mark.needs(EXPORTS)
async def test_an_export_is_whole_under_its_own_name_alone(editor: Editor, clip: Path, tmp_path: Path) -> None:
    session = await with_footage(editor, clip)
    to = tmp_path / "out" / "ad.mp4"
    to.parent.mkdir()
    told: list[float] = []
    exported = await session.export(SMALL, to, lambda done, what: told.append(done))
    assert (exported.output, exported.file, exported.bytes) == ("small", to, to.stat().st_size)
    assert exported.sha256 == hashlib.sha256(to.read_bytes()).hexdigest()
    assert [f.name for f in to.parent.iterdir()] == ["ad.mp4"]
    assert told == sorted(told)
    assert exported.seconds > 0


@pytest.mark.needs(EXPORTS, MEDIA)
async def test_an_export_is_what_was_asked(editor: Editor, clip: Path, tmp_path: Path) -> None:
    session = await with_footage(editor, clip)
    exported = await session.export(Output("square", width=180, height=180, loudness=None), tmp_path / "square.mp4")
    from ugcflow import backends

    inspector = backends.inspector()
    assert inspector
    facts = inspector.probe(exported.file)
    assert (facts.width, facts.height, facts.video_codec, round(exported.seconds)) == (180, 180, "h264", 4)
    assert exported.draft
    assert exported.asked_elsewhere == ()


@pytest.mark.needs(EXPORTS)
async def test_an_empty_session_exports_nothing(editor: Editor, tmp_path: Path) -> None:
    session = await editor.open("contract", "en")
    with pytest.raises(UgcflowError) as caught:
        await session.export(SMALL, tmp_path / "ad.mp4")
    assert caught.value.do
    assert not (tmp_path / "ad.mp4").exists()


@pytest.mark.needs(SESSIONS)
async def test_attach_finds_the_same_edit(editor: Editor, clip: Path) -> None:
    session = await with_footage(editor, clip)
    await heard(session, TITLE)
    again = await editor.attach(session.id)
    assert again.id == session.id
    assert await again.state() == await session.state()


@pytest.mark.needs(SESSIONS)
@pytest.mark.parametrize("id_", ["nowhere", "0123456789abcdef", "../../etc"])
async def test_attach_to_nothing_is_a_lost_session(editor: Editor, id_: str) -> None:
    with pytest.raises(SessionLost) as caught:
        await editor.attach(id_)
    assert caught.value.do


@pytest.mark.needs(SESSIONS)
@pytest.mark.parametrize(("name", "content"), [("missing.mp4", None), ("notes.txt", b"hello"), ("empty.mp4", b"")])
async def test_a_file_that_can_not_be_used(
    editor: Editor, clip: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    session = await editor.open("contract", "en")
    with pytest.raises(InputError) as caught:
        await session.upload(Upload("x", tmp_path / name))
    assert caught.value.do
    assert (await session.upload(Upload("clip", clip))).bytes


@pytest.mark.needs(MEDIA)
async def test_a_film_that_is_none(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "broken.mp4").write_bytes(b"\0" * 5000)
    session = await editor.open("contract", "en")
    with pytest.raises(InputError):
        await session.upload(Upload("x", tmp_path / "broken.mp4"))


@pytest.mark.needs(MEDIA)
async def test_a_file_that_is_not_the_pinned_one(editor: Editor, clip: Path) -> None:
    session = await editor.open("contract", "en")
    with pytest.raises(InputError):
        await session.upload(Upload("clip", clip, sha256="0" * 64))


@pytest.mark.needs(EDITS, MEDIA)
async def test_sessions_do_not_mix(editor: Editor, clip: Path) -> None:
    one, two = await with_footage(editor, clip), await with_footage(editor, clip)
    untouched = await two.state()
    await heard(one, TITLE)
    assert await two.state() == untouched


@pytest.mark.needs(EDITS, MEDIA)
async def test_a_sentence_about_one_input(editor: Editor, clip: Path, tmp_path: Path) -> None:
    session = await with_footage(editor, clip)
    await session.upload(Upload("other", clip, role="footage"))
    await heard(session, "mute it", on="other")
    (track,) = [t for t in (await session.state()).draft["t"] if t["tt"] == 0]
    assert [s["m"]["muted"] for s in track["sg"]] == [False, True]


@pytest.mark.needs(SESSIONS)
async def test_credits_costs_and_the_claim_link(editor: Editor) -> None:
    left = await editor.credits()
    assert isinstance(left, Credits)
    assert left.unlimited or left.available >= 0
    assert editor.cost(("add captions",)) >= 0
    link = await (await editor.open("contract", "en")).claim_link()
    assert link == "" or link.startswith("https://")
    assert "nmv_" not in link
