"""The envelope of JSON answers, and what an envelope or an error frame says went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ugcflow.errors import UgcflowError
from ugcflow.nemo import wire
from ugcflow.nemo.shapes import Json, mapping, number, text, texts


def success(data: Json | None = None, message: str = "success") -> Json:
    """An envelope that says it worked."""
    return {"code": int(wire.Code.SUCCESS), "message": message, "data": data or {}}


def failure(code: int, message: str, **data: Any) -> Json:
    """An envelope that says it did not; `data` may hold `do` (what to do) and `kind` (see Fault)."""
    return {"code": int(code), "message": message, "data": data}


@dataclass(frozen=True, slots=True)
class Fault:
    """What an envelope or an error frame says went wrong.

    Only from a service of ours: `kind`, a class name of ugcflow.errors; `do`; `nearest`; and, when there is more than one, all `problems` as (what, do).
    """

    code: int
    message: str
    do: str = ""
    kind: str = ""
    nearest: tuple[str, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of_error(cls, error: UgcflowError, code: int = 0) -> Fault:
        """The fault that tells a client of a failure here, with all of its problems."""
        problems = tuple((p.what, p.do) for p in error.problems)
        return cls(
            code,
            error.what,
            error.do,
            type(error).__name__,
            error.problem.nearest,
            problems if len(problems) > 1 else (),
        )

    @classmethod
    def of_envelope(cls, body: Json) -> Fault | None:
        """The fault of an envelope, None when its code is 0 or it has none."""
        code = int(number(body.get("code"))) if "code" in body else 0
        if not code and (not body.get("error") or "status" in body):  # a render's `error` is its own
            return None
        if not code:
            return cls.of_frame(body)
        return cls._read(code, text(body.get("message")), mapping(body.get("data")))

    @classmethod
    def of_frame(cls, frame: Json) -> Fault:
        """The fault of an `{"error": …}` frame: a text, or an object with `code` and `message`."""
        error = frame.get("error")
        if not isinstance(error, dict):
            return cls(int(number(frame.get("code"))), text(error) or text(frame.get("message")))
        message = text(error.get("message")) or text(error.get("error"))
        return cls._read(int(number(error.get("code"))), message, error)

    @classmethod
    def _read(cls, code: int, message: str, more: Json) -> Fault:
        listed = more.get("problems")
        problems = (
            tuple((text(p[0]), text(p[1])) for p in listed if isinstance(p, list) and len(p) == 2)
            if isinstance(listed, list)
            else ()
        )
        return cls(code, message, text(more.get("do")), text(more.get("kind")), texts(more.get("nearest")), problems)

    def to_frame(self) -> Json:
        """The `{"error": …}` frame that ends a stream."""
        return {"error": {"code": self.code, "message": self.message, **self._more()}}

    def to_envelope(self) -> Json:
        """The envelope of a call that failed; 500 where no code of the protocol says it."""
        return failure(self.code or 500, self.message, **self._more())

    def _more(self) -> Json:
        return {
            "do": self.do,
            "kind": self.kind,
            "nearest": list(self.nearest),
            "problems": [list(p) for p in self.problems],
        }
