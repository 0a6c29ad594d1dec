"""Paper: everything the desk typesets. `packs` is the light door; the rest is loaded by the worker only."""
