"""The protocol's codes as errors for people: what happened, and what to do. The table of protocol.md, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ugcflow.errors import (
    AuthError,
    CreditsError,
    EditorError,
    InputError,
    NetworkError,
    PlanError,
    Problem,
    ProtocolError,
    RenderError,
    SessionLost,
    StepError,
    UgcflowError,
)
from ugcflow.nemo import wire
from ugcflow.nemo.envelope import Fault
from ugcflow.nemo.wire import Code
from ugcflow.redact import Redactor

_KINDS: dict[str, type[UgcflowError]] = {"StepError": StepError, "InputError": InputError, "RenderError": RenderError}
FORMATS_LINE = f"it takes {', '.join(wire.FORMATS)}; convert it first, for example to mp4 (H.264)"
LARGEST_LINE = f"the limit is {wire.LARGEST_UPLOAD // 2**20} MB: compress it, or trim it to the part you need"


class Refused(Exception):
    """The server answered with a fault: the call was understood and not carried out."""

    def __init__(self, fault: Fault, retry_after: float | None = None) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a refusal is told to: the host that refused, whether the token is anonymous, and what a registration link binds to."""

    host: str
    anonymous: bool = False
    web_url: str = wire.WEB_URL
    bind: str = ""


def error_of(fault: Fault, who: Who, about: str = "") -> UgcflowError:
    """The error for a fault; `about` names what the call was about (a file)."""
    said = Redactor().text(fault.message).strip()
    if kind := _KINDS.get(fault.kind):
        error = kind(said or "the editor could not do this", do=Redactor().text(fault.do), nearest=fault.nearest)
        if fault.problems:
            error.problems = tuple(Problem(Redactor().text(what), Redactor().text(do)) for what, do in fault.problems)
        return error
    if fault.code in (Code.FILE_TYPE, Code.FILE_TOO_LARGE):
        return _file_error(fault.code, said, about)
    known = _KNOWN.get(fault.code)
    if known is None:
        what = f"{who.host} refused {about or 'the call'}" + (f" with code {fault.code}" if fault.code else "")
        return ProtocolError(f"{what}: {said}" if said else what, do=Redactor().text(fault.do) or "try again; if it stays, the editor has changed or NEMO_API_URL is wrong", code=fault.code)  # fmt: skip
    kind_, what, do = known
    return kind_(f"{what} ({fault.code})", do=_what_to_do(fault.code, do, who), code=fault.code)


def _file_error(code: int, said: str, about: str) -> InputError:
    name = about or "the file"
    if code == Code.FILE_TYPE:
        return InputError(
            f"{name} is of a type the editor does not take (4001)" + (f": {said}" if said else ""), do=FORMATS_LINE
        )
    return InputError(f"{name} is too large for the editor (4002)", do=LARGEST_LINE)


def _what_to_do(code: int, do: str, who: Who) -> str:
    if code == Code.NO_CREDITS and who.anonymous:
        bind = f"?bind={who.bind}" if who.bind else ""
        return f"register at {who.web_url}{bind} to go on with more credits, then set NEMO_TOKEN"
    if code == Code.BAD_TOKEN and who.anonymous:
        return "a new anonymous token was refused as well: set NEMO_TOKEN to a token of your own"
    return do


_KNOWN: dict[int, tuple[type[EditorError], str, str]] = {
    Code.BAD_TOKEN: (AuthError, "the token is wrong or has expired", "get a new one in your account and set NEMO_TOKEN"),
    Code.SESSION_NOT_FOUND: (
        SessionLost, "the session is gone, and the edits with it", "run the recipe again: it starts a new session; nothing was sent twice",
    ),
    Code.NO_CREDITS: (CreditsError, "no credits are left", "top up credits in your account"),
    Code.EXPORT_BLOCKED: (
        PlanError, "this plan does not allow the export", "it is a matter of the subscription, not of credits: register, or upgrade the plan",
    ),
    Code.RATE_LIMIT: (
        NetworkError, "the editor's rate limit was reached, and again after waiting", "wait some minutes; run fewer variants at once with --jobs",
    ),
}  # fmt: skip
