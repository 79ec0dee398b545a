"""The bundled music: tracks of the immich-memories-music package, chosen by the words a person uses for a mood.

Its LICENSE-MUSIC says the tracks were generated with ACE-Step 1.5, contain no third-party recordings, need no attribution and are under the MIT
licence. A finished ad may use them freely; only a copy of the package itself must keep the licence text.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ugcflow.errors import MissingExtra
from ugcflow.studio.media.medium import medium_of
from ugcflow.studio.timeline import Medium

FALLBACK = "happy"  # what a short ad wants when nobody says
MOODS: dict[str, str] = {
    "energetic": "energetic energy energised energized upbeat up-beat fast driving powerful power epic intense hype hyped exciting excited dynamic "
    "punchy sport sports sporty workout gym action rock edm dance club party banger bold trap hip-hop hiphop rap drum motivational "
    "motivating 动感 激昂 激情 有力 快节奏 热血 运动 燃 摇滚 嗨 电子 活力 充满活力 劲爆 舞曲",
    "happy": "happy cheerful fun funny playful joyful joy bright sunny positive feel-good feelgood light-hearted lighthearted whimsical quirky "
    "summer pop catchy groovy funky uplifting trendy fresh vlog ukulele 欢快 快乐 开心 轻快 愉快 活泼 阳光 俏皮 有趣 搞笑 明快 清新 流行 欢乐",
    "calm": "calm chill chilled relaxed relaxing relax peaceful peace ambient soft quiet mellow lofi lo-fi laid-back soothing meditation "
    "meditative spa gentle-background background slow cozy cosy minimal subtle corporate technology tech neutral acoustic jazz jazzy smooth "
    "平静 舒缓 放松 轻松 安静 柔和 宁静 悠闲 治愈 背景 慢 冥想 轻音乐 低保真",
    "tender": "tender romantic romance love loving gentle sweet warm warmth heartfelt emotional intimate touching wedding delicate piano inspirational "
    "inspiring inspire hopeful moving dreamy 温柔 浪漫 温馨 甜蜜 爱情 感人 温暖 抒情 钢琴 深情 励志 梦幻 感动",
    "nostalgic": "nostalgic nostalgia sad melancholy melancholic sentimental retro vintage old-school memory memories reflective wistful dark moody "
    "dramatic drama mysterious suspense cinematic somber 怀旧 伤感 悲伤 忧伤 复古 回忆 忧郁 戏剧 神秘 电影感 紧张 暗黑",
}  # fmt: skip
_KINDS = {
    "electronic": "electronic electro edm synth synthwave techno house trap club digital 电子 合成器",
    "acoustic": "acoustic guitar piano organic folk ukulele unplugged 原声 吉他 钢琴 民谣",
}


@dataclass(frozen=True, slots=True)
class Track:
    """A file of the library: its `name` ("calm_acoustic_1") and `mood`."""

    name: str
    mood: str
    path: Path


def choose(query: str) -> Track:
    """The track for words such as "upbeat", "chill lo-fi" or "欢快": always the same one for the same words.

    Words it does not know get a bright track. Raises MissingExtra without the music.
    """
    tracks = all_tracks()
    mood = _best(MOODS, query) or FALLBACK
    kind = _best(_KINDS, query)
    fitting = [t for t in tracks if t.name == query.removeprefix("music-")]
    fitting = fitting or [t for t in tracks if t.mood == mood and (not kind or kind in t.name)]
    fitting = fitting or [t for t in tracks if t.mood == mood] or list(tracks)
    return fitting[zlib.crc32(" ".join(_terms(query)).encode()) % len(fitting)]


def known(query: str) -> bool:
    """True when the words name a mood or a track of the library."""
    return bool(_best(MOODS, query)) or any(t.name == query.removeprefix("music-") for t in all_tracks())


def medium(track: Track) -> Medium:
    """The track as a medium `music-<name>` of role music."""
    return medium_of(f"music-{track.name}", track.path, "music", own=True)


@cache
def all_tracks() -> tuple[Track, ...]:
    """Every track, in order of name."""
    try:
        from immich_memories_music import tracks_dir
    except ImportError:
        raise MissingExtra("the music library is not installed", do="pip install 'ugcflow[studio]'") from None
    files = sorted(tracks_dir().glob("*/*.opus"))
    return tuple(Track(file.stem, file.parent.name, file) for file in files)


def _terms(query: str) -> list[str]:
    return re.findall(r"[a-z]+(?:-[a-z]+)*|[\u4e00-\u9fff]+", query.lower())


def _best(choices: dict[str, str], query: str) -> str:
    """The choice most of whose words the query uses; the earlier one of equals; "" when none does."""
    terms = _terms(query)
    scores = {name: sum(_uses(terms, word) for word in words.split()) for name, words in choices.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else ""


def _uses(terms: list[str], word: str) -> bool:
    return word in terms if word.isascii() else any(word in term for term in terms)
