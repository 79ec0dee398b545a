"""A sentence → operations, with the words that led to each; what is vague or can't be done → questions. Deterministic, offline.

Words are data in `lexicons/*.toml`, phrases stand with their operation in `operations/*.py`; the notation is in `pattern.py`.
"""

from ugcflow.studio.language.reader import StudioReader

__all__ = ["StudioReader"]
