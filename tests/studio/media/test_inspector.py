from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from ugcflow.errors import InputError
from ugcflow.studio.media.inspector import StudioInspector

Make = Callable[..., Path]
FILM = ("-f", "lavfi", "-i", "testsrc=s=180x320:d=3:r=25")


def size(picture: Path) -> tuple[int, int]:
    facts = StudioInspector().probe(picture)
    return facts.width, facts.height


def test_evidence_of_a_film(make: Make, tmp_path: Path) -> None:
    file = make("a.mp4", *FILM, "-f", "lavfi", "-i", "sine=d=3")
    folder = tmp_path / "run" / "pictures"
    evidence = StudioInspector().evidence(file, folder, "ad.tiktok")
    assert sorted(p.name for p in folder.iterdir()) == sorted(
        (evidence.poster, evidence.filmstrip, evidence.waveform, evidence.loudness)
    )
    assert all(p.name.startswith("ad.tiktok") for p in folder.iterdir())
    assert size(folder / evidence.poster) == (180, 320)
    assert (evidence.frames, size(folder / evidence.filmstrip)) == (12, (12 * 90, 160))
    wave = json.loads((folder / evidence.waveform).read_text())
    assert (wave["ms"], len(wave["peaks"])) == (50, 60)
    curve = json.loads((folder / evidence.loudness).read_text())
    assert (curve["ms"], len(curve["momentary"]), len(curve["short_term"])) == (100, 30, 30)


def test_a_large_poster_is_made_smaller(make: Make, tmp_path: Path) -> None:
    file = make("a.mp4", "-f", "lavfi", "-i", "testsrc=s=1080x1920:d=0.2:r=10")
    evidence = StudioInspector().evidence(file, tmp_path, "a")
    assert size(tmp_path / evidence.poster) == (540, 960)
    assert (evidence.frames, evidence.waveform, evidence.loudness) == (2, "", "")


def test_a_still_and_a_sound(make: Make, tmp_path: Path) -> None:
    still = StudioInspector().evidence(make("a.png", *FILM, "-frames:v", "1", "-update", "1"), tmp_path, "still")
    assert (bool(still.poster), still.filmstrip, still.waveform) == (True, "", "")
    sound = StudioInspector().evidence(make("a.mp3", "-f", "lavfi", "-i", "sine=d=1"), tmp_path, "sound")
    assert (sound.poster, sound.filmstrip, bool(sound.waveform)) == ("", "", True)


def test_long_sound_has_few_points(make: Make, tmp_path: Path) -> None:
    file = make("a.wav", "-f", "lavfi", "-i", "sine=r=8000:d=130")
    wave = json.loads((tmp_path / StudioInspector().evidence(file, tmp_path, "a").waveform).read_text())
    assert wave["ms"] * len(wave["peaks"]) == pytest.approx(130_000, abs=wave["ms"])
    assert len(wave["peaks"]) <= 2000


def test_a_film_without_sound_has_no_loudness(make: Make) -> None:
    assert StudioInspector().loudness(make("a.mp4", *FILM)).integrated is None


def test_the_nasty_ones_leave_evidence_too(shared_media: Path, tmp_path: Path) -> None:
    for file in sorted((shared_media / "nasty").iterdir()):
        if file.name.startswith(("corrupt", "empty")):
            with pytest.raises(InputError):
                StudioInspector().evidence(file, tmp_path, "bad")
            continue
        evidence = StudioInspector().evidence(file, tmp_path, file.stem)
        width, height = size(tmp_path / evidence.poster)
        facts = StudioInspector().probe(file)
        assert width / height == pytest.approx(facts.width / facts.height, rel=0.02), file


def test_a_long_film_is_shown_from_end_to_end(make: Make, tmp_path: Path) -> None:
    """From 90 s on only key frames are decoded; the strip still runs from black to white."""
    import av

    grey = "nullsrc=s=64x96:r=5:d=100,geq=lum='16+2.19*T':cb=128:cr=128"
    file = make("a.mp4", "-f", "lavfi", "-i", grey, "-g", "20", "-pix_fmt", "yuv420p")
    evidence = StudioInspector().evidence(file, tmp_path, "a")
    with av.open(str(tmp_path / evidence.filmstrip)) as strip:
        row = next(strip.decode(video=0)).to_ndarray(format="gray")[80]
    cells = [float(row[(i * 2 + 1) * len(row) // 24]) for i in range(12)]
    assert cells == sorted(cells)
    assert all(b - a > 10 for a, b in pairwise(cells))
