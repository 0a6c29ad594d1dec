"""One screen in each file; ui/registry.py lists them."""
