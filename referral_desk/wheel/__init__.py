"""Proposes the meetings of a year: days that keep every rule, and the reasons where none does."""
