"""A program that commits and says so, until it is killed."""

from __future__ import annotations

from sqlalchemy import text

from tests.engines import open_embedded


def commit_for_ever(path, answers):
    """Change three tables in each transaction and say so once it is kept; runs in a process that is killed."""
    database = open_embedded(path)
    with database.read() as session:
        number = session.scalar(text("SELECT coalesce(max(n), 0) FROM a"))
    while True:
        number += 1
        with database.write() as session:
            session.execute(
                text("INSERT INTO a VALUES (:n, :words)"), {"n": number, "words": "x" * (number * 97 % 9000)}
            )
            session.execute(text("INSERT INTO b VALUES (:n)"), {"n": number})
            session.execute(text("UPDATE sums SET total = total + 1"))
        answers.send(number)
