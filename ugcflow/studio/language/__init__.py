"""A sentence → operations, with the words that led to each; what is vague or can't be done → questions. Deterministic, offline.

Words are data in `lexicons/*.toml`, phrases stand with their operation in `operations/*.py`; the notation is in `phrases/pattern.py`.
A sentence goes through the rooms in this order, and none knows a later one: `words`, `phrases`, `figures`, `shown`, `senses`, `looks`,
`clauses`, `reading`, `timing`, `context`; `reader.py` is the road through them.
"""

from ugcflow.studio.language.reader import StudioReader

__all__ = ["StudioReader"]
