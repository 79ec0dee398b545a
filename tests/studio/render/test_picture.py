"""How footage is fitted into the canvas, by its colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.studio.render.conftest import medium_of
from ugcflow.errors import RenderError
from ugcflow.output import Output
from ugcflow.studio import ffmpeg
from ugcflow.studio.render import render
from ugcflow.studio.timeline import Clip, Timeline

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 30), (30, 30, 200)


@pytest.fixture(scope="module")
def stripes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """960x320: a third red, a third green, a third blue."""
    file = tmp_path_factory.mktemp("stripes") / 'it\'s [a]; "test", 100%.mp4'
    ffmpeg.run(
        ["-f", "lavfi", "-i", "color=0xC81E1E:s=320x320:r=30:d=1", "-f", "lavfi", "-i", "color=0x1EA01E:s=320x320:r=30:d=1",
         "-f", "lavfi", "-i", "color=0x1E1EC8:s=320x320:r=30:d=1", "-filter_complex", "[0][1][2]hstack=3,scale=out_color_matrix=bt709,format=yuv420p",
         "-c:v", "libx264", "-preset", "ultrafast", "-qp", "4", "-colorspace", "bt709", str(file)],
    )  # fmt: skip
    return file


def shown(file: Path, tmp_path: Path, **changes: Any) -> np.ndarray[Any, Any]:
    medium = medium_of(file)
    timeline = Timeline(180, 320, "30", {"a": medium}, (replace(Clip("c", "a", 0, 400), **changes),))
    done = render(timeline, Output("x"), {"a": file}, tmp_path / "o.mp4", work=tmp_path / "work")
    with av.open(str(done.file)) as container:
        frame = next(container.decode(video=0))
    return frame.to_ndarray(format="rgb24").astype(int)


def near(picture: np.ndarray[Any, Any], color: tuple[int, int, int]) -> bool:
    return bool(np.abs(picture.reshape(-1, 3).mean(axis=0) - color).max() < 10)


@pytest.mark.parametrize(("x", "color"), [(0.0, RED), (0.1, RED), (0.5, GREEN), (0.9, BLUE), (1.0, BLUE)])
def test_cover_keeps_what_matters(stripes: Path, tmp_path: Path, x: float, color: tuple[int, int, int]) -> None:
    assert near(shown(stripes, tmp_path, focus=(x, 0.5)), color)


def test_crop_is_taken_first(stripes: Path, tmp_path: Path) -> None:
    picture = shown(stripes, tmp_path, crop=(2 / 3, 0.0, 1 / 3, 1.0), focus=(0.0, 0.0))
    assert near(picture, BLUE)


def test_contain_shows_everything_over_a_darker_copy(stripes: Path, tmp_path: Path) -> None:
    picture = shown(stripes, tmp_path, fit="contain")
    middle = picture[150:170]
    assert near(middle[:, 5:50], RED)
    assert near(middle[:, 70:110], GREEN)
    assert near(middle[:, 130:175], BLUE)
    assert picture[:60].mean() < 0.8 * middle.mean()
    assert picture[:60].mean() > 20


def test_an_unknown_effect_or_fit_is_refused(stripes: Path, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="sparkle"):
        shown(stripes, tmp_path, effects=({"op": "sparkle"},))
    with pytest.raises(RenderError, match="stretch"):
        shown(stripes, tmp_path, fit="stretch")


def test_a_picture_that_ends_early_is_held(stripes: Path, tmp_path: Path) -> None:
    medium = medium_of(stripes)
    timeline = Timeline(180, 320, "30", {"a": medium}, (Clip("c", "a", 0, 3000, 500),))
    done = render(timeline, Output("x"), {"a": stripes}, tmp_path / "o.mp4", work=tmp_path / "work")
    with av.open(str(done.file)) as container:
        frames = [f.to_ndarray(format="rgb24").astype(int) for f in container.decode(video=0)]
    assert len(frames) == 90
    assert near(frames[-1], GREEN)


def test_what_shows_through_a_picture_is_white(tmp_path: Path) -> None:
    file = tmp_path / "cut-out.png"
    ffmpeg.run(["-f", "lavfi", "-i", "color=red@0.0:s=200x200,format=rgba", "-frames:v", "1", str(file)])
    medium = replace(medium_of(file), kind="image", duration=0)
    timeline = Timeline(180, 320, "30", {"a": medium}, (Clip("c", "a", 0, 400),))
    done = render(timeline, Output("x", format="png"), {"a": file}, tmp_path / "o.png", work=tmp_path / "work")
    with av.open(str(done.file)) as container:
        assert next(container.decode(video=0)).to_ndarray(format="rgb24").min() > 245
