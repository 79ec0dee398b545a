"""`ugcflow understand`: Show how the studio reads sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

import click

from ugcflow.cli import _options


@click.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...|-")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@_options.reader_option
@click.option("--language", default="en", metavar="CODE", show_default=True, help="Language of the session.")
def command(texts: tuple[str, ...], as_json: bool, reader: str, language: str) -> None:
    """What the studio makes of sentences: operations, or the questions it would ask. `-` reads one a line from stdin.

    \b
    Examples:
      ugcflow understand "trim silences, add captions, and cut for a 30-second social ad"
      ugcflow understand --json - < sentences.txt
    """
    from ugcflow import backends
    from ugcflow.cli._failure import color
    from ugcflow.session import Tongue

    reads, tongue = backends.reader(reader), Tongue(language=language)
    paint = color(sys.stdout)
    for text in _sentences(texts):
        reading = reads.read(text, tongue)
        if as_json:
            sys.stdout.write(json.dumps(reading.to_json(), ensure_ascii=False) + "\n")
        else:
            from ugcflow.report.fold import fold, terminal_width
            from ugcflow.report.planned import reading_text

            click.echo(fold(reading_text(reading, paint), terminal_width(sys.stdout)))


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            lines = (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
            yield from (line for line in lines if line.strip())
        else:
            yield text
