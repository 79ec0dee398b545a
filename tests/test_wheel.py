"""The wheel holds all it needs away from the checkout: code, schemas, lexicons, templates, the quickstart; and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="building a wheel needs hatchling: pip install hatchling")
ROOT = Path(__file__).parent.parent


def build(target: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as a site-packages folder has it."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def tracked(*folders: str) -> set[str]:
    """The files git knows under some folders."""
    done = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True)
    if done.returncode or not done.stdout:
        pytest.skip("this is no git checkout")
    return {name for name in done.stdout.splitlines() if (ROOT / name).is_file()}


def test_everything_that_belongs_to_it_is_in_it(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = tracked("ugcflow") | {f"ugcflow/{name}" for name in tracked("schemas", "examples/quickstart")}
    assert {"ugcflow/schemas/recipe.schema.json", "ugcflow/examples/quickstart/footage/review.mp4"} <= wanted
    assert not wanted - held


def test_nothing_else_is_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {n.split("/")[0].partition("-")[0] for n in names} == {"ugcflow"}
    strange = {"tests", "out", "runs", "benchmarks", "__pycache__", ".git"}
    assert not [n for n in names if strange & set(n.split("/"))]
    assert not [n for n in names if n.endswith((".pyc", ".part", ".lock"))]


def test_the_quickstart_names_a_schema_that_is_there(installed: Path) -> None:
    recipe = installed / "ugcflow/examples/quickstart/recipe.yaml"
    first = recipe.read_text(encoding="utf-8").splitlines()[0]
    assert (recipe.parent / first.partition("$schema=")[2]).resolve().is_file()


@pytest.mark.parametrize(("arguments", "said"), [
    (("validate", "ugcflow/examples/quickstart/recipe.yaml"), "recipe.yaml: good (1 variant, 5 steps)"),
    (("understand", "cut it to 30 seconds"), "fit_duration seconds=30"),
    (("understand", "剪掉停顿"), "trim_silence"),
    (("schema", "operations"), "trim_silence"),
    (("ops",), "trim_silence"),
])  # fmt: skip
def test_it_works_away_from_the_checkout(
    installed: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    program = (
        "import sys; sys.path[:] = [p for p in sys.path if 'ugcflow' not in p]; sys.path.insert(0, sys.argv.pop(1))\n"
        "import ugcflow; assert ugcflow.__file__.startswith(sys.path[0])\nfrom ugcflow.cli import main; main()"
    )
    found = [str(installed / a) if a.endswith(".yaml") else a for a in arguments]
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, str(installed), *found], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


def test_the_source_can_be_built_from_without_git(tmp_path: Path) -> None:
    import tarfile

    with tarfile.open(build("sdist", tmp_path / "sdist")) as packed:
        names = {n.partition("/")[2] for n in packed.getnames()}
    assert {
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "schemas/recipe.schema.json",
        "examples/quickstart/footage/review.mp4",
    } <= names
    assert not [n for n in names if n.split("/")[0] in ("out", "dist", ".venv")]
