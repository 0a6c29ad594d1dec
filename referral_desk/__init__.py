"""Referral Desk without a window: the reference groups' meetings and papers, and their rules."""

__version__ = "0.1.0"
