"""Papers of items and cases in the window: taken in, listed, looked at page by page, looked through for leaks."""
