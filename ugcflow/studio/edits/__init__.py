"""How a timeline is changed: cutting, choosing sentences, laying captions out. Plain values in, plain values out; no media library."""
