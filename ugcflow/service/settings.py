"""What a service is set to: where it keeps things, how much it does at once, and every limit and waiting time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ugcflow.nemo import wire


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """One service. Times in seconds, sizes in bytes; the defaults are those of protocol.md where it names one.

    `workers` edits, uploads and renders are carried out at once. `credits` an account starts with; None counts them without a limit.
    `tokens` are the bearer tokens of registered users; `anonymous` gives tokens to anybody who asks. `private_urls` lets URL uploads reach
    private and loopback addresses.
    """

    data: Path
    workers: int = field(default_factory=lambda: os.cpu_count() or 2)
    anonymous: bool = True
    tokens: frozenset[str] = frozenset()
    credits: float | None = None
    session_cost: float = wire.SESSION_COST
    token_seconds: float = wire.TOKEN_DAYS * 86400.0
    tokens_an_address: int = wire.TOKENS_AN_ADDRESS
    claim_seconds: float = 3600.0
    private_urls: bool = False
    largest_upload: int = wire.LARGEST_UPLOAD
    body_silence: float = 60.0
    fetch_silence: float = 30.0
    fetch_at_most: float = 900.0
    heartbeat: float = 10.0
    longest_message: float = wire.LONGEST_MESSAGE
    poll_every: float = 0.5
    live_at_most: int = 2000
    clock: Callable[[], float] = time.time
