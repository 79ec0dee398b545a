"""`python -m ugcflow.studio.language`: sentences from stdin, a JSON object a line (for the scorer; people use `ugcflow understand`)."""

import json
import sys

from ugcflow.studio.language import StudioReader

reader = StudioReader()
for line in sys.stdin:
    print(json.dumps(reader.read(line.rstrip("\n")).to_json(), ensure_ascii=False))
