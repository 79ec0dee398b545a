"""The page a claim link leads to. It is the same for every link: the claim stays in the address, and is told to nobody."""

from __future__ import annotations

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Take this edit over</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color:#1b1b1f}
code{background:#f1f1f4;padding:.1rem .3rem;border-radius:4px}pre{background:#f1f1f4;padding:1rem;overflow:auto;border-radius:8px}</style>
<h1>Take this edit over</h1>
<p>This link lets one person take over an edit that was made on this service. The claim is the part of the address after <code>ct=</code>;
it is good once, and for an hour.</p>
<p>Send it with a token of your own, and the session is yours:</p>
<pre>curl -H "Authorization: Bearer $NEMO_TOKEN" -H "Content-Type: application/json" \\
     -d '{"claim_token": "clm_…"}' THIS-ADDRESS/api/auth/claim</pre>
<p>The answer names the session.</p></html>
"""


def claim_page() -> str:
    """The page as HTML."""
    return _PAGE
