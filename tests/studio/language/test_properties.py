"""Whatever is written, an answer comes, quickly, and points into the text."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ugcflow.studio.language import StudioReader
from ugcflow.studio.language.reader import forget

READER = StudioReader()
CORPUS = Path(__file__).parent / "corpus"
WORDS = sorted(
    {w for f in CORPUS.glob("*.jsonl") for line in f.open(encoding="utf-8") for w in json.loads(line)["text"].split()}
)
TEXTS = st.one_of(
    st.text(max_size=2000),
    st.lists(st.sampled_from(WORDS), max_size=250).map(lambda words: " ".join(words)[:2000]),
    st.text(st.sampled_from("剪掉停顿加字幕的把到秒三十分前后音乐画面和，在从第“”一"), max_size=2000),
    st.builds(lambda word, n: (word * n)[:2000], st.sampled_from(WORDS), st.integers(1, 2000)),
)
for _text in (
    "add captions",
    "加字幕",
    "quita los silencios",
    "remova as pausas",
    "entferne die Pausen",
    "ajoute des sous-titres",
):
    READER.read(_text)  # lexicons are loaded once


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text(text: str) -> None:
    reading = READER.read(text)
    assert reading.text == text
    for found in (*reading.operations, *reading.questions):
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.start : found.end] == found.words
    forget()
    assert READER.read(text) == reading


def test_a_word_alone_is_answered() -> None:
    for word in WORDS:
        reading = READER.read(word)
        assert all(0 <= found.start <= found.end <= len(word) for found in (*reading.operations, *reading.questions)), (
            word
        )


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_text_holds_the_reader_up(text: str) -> None:
    READER.read(text)  # loads languages and suggestions, once a process, whatever the sentence
    forget()
    gc.disable()  # a sweep over all that pytest holds is no part of reading
    try:
        begun = time.process_time()
        READER.read(text)
        taken = time.process_time() - begun
    finally:
        gc.enable()
    assert taken < 0.5  # ten times what it takes: timings proper are in benchmarks/


def test_reading_needs_none_of_the_media_libraries() -> None:
    heavy = ("numpy", "av", "faster_whisper", "onnxruntime", "httpx", "starlette", "rich", "jinja2")
    code = f"import sys; from ugcflow.studio.language import StudioReader; StudioReader().read('add captions'); print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
