"""Languages read from a file of words: what nobody knows is asked about, what is denied is not done."""

from __future__ import annotations

import pytest

from ugcflow.studio.language import StudioReader
from ugcflow.studio.language.words import lexicon

READER = StudioReader()


@pytest.mark.parametrize("text", [
    "зафигачь музыку", "détruis les sous-titres", "distruggi la musica", "sloop de muziek", "usuń pauzy przed ceną", "음악을 폭파해줘",
    "字幕をぶっ壊して", "ürün fiyatından önceki sessizliği sil", "bỏ khoảng lặng trước phần giá", "hapus jeda sebelum harga",
])  # fmt: skip
def test_an_unknown_word_is_asked_about(text: str) -> None:
    assert READER.read(text).questions


@pytest.mark.parametrize("text", [
    "не вырезай паузы", "jangan hapus jeda", "haal de pauzes niet weg", "sessizlikleri silme", "nie usuwaj pauz", "đừng cắt khoảng lặng",
    "무음은 자르지 마", "無音をカットしないで", "n'enlève pas les pauses", "non togliere le pause",
])  # fmt: skip
def test_a_denied_edit_is_not_done(text: str) -> None:
    assert not READER.read(text).operations


@pytest.mark.parametrize("text", [
    "вырежи всё кроме первых 10 секунд", "buang semua kecuali 10 detik pertama", "haal alles weg behalve de eerste 10 seconden",
    "ilk 10 saniye hariç her şeyi sil", "wytnij wszystko poza pierwszymi 10 sekundami", "cắt bỏ tất cả trừ 10 giây đầu",
    "最初の10秒以外を削除して", "supprime tout sauf les 10 premières secondes", "taglia tutto tranne i primi 10 secondi",
    "schneide alles außer den ersten 10 Sekunden weg", "quita todo excepto los primeros 10 segundos",
])  # fmt: skip
def test_all_but_the_first_seconds_go(text: str) -> None:
    reading = READER.read(text)
    assert [o.to_json() for o in reading.operations] == [{"op": "trim_range", "mode": "keep", "start": 0, "end": 10}]
    assert not reading.questions


@pytest.mark.parametrize("text", [
    "обрежь с 1:10 до 1:20", "potong dari detik 10 ke detik 20", "knip van 1:10 tot 1:20", "10 ile 20. saniye arasını kes",
    "przytnij od 1:10 do 1:20", "cắt từ giây 10 đến giây 20", "10초부터 20초까지 잘라줘", "10秒から20秒をカットして",
])  # fmt: skip
def test_keep_or_remove_is_asked(text: str) -> None:
    reading = READER.read(text)
    assert not reading.operations
    assert reading.questions


@pytest.mark.parametrize(("text", "why", "nearest"), [
    ("给它整个活", "看不出这是要做哪种剪辑，请换个说法，或者删掉这句", "剪掉停顿"),
    ("那几秒静音", "从句子里看不出 mute 具体用在哪里；请写明时间（如“0:05到0:20”）", ""),
    ("hazlo más corto", "¿a qué duración?", "quita los silencios"),
    ("deixa mais curto", "para que duração?", "remova as pausas"),
    ("mach das Video kürzer", "auf welche Länge?", "entferne die Pausen"),
])  # fmt: skip
def test_a_question_is_asked_in_the_language_of_the_sentence(text: str, why: str, nearest: str) -> None:
    (question,) = READER.read(text).questions
    assert question.why == why
    assert not nearest or nearest in question.nearest


@pytest.mark.parametrize("language", ["zh", "es", "pt", "de", "hi"])
def test_what_is_translated_is_asked(language: str) -> None:
    sources = [p.read_text() for p in lexicon.FOLDER.parent.rglob("*.py")]
    sources += [p.read_text() for p in lexicon.FOLDER.glob("*.toml") if p.stem in ("en", "common-phrases")]
    for asked in lexicon.read(language)["asked"]:
        part = max(asked.split("{}"), key=len)
        assert any(part in source for source in sources), asked
