"""What stands in the window before a desk is open: choose a desk, sign in, make a new one."""
