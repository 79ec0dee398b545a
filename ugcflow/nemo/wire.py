"""The names, paths, codes and limits of the cloud's wire protocol, for the client and for `ugcflow serve`. Nothing here does anything.

What `ugcflow serve` adds to the protocol, so that a run through it gives the same draft and the same bytes as a run in process. A client that
meets `SERVICE_HEADER` in an answer uses the additions; any other server never sees one of them.

    X-Ugcflow-Service: <version>     on every answer of the service: "this is ours"
    X-Ugcflow-Input: <json>          on an upload: {"id", "role", "sha256", "name"} in ASCII JSON (see shapes.InputNote)
    "ugcflow": {…}                   in the body of /run_sse: {"on", "operations"} (shapes.MessageNote); of a render: the whole Output (shapes.output_to_json)
    stateDelta "ugcflow:working"     in an event: {"what", "done"}: session.Working
    stateDelta "ugcflow:done"        in the last event: {"applied", "warnings"}: what session.Done carries beside the reply
    {"error": {"kind", "do", …}}     an error frame that says which of ugcflow.errors it is, and what to do (envelope.Fault)
    data.files[] of an upload        [{"id", "name", "sha256", "bytes", "probe"}]
    data.task_id of a state          the task the session belongs to, for claim links after a resume
    "progress" of a render           0…1; and in its "output": "sha256", "draft", "warnings"
    "retry_after" of a render        how many seconds to wait before the next poll (the cloud: every 30 s)
    "unlimited" of the credits       true where nothing is counted
"""

from __future__ import annotations

from enum import IntEnum
from urllib.parse import quote

AGENT = "nemo_agent"
USER = "me"

API_URL = "https://mega-api-prod.nemovideo.ai"
WEB_URL = "https://nemovideo.com"

# Paths, as templates for a router; `filled` puts ids in.
ANONYMOUS_TOKEN = "/api/auth/anonymous-token"
CLAIM_TOKEN = "/api/auth/claim-token"
OPEN_SESSION = f"/api/tasks/{USER}/with-session/{AGENT}"
RUN = "/run_sse"
UPLOAD = f"/api/upload-video/{AGENT}/{USER}/{{session_id}}"
CREDITS = "/api/credits/balance/simple"
STATE = f"/api/state/{AGENT}/{USER}/{{session_id}}/latest"
SUBMIT_RENDER = "/api/render/proxy/lambda"
POLL_RENDER = "/api/render/proxy/lambda/{render_id}"
DOWNLOAD = "/api/render/proxy/{render_id}/download"

# Headers.
CLIENT_ID_HEADER = "X-Client-Id"
SOURCE_HEADER = "X-Skill-Source"
VERSION_HEADER = "X-Skill-Version"
PLATFORM_HEADER = "X-Skill-Platform"
SERVICE_HEADER = "X-Ugcflow-Service"
INPUT_HEADER = "X-Ugcflow-Input"
EXTRA_FIELD = "ugcflow"
WORKING_DELTA = "ugcflow:working"
DONE_DELTA = "ugcflow:done"

UPLOAD_FIELD = "files"
TOKEN_PREFIX = "nmv_usr_"

# Limits.
FORMATS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")
"""File types the cloud takes (4001 for any other); `jpeg` is taken as jpg."""
LARGEST_UPLOAD = 500 * 1024 * 1024
"""Bytes (4002 above)."""
LONGEST_MESSAGE = 15 * 60.0
"""Seconds a message may take, from the first byte sent to the end of its stream."""
SILENCE = 10 * 60.0
"""Seconds without anything but heartbeats after which a stream has timed out."""
TOKEN_DAYS = 7
STARTING_CREDITS = 100.0
TOKENS_AN_ADDRESS = 10
"""Anonymous tokens an address gets in TOKEN_DAYS; a client gets one."""

# Rough costs in credits.
SESSION_COST = 50.0
GENERATION_COST = 100.0

# States of a render.
PENDING, PROCESSING, COMPLETED, FAILED = "pending", "processing", "completed", "failed"


class Code(IntEnum):
    """What the `code` of an envelope means; the HTTP status says nothing."""

    SUCCESS = 0
    CLIENT_ID_MISSING = 400
    EXPORT_BLOCKED = 402
    RATE_LIMIT = 429
    BAD_TOKEN = 1001
    SESSION_NOT_FOUND = 1002
    NO_CREDITS = 2001
    FILE_TYPE = 4001
    FILE_TOO_LARGE = 4002


STATUS_CODES = {401: Code.BAD_TOKEN, 402: Code.EXPORT_BLOCKED, 413: Code.FILE_TOO_LARGE, 415: Code.FILE_TYPE, 429: Code.RATE_LIMIT}  # fmt: skip
"""HTTP statuses that mean one of the codes when the answer has no envelope."""


def filled(path: str, **ids: str) -> str:
    """A path template with its ids, each quoted: an id can never reach another path."""
    return path.format(**{name: quote(value, safe="") for name, value in ids.items()})


def bearer(token: str) -> str:
    """The value of an Authorization header."""
    return f"Bearer {token}"
