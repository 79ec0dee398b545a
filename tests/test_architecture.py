"""The laws of the house that a reader can't see in one file: who imports whom, what stays light, how large a room may be."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "ugcflow"
MODULES = sorted(PACKAGE.rglob("*.py"))
SHARED = {"errors", "output", "schema", "redact", "retry_after", "__version__"}
MAY_IMPORT = {
    "errors": set(),
    "schema": set(),
    "redact": set(),
    "output": set(),
    "retry_after": set(),
    "journal": {"errors"},
    "session": SHARED,
    "recipe": SHARED,
    "studio": SHARED | {"session"},
    "nemo": SHARED | {"session"},
    "llm": SHARED | {"session"},
    "service": SHARED | {"session", "studio", "nemo"},
    "backends": SHARED | {"session", "studio", "nemo", "llm", "service"},
    "runner": SHARED | {"session", "recipe", "journal"},
    "report": SHARED | {"session", "recipe", "journal"},
    "cli": SHARED | {"session", "recipe", "journal", "runner", "report", "backends", "cli"},
}
# The rooms of the reader, in the order a sentence goes through them.
LANGUAGE = ("words", "phrases", "figures", "shown", "senses", "looks", "clauses", "reading", "timing", "context")
HEAVY = (
    "numpy",
    "av",
    "rich",
    "httpx",
    "jinja2",
    "faster_whisper",
    "imageio_ffmpeg",
    "jsonschema",
    "yaml",
    "starlette",
    "asyncio",
)


def imported(file: Path) -> set[str]:
    """Every module of ugcflow a file imports, wherever in it, relative imports resolved."""
    package = ["ugcflow", *file.relative_to(PACKAGE).parts[:-1]]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= (
                {f"{module}.{alias.name}" for alias in node.names} if module in ("ugcflow", *_rooms()) else {module}
            )
    return {m for m in found if m.split(".")[0] == "ugcflow"}


def _rooms() -> set[str]:
    return {f"ugcflow.{p.name}" for p in PACKAGE.iterdir() if p.is_dir()}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def owner(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_imports_point_one_way(file: Path) -> None:
    own = owner(file)
    if own == "__init__":
        return
    allowed = MAY_IMPORT[own] | {own}
    wrong = {m for m in imported(file) if room(m) and room(m) not in allowed}
    assert not wrong, f"{own} may not import {sorted(wrong)}"


def test_the_import_law_sees_relative_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    (tmp_path / "runner").mkdir()
    file = tmp_path / "runner" / "x.py"
    file.write_text("def f():\n    from ..studio import editor\n    from .. import nemo\n")
    (tmp_path / "studio").mkdir()
    assert {room(m) for m in imported(file)} == {"studio", "nemo"}


@pytest.mark.parametrize("room", LANGUAGE)
def test_a_room_of_the_reader_knows_only_the_rooms_before_it(room: str) -> None:
    language = PACKAGE / "studio" / "language"
    later = LANGUAGE[LANGUAGE.index(room) + 1 :]
    modules = sorted((language / room).glob("*.py"))
    known = {m.split(".")[3] for file in modules for m in imported(file) if m.startswith("ugcflow.studio.language.")}
    assert len(modules) > 1
    assert not known & {*later, "reader"}, f"{room} must not know {known & {*later, 'reader'}}"


def test_every_module_of_the_reader_has_a_room() -> None:
    language = PACKAGE / "studio" / "language"
    assert {d.name for d in language.iterdir() if (d / "__init__.py").exists()} == set(LANGUAGE)
    assert {f.name for f in language.glob("*.py")} == {"__init__.py", "__main__.py", "reader.py"}


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_no_room_is_too_large(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_no_function_is_too_long(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: f.end_lineno - f.lineno for f in functions if f.end_lineno and f.end_lineno - f.lineno > 60}
    assert not long


def loaded_after(code: str) -> set[str]:
    """The heavy modules that are loaded once `code` has run in a fresh interpreter."""
    program = (
        f"import json, sys\n{code}\nprint(json.dumps([m for m in {HEAVY!r} if m in sys.modules]), file=sys.__stdout__)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_ugcflow_is_light() -> None:
    assert loaded_after("import ugcflow") == set()


def test_help_is_light() -> None:
    code = "import ugcflow.cli as c\ntry:\n  c.cli.main(['--help'])\nexcept SystemExit: pass"
    assert loaded_after(code) == set()


def test_understanding_loads_no_media_library() -> None:
    code = "import ugcflow.cli as c\nc.cli.main(['understand', '--json', 'trim silences'], standalone_mode=False)"
    assert not loaded_after(code) & {"numpy", "av", "rich", "httpx", "jinja2", "faster_whisper", "imageio_ffmpeg"}


def test_no_marks_of_unfinished_work() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" * 3)
    assert not [f for f in MODULES if any(m in f.read_text(encoding="utf-8") for m in marks)]
