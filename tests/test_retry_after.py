"""Retry-After in the two ways it may be written (RFC 9110, 10.2.3), and in ways it may not."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from ugcflow.retry_after import retry_after


def test_retry_after() -> None:
    assert retry_after("12") == 12
    soon = retry_after(format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True))
    assert soon is not None
    assert 55 < soon <= 60
    assert retry_after(format_datetime(datetime.fromtimestamp(time.time() - 60, UTC), usegmt=True)) == 0
    assert [retry_after(h) for h in ("", "soon", "-5", "٣")] == [None] * 4
