"""The demo desk: two made-up years of all groups, the same on every machine, without one real person."""
