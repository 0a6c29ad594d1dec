"""One line of the bench: our figure, the baseline's figure of the same run, and what we aim at."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "| what | ours | baseline | ratio | aim |\n|---|---:|---:|---:|---:|"


@dataclass(frozen=True)
class Row:
    """A measured pair; the smaller the ratio, the better."""

    name: str
    ours: float
    baseline: float
    unit: str
    """Written behind both figures, for instance "s" or "MB"."""
    aim: float | None
    """The ratio that we want to stay at or below; None where the figure is only told."""

    @property
    def ratio(self) -> float:
        return self.ours / self.baseline

    def markdown(self) -> str:
        """The row as a line of a Markdown table."""
        mark = "" if self.aim is None or self.ratio <= self.aim else " (missed)"
        aim = "told only" if self.aim is None else f"at most {self.aim:.1f}"
        ours, baseline = (f"{figure:.3g} {self.unit}" for figure in (self.ours, self.baseline))
        return f"| {self.name} | {ours} | {baseline} | {self.ratio:.2f}{mark} | {aim} |"
