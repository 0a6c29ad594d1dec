"""Words that somebody wrote, where Qt would look for signs of its own in them: in tooltips and on buttons."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """A tooltip that shows a text letter by letter.

    Qt takes a text with "<b>" in it for rich text: it would leave out what a person wrote, and fetch pictures from
    wherever the text says.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    lines = html.escape(text, quote=False).replace("\n", "<br>")
    return f"<span>{lines}</span>"


def aloud(*parts: str) -> str:
    """What a screen reader hears of some words that stand apart: sentences, none of which ends twice."""
    return ". ".join(part.rstrip(".") for part in parts if part)


def plain_face(text: str) -> str:
    """What a button, a tick or an entry of a menu says: "&" is a letter there, no key to press."""
    return text.replace("&", "&&")
