"""How a call is refused: a code of protocol.md in an envelope, with the HTTP status that says the same."""

from __future__ import annotations

from starlette.responses import JSONResponse

from ugcflow.errors import AuthError, CreditsError, SessionLost, UgcflowError
from ugcflow.nemo.envelope import Fault, failure
from ugcflow.nemo.wire import Code
from ugcflow.redact import Redactor

STATUS = {
    Code.CLIENT_ID_MISSING: 400, Code.EXPORT_BLOCKED: 402, Code.RATE_LIMIT: 429, Code.BAD_TOKEN: 401, Code.SESSION_NOT_FOUND: 404,
    Code.NO_CREDITS: 402, Code.FILE_TYPE: 415, Code.FILE_TOO_LARGE: 413,
}  # fmt: skip
"""The HTTP status beside each code; the code is what counts."""
_CODES: dict[type[UgcflowError], Code] = {
    SessionLost: Code.SESSION_NOT_FOUND, CreditsError: Code.NO_CREDITS, AuthError: Code.BAD_TOKEN,
}  # fmt: skip


class Refusal(Exception):
    """A call was understood and not carried out. `code` is one of protocol.md, or an HTTP status where it has none."""

    def __init__(self, code: int, message: str, *, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.code = int(code)
        self.message = message
        self.retry_after = retry_after

    def response(self) -> JSONResponse:
        """The envelope, with Retry-After where it is known when to try again."""
        headers = {"Retry-After": str(max(1, round(self.retry_after)))} if self.retry_after else None
        status = STATUS.get(Code(self.code), 400) if self.code in list(Code) else self.code
        return JSONResponse(failure(self.code, self.message), status, headers)


def fault_of(error: UgcflowError) -> Fault:
    """An editor's error as it goes over the wire, without secrets."""
    code = next((int(code) for kind, code in _CODES.items() if isinstance(error, kind)), 0)
    fault = Fault.of_error(error, code)
    clean = Redactor().text
    problems = tuple((clean(what), clean(do)) for what, do in fault.problems)
    return Fault(fault.code, clean(fault.message), clean(fault.do), fault.kind, fault.nearest, problems)


def failed(error: UgcflowError) -> JSONResponse:
    """The envelope of a call the editor could not carry out."""
    fault = fault_of(error)
    status = STATUS.get(Code(fault.code), 422) if fault.code in list(Code) else 422
    return JSONResponse(fault.to_envelope(), status)


def no_session() -> Refusal:
    """There is no such session, or it is somebody else's: nobody learns which."""
    return Refusal(Code.SESSION_NOT_FOUND, "session not found")
