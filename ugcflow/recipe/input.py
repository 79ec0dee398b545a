"""An entry of `inputs:` → an Input. Whether the file is there is for the planner: nothing is touched here."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from ugcflow.errors import Problem
from ugcflow.recipe.nearest import suggest
from ugcflow.recipe.node import Node
from ugcflow.recipe.node import Path as NodePath
from ugcflow.recipe.variant import Input

FORMATS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")
_VIDEO, _PICTURES, _SOUNDS = FORMATS[:5], FORMATS[5:9], FORMATS[9:]
_ROLES = {
    "music": (*_SOUNDS, *_VIDEO),
    "logo": _PICTURES,
    "footage": (*_VIDEO, *_PICTURES),
    "broll": (*_VIDEO, *_PICTURES),
}


def input_(node: Node, path: NodePath, problems: list[Problem]) -> Input:
    """The input of one entry; what is wrong with it is added to `problems`."""
    id_ = str(path[-1])
    if not node.is_map:
        file, url = _place(node, path, problems)
        return Input(id_, file, url, where=node.where(path))
    both = [k for k in ("file", "url") if node.get(k)]
    if len(both) != 1:
        what = f"input `{id_}` has both `file` and `url`" if both else f"input `{id_}` has neither `file` nor `url`"
        problems.append(Problem(what, "Give it one of them.", node.where(path)))
        return Input(id_)
    file, url = _place(node.items[both[0]], (*path, both[0]), problems)
    role, sha = node.get("role"), node.get("sha256")
    if role is not None:
        _suits(file.name if file else urlsplit(url).path, role, (*path, "role"), problems)
    return Input(
        id_,
        file,
        url,
        role.text if role else "",
        sha.text.lower() if sha else "",
        node.items[both[0]].where((*path, both[0])),
    )


def _place(node: Node, path: NodePath, problems: list[Problem]) -> tuple[Path | None, str]:
    """The file (absolute; relative to the file its words stand in) or the URL."""
    text = node.text.strip()
    if "://" in text:
        return None, _url(text, node, path, problems)
    if "\x00" in text:
        problems.append(Problem("a path can't hold this character", "Take it out.", node.where(path)))
        return None, ""
    file = Path(os.path.abspath(node.source.file.parent / text))
    if path[-1] == "url":
        problems.append(Problem(f"`{text}` is not a URL", "A path goes under `file:`.", node.where(path)))
    else:
        _known_format(file.name, node, path, problems)
    return file, ""


def _url(text: str, node: Node, path: NodePath, problems: list[Problem]) -> str:
    try:
        parts = urlsplit(text)
        host, user = parts.hostname, parts.username or parts.password
        _ = parts.port
    except ValueError:
        host, user, parts = "", None, urlsplit("")
    if parts.scheme != "https":
        what = f"`{parts.scheme or text}://` can't be fetched"
        problems.append(Problem(what, "Inputs are files, or https URLs.", node.where(path)))
    elif not host or any(c.isspace() for c in text):
        problems.append(Problem("this URL is not well-formed", "Write https://host/file.mp4.", node.where(path)))
    elif user:
        problems.append(
            Problem("a URL must not hold a user name or password", "Use a link that needs none.", node.where(path))
        )
    elif "." in parts.path.rsplit("/", 1)[-1]:
        _known_format(parts.path, node, path, problems)
    return text


def _known_format(name: str, node: Node, path: NodePath, problems: list[Problem]) -> None:
    extension = _extension(name)
    if extension in FORMATS:
        return
    do, close = suggest(extension, FORMATS) if extension else ("", ())
    what = f"`.{extension}` files can't be used" if extension else f"`{name}` has no extension that says what it is"
    problems.append(Problem(what, f"{do} Use one of: {' '.join(FORMATS)}".strip(), node.where(path), close))


def _suits(name: str, role: Node, path: NodePath, problems: list[Problem]) -> None:
    extension, takes = _extension(name), _ROLES.get(role.text)
    if takes and extension in FORMATS and extension not in takes:
        what = f"a .{extension} file can't be `{role.text}`"
        problems.append(Problem(what, f"That takes {' '.join(takes)}.", role.where(path)))


def _extension(name: str) -> str:
    return name.rsplit("/", 1)[-1].rpartition(".")[2].lower() if "." in name.rsplit("/", 1)[-1] else ""
