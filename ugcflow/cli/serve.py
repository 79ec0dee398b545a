"""`ugcflow serve`: Put the studio behind the cloud's HTTP API, on this machine or your own server."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; loopback unless told otherwise.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8787, show_default=True, help="0 takes a free one.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Where sessions, uploads and renders are kept.  [default: the user's data folder]")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 256), help="How many edits, uploads and renders are worked on at once.  [default: the processors]")  # fmt: skip
@click.option("--tokens", "token_file", type=click.Path(path_type=Path, dir_okay=False), help="A file with the tokens of your users, one a line.")  # fmt: skip
@click.option("--anonymous/--no-anonymous", default=True, help="Whether anybody may ask for a token (one a client, ten an address in 7 days).")  # fmt: skip
@click.option("--credits", "allowance", type=click.FloatRange(0), help="Credits an account starts with; an editing session takes 50.  [default: counted, never refused]")  # fmt: skip
@click.option("--allow-private-urls", is_flag=True, help="Let uploads by URL reach private and loopback addresses.")
@click.option("--trust-proxy", metavar="ADDRESS", default="", help="Believe what a proxy at this address says of the client's address.")  # fmt: skip
def command(
    host: str, port: int, data: Path | None, workers: int | None, token_file: Path | None, anonymous: bool, allowance: float | None,
    allow_private_urls: bool, trust_proxy: str,
) -> None:  # fmt: skip
    """Serve the cloud's API from this machine; point NEMO_API_URL at it.

    \b
      ugcflow serve
      NEMO_API_URL=http://127.0.0.1:8787 ugcflow run recipe.yaml --backend nemo
    """
    from ugcflow import backends

    backends.serve(
        host, port, data, proxies=trust_proxy, ready=lambda bound: _say(host, bound), workers=workers, token_file=token_file,
        anonymous=anonymous, allowance=allowance, private_urls=allow_private_urls,
    )  # fmt: skip


def _say(host: str, port: int) -> None:
    name = f"[{host}]" if ":" in host else host
    click.echo(f"Serving the studio at http://{name}:{port}  (stop with Ctrl-C)")
    click.echo(f"  NEMO_API_URL=http://{name}:{port} ugcflow run recipe.yaml --backend nemo")
    if host not in ("127.0.0.1", "::1", "localhost"):
        click.echo(
            "  It is open to the network as plain HTTP: put a TLS proxy before it, or keep to a network you trust."
        )
