"""Words on the picture, judged by the pixels they leave."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ugcflow.output import SafeArea
from ugcflow.studio import ffmpeg
from ugcflow.studio.render.ass import escaped
from ugcflow.studio.render.fonts import environment, runs
from ugcflow.studio.render.layout import lay_out
from ugcflow.studio.render.lettering import Lettering
from ugcflow.studio.render.looks import contrast, look_of
from ugcflow.studio.render.typeset import set_text
from ugcflow.studio.timeline import Clip, Timeline, Title, Word

RATE = Fraction(30)
TIKTOK = SafeArea(top=0.11, right=0.12, bottom=0.2, left=0.06)
ROLES = ("hook", "title", "lower_third", "cta", "caption")
SHAPES = ((540, 960), (540, 540), (960, 540), (540, 676))
LONG = "Nobody told me that a serum could change my skin in just three weeks of using it"


def caption(text: str, start: int = 0, each: int = 300, **style: Any) -> Title:
    words = tuple(Word(w, start + i * each, each - 20) for i, w in enumerate(text.split()))
    return Title(f"k{start}", text, start, each * len(words), "caption", words=words, style=style)


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lettering")


def drawn(
    work: Path,
    titles: tuple[Title, ...],
    ms: int,
    size: tuple[int, int] = (540, 960),
    safe: SafeArea = TIKTOK,
    language: str = "en",
) -> np.ndarray[Any, Any]:
    """How far each pixel is from the flat grey it is drawn on, at `ms`."""
    width, height = size
    timeline = Timeline(width, height, "30", titles=titles, language=language)
    document = Lettering(timeline, safe, RATE).over(round(ms * 0.03), 3)
    assert document
    (work / "t.ass").write_text(document, encoding="utf-8")
    raw = ffmpeg.run(
        ["-f", "lavfi", "-i", f"color=0x808080:s={width}x{height}:r=30,format=rgb24", "-vf", "setpts=PTS+3600/TB,ass=t.ass:shaping=complex",
         "-frames:v", "1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"], cwd=work, env=environment(work / "fonts"),
    )  # fmt: skip
    picture = np.frombuffer(raw, np.uint8).reshape(height, width, 3).astype(int)
    return np.abs(picture - picture[0, 0]).max(axis=2)


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("role", ROLES)
def test_nothing_is_drawn_outside_the_safe_area(work: Path, role: str, size: tuple[int, int]) -> None:
    title = caption("Nobody told me serums") if role == "caption" else Title("t", LONG, 0, 3000, role)
    far = drawn(work, (title,), 700, size) > 60
    rows, columns = np.flatnonzero(far.any(axis=1)), np.flatnonzero(far.any(axis=0))
    assert far.sum() > 200
    assert rows[0] >= TIKTOK.top * size[1] - 1
    assert rows[-1] <= (1 - TIKTOK.bottom) * size[1] + 1
    assert columns[0] >= TIKTOK.left * size[0] - 1
    assert columns[-1] <= (1 - TIKTOK.right) * size[0] + 1


@pytest.mark.parametrize("preset", ["tiktok", "hormozi", "mrbeast", "minimal", "karaoke", "box"])
def test_presets_stay_inside_too(work: Path, preset: str) -> None:
    far = drawn(work, (caption("Unbelievable transformation guaranteed", preset=preset),), 500) > 60
    columns = np.flatnonzero(far.any(axis=0))
    assert columns[0] >= TIKTOK.left * 540 - 1
    assert columns[-1] <= (1 - TIKTOK.right) * 540 + 1


@pytest.mark.parametrize("size", SHAPES)
def test_no_text_is_on_another(size: tuple[int, int]) -> None:
    titles = (
        Title("h", "Wait for it", 0, 6000, "hook"), Title("c", "Shop now", 2000, 4000, "cta"),
        Title("l", "Anna Kowalska", 1000, 4000, "lower_third"), Title("t", "Week three", 3000, 1000, "title"),
        *(caption("see how it looks", at) for at in range(0, 6000, 1300)),
    )  # fmt: skip
    placed = lay_out(Timeline(*size, "30", titles=titles), TIKTOK, RATE)
    assert len(placed) == len(titles)
    for one, two in itertools.combinations(placed, 2):
        assert not one.meets(two), (one.title.id, two.title.id)


def test_captions_make_room_for_a_button_and_come_back() -> None:
    titles = (
        Title("c", "Shop now", 2000, 1000, "cta", position="lower-third"),
        caption("before it", 0),
        caption("during it", 2100),
        caption("after it", 3200),
    )
    heights = {p.title.text: p.y for p in lay_out(Timeline(540, 960, "30", titles=titles), TIKTOK, RATE)}
    assert heights["before it"] == heights["after it"] != heights["during it"]


def test_captions_share_one_middle() -> None:
    """Where a platform's buttons push the widest caption aside, all stand with it: words that jump sideways are hard to read."""
    titles = (caption("a", 0), caption("considerably longer words", 400), caption("mid size", 1500))
    placed = lay_out(Timeline(540, 960, "30", titles=titles), SafeArea(0.13, 0.25, 0.2, 0.05), RATE)
    assert len({round(p.middle[0], 3) for p in placed}) == 1
    assert all(p.x >= 0.05 * 540 - 0.01 and p.x + p.width <= 0.75 * 540 + 0.01 for p in placed)


def test_the_spoken_word_is_lit_exactly_while_it_is_spoken(work: Path) -> None:
    """The yellow moves on with the frame in which the next word begins."""
    title = caption("one two", 0, 500)

    def centre(ms: int) -> float:
        width, height = 540, 960
        document = Lettering(Timeline(width, height, "30", titles=(title,)), TIKTOK, RATE).over(round(ms * 0.03), 3)
        (work / "t.ass").write_text(document, encoding="utf-8")
        raw = ffmpeg.run(
            ["-f", "lavfi", "-i", f"color=0x808080:s={width}x{height}:r=30,format=rgb24", "-vf", "setpts=PTS+3600/TB,ass=t.ass:shaping=complex",
             "-frames:v", "1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"], cwd=work, env=environment(work / "fonts"),
        )  # fmt: skip
        picture = np.frombuffer(raw, np.uint8).reshape(height, width, 3).astype(int)
        yellow = (picture[..., 0] > 200) & (picture[..., 1] > 170) & (picture[..., 2] < 120)
        return float(np.flatnonzero(yellow.any(axis=0)).mean())

    assert centre(467) < 260
    assert centre(500) > 280


HOSTILE = [
    "{\\pos(0,0)\\fs400}",
    "a\\Nb",
    "a\\hb\\n",
    "100% {x} }{",
    'it\'s "quoted": a,b;c',
    "[out];[in]null",
    "\\",
    "{",
    "日本{\\b0}語",
    "a\u2028b\x07c",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_written_is_what_is_shown(work: Path, text: str) -> None:
    """Tags in a text neither move it nor grow it: its ink fills the box that was measured for it, and nothing beside that."""
    title = Title("t", text, 0, 2000, "title")
    far = drawn(work, (title,), 700) > 60
    (placed,) = lay_out(Timeline(540, 960, "30", titles=(title,)), TIKTOK, RATE)
    rows, columns = np.flatnonzero(far.any(axis=1)), np.flatnonzero(far.any(axis=0))
    assert placed.y - 2 <= rows[0] <= rows[-1] <= placed.y + placed.height + 2
    assert placed.x - 2 <= columns[0] <= columns[-1] <= placed.x + placed.width + 2
    assert columns[-1] - columns[0] > 0.8 * placed.block.width


def test_braces_and_backslashes_are_kept() -> None:
    assert escaped("{\\N}") == "\\{\\\u2060N\\}"


def test_every_script_has_a_face() -> None:
    texts = {
        "Montserrat": "Привет Żółć", "Noto Sans CJK SC": "你好", "Noto Sans Arabic": "مرحبا", "Noto Sans Hebrew": "שלום",
        "Noto Sans Devanagari": "नमस्ते", "Noto Sans Thai": "สวัสดี", "Noto Emoji": "🎬",
    }  # fmt: skip
    for family, text in texts.items():
        assert {r.face.family for r in runs(text, 800, "zh")} == {family}
    assert {r.face.family for r in runs("漢字", 800, "ja")} == {"Noto Sans CJK JP"}


@pytest.mark.parametrize(
    ("text", "language"),
    [("Nice 🎬 one", "en"), ("三周之后完全不一样了", "zh"), ("تخفيض على كل المنتجات", "ar"), ("Привет", "ru")],
)
def test_words_are_as_wide_as_measured(work: Path, text: str, language: str) -> None:
    """HarfBuzz here and in libass agree: the ink is within 5 % of the measured width."""
    title = Title("t", text, 0, 2000, "title")
    (placed,) = lay_out(Timeline(960, 960, "30", titles=(title,), language=language), SafeArea(), RATE)
    far = drawn(work, (title,), 700, (960, 960), SafeArea(), language) > 100
    columns = np.flatnonzero(far.any(axis=0))
    outline = 2 * placed.look.outline * placed.block.em
    assert columns[-1] - columns[0] - outline == pytest.approx(placed.block.width, rel=0.05)


def test_lines_are_even_and_break_where_a_language_allows() -> None:
    look = look_of("hook", {})
    block = set_text("I was skeptical then I tried it myself", look, 60, 700, "en")
    widths = [line.width for line in block.lines]
    assert len(widths) == 2
    assert min(widths) / max(widths) > 0.7
    chinese = set_text("三周之后，我的皮肤完全不一样了！真的吗？", look, 60, 420, "zh")
    assert len(chinese.lines) > 1
    assert not any(line.text[0] in "，！？。" for line in chinese.lines)


def test_a_word_wider_than_the_picture_is_broken() -> None:
    block = set_text("a" * 300, look_of("title", {}), 100, 400, "en")
    assert block.width <= 400
    assert sum(len(line.text) for line in block.lines) == 300


def test_style_wishes() -> None:
    plain = look_of("caption", {})
    assert look_of("caption", {"size": "bigger"}).size > plain.size > look_of("caption", {"size": "smaller"}).size
    assert look_of("title", {"color": "red"}).color == "FF3B30"
    assert look_of("title", {"color": "#0af"}).color == "00AAFF"
    card = look_of("title", {"background": "white"})
    assert card.card == "FFFFFF"
    assert contrast(card.color, card.card) >= 3
    assert look_of("caption", {"preset": "hormozi"}).upper


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bold yellow", {"weight": 900, "color": "FFD60A", "highlight": "FFFFFF"}),
        ("dark background bar black", {"card": "0B0B0F", "color": "FFFFFF", "outline": 0.0}),
        ("karaoke red", {"color": "FF3B30", "past": "FFDD33"}),
        ("uppercase", {"upper": True}),
        ("逐字高亮 karaoke 黄色", {"color": "FFD60A"}),
        ("black", {"color": "000000", "outline_color": "FFFFFF"}),
        ("some words nobody knows", {}),
    ],
)
def test_styles_as_sentences_say_them(asked: str, expected: dict[str, Any]) -> None:
    """What `understand` makes of "add bold yellow captions" is the string "bold yellow"."""
    look = look_of("caption", {"preset": asked})
    for name in ("weight", "color", "highlight", "card", "outline", "past", "upper", "outline_color"):
        wanted = expected.get(name, getattr(look_of("caption", {}), name) if not expected else getattr(look, name))
        assert getattr(look, name) == wanted, name


def test_words_between_two_chunks_don_t_depend_on_what_came_before() -> None:
    """In the middle of a title that stands still, a chunk's document is the same wherever the title began."""
    early = Lettering(Timeline(540, 960, "30", titles=(Title("t", "Hello", 0, 9000),)), TIKTOK, RATE)
    late = Lettering(Timeline(540, 960, "30", titles=(Title("t", "Hello", 1000, 8000),)), TIKTOK, RATE)
    assert early.over(90, 60) == late.over(90, 60) != ""
    assert early.over(0, 20) != late.over(30, 30) or early.over(0, 30) == late.over(30, 30)


def test_the_first_picture_is_whole(work: Path) -> None:
    """A platform may show frame 0 for the whole film: a hook that begins with it is there at once."""
    hook = Title("h", "Wait for it", 0, 2000, "hook")
    first, later = drawn(work, (hook,), 0), drawn(work, (hook,), 700)
    assert np.abs(first - later).max() < 12


def test_what_cannot_be_written_is_said() -> None:
    signs = Lettering(Timeline(540, 960, "30", titles=(Title("t", "Hi \U0001f9ff \ue123", 0, 900),)), TIKTOK, RATE)
    assert any("\ue123" in w for w in signs.warnings)
    long = Lettering(Timeline(540, 960, "30", titles=(Title("t", "far too many words " * 30, 0, 900),)), TIKTOK, RATE)
    assert any("very small" in w for w in long.warnings)
    assert (
        Lettering(Timeline(540, 960, "30", titles=(Title("t", "Fine 🎬 你好", 0, 900),)), TIKTOK, RATE).warnings == ()
    )


def test_captions_of_one_edit_have_one_size() -> None:
    """What captioning takes for a full line fits one at full size, in the narrowest safe area of a platform too."""
    groups = (
        "Welcome to",
        "including commercial uses.",
        "you can edit",
        "the remotion recorder.",
        "every single night.",
    )
    titles = tuple(caption(g, 2000 * i) for i, g in enumerate(groups))
    placed = lay_out(Timeline(1080, 1920, "30", titles=titles), SafeArea(0.131, 0.222, 0.229, 0.111), RATE)
    sizes = [p.block.em for p in placed]
    assert min(sizes) > 0.9 * max(sizes)
    assert len(next(p for p in placed if p.title.text == "Welcome to").block.lines) == 1


@pytest.mark.parametrize(("end", "whole"), [(4000, True), (3000, False)])
def test_a_call_to_action_is_whole_in_the_last_picture(work: Path, end: int, whole: bool) -> None:
    """It fades away only when the film goes on without it."""
    timeline = Timeline(
        540, 960, "30", clips=(Clip("1", "a", 0, 4000),), titles=(Title("c", "Shop now", 0, end, "cta"),)
    )
    document = Lettering(timeline, TIKTOK, RATE).over(end * 30 // 1000 - 3, 3)
    assert ("\\fad(" in document and "\\fad(0,0)" not in document) is not whole


def test_words_moved_up_or_down_stay_near_where_they_were() -> None:
    def top(position: str) -> float:
        title = Title("k", "So good", 0, 2000, "caption", position=position)
        return lay_out(Timeline(540, 960, "30", titles=(title,)), TIKTOK, RATE)[0].y

    assert top("center") < top("higher up") < top("") < top("lower down") < top("bottom")
    assert top("above platform ui") == top("")
