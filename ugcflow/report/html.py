"""report.html: one file that opens from disk and asks the network for nothing. Styles and script are allowed by their hashes alone."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ugcflow.report import place
from ugcflow.report.page import page
from ugcflow.report.phrases import clip
from ugcflow.report.scene import fates

TEMPLATES = Path(__file__).parent / "templates"


def write(document: dict[str, Any], run_folder: Path, out: Path) -> Path:
    """Into the run's folder and the output folder, the links of each fitting its place. Returns the latter."""
    shown = page(document, run_folder)
    up = Path(os.path.relpath(out, run_folder)).as_posix() + "/"
    down = Path(os.path.relpath(run_folder, out)).as_posix() + "/"
    place.write_text(render(shown, "", up), "report.html", run_folder)
    return place.write_text(render(shown, down, ""), "report.html", out)


def render(shown: dict[str, Any], to_run: str, to_out: str) -> str:
    """The page as text; `to_run` and `to_out` lead from where it will stand to the run's and the output folder."""
    style, script = (_resource(n) for n in ("report.css", "report.js"))
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"data": data, "clip": clip}
    environment.globals |= {"fates": fates}
    return environment.get_template("report.html").render(
        page=shown,
        to_run=to_run,
        to_out=to_out,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )


def policy(style: str, script: str) -> str:
    """Nothing but this file's own style, script and pictures, and the video beside it."""
    return "; ".join([
        "default-src 'none'", f"style-src '{_hash(style)}'", f"script-src '{_hash(script)}'", "img-src data:", "media-src 'self' file:",
        "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
    ])  # fmt: skip


def data(value: Any) -> Markup:
    """JSON that can stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def _resource(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
