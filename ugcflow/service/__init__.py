"""The studio behind the cloud's own HTTP API: `ugcflow serve`."""
