"""The desk without a window: the same operations and queries, told as text or JSON."""
