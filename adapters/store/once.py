"""Statements that are made once, and run often with other values.

On SQLite, four fifths of the time of such a statement would be SQLAlchemy's. It is put
into SQLite's words once, and run without it from then on.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import ClauseElement, CursorResult, Dialect, Select
from sqlalchemy.sql import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

Row = Mapping[str, Any]
S = TypeVar("S", bound=Executable)

_ONCE = "made_once"


@dataclass(frozen=True, slots=True)
class Found:
    """What a statement found, or how many rows it changed."""

    rows: Sequence[Row]
    count: int


def found_by(result: CursorResult[Any]) -> Found:
    """Return what SQLAlchemy found, fetched whole."""
    rows = result.mappings().all() if result.returns_rows else ()
    return Found(cast(Sequence[Row], rows), result.rowcount)


def once(statement: S) -> S:
    """Say of a statement that it is made once; lists of values cannot be given to it."""
    return statement.execution_options(**{_ONCE: True})


def is_made_once(statement: Executable) -> bool:
    """Say whether somebody said so."""
    return _ONCE in statement.get_execution_options()


class Plain:
    """A statement in SQLite's words, for values of certain names."""

    def __init__(self, statement: Executable, names: Sequence[str], dialect: Dialect) -> None:
        made = cast(ClauseElement, statement).compile(dialect=dialect, column_keys=list(names))
        compiled, columns = cast(SQLCompiler, made), _told(statement)
        types = [column.type.dialect_impl(dialect) for column in columns]
        readers = [kind.result_processor(dialect, None) for kind in types]
        self.words = compiled.string
        self.values = [_value(compiled, name, dialect) for name in compiled.positiontup or ()]
        self._names = [column.key for column in columns]
        self._read = [(place, read) for place, read in enumerate(readers) if read]

    def run(self, connection: sqlite3.Connection, values: Row) -> Found:
        """Run it, and fetch the whole answer."""
        given = [
            write(value) if write and value is not None else value
            for name, fixed, write in self.values
            for value in (values.get(name, fixed),)
        ]
        cursor = connection.execute(self.words, given)
        rows = [self._row(found) for found in cursor.fetchall()] if self._names else ()
        return Found(rows, cursor.rowcount)

    def _row(self, found: Sequence[Any]) -> Row:
        row = list(found)
        for place, process in self._read:
            row[place] = process(row[place])
        return dict(zip(self._names, row, strict=True))


def _value(compiled: SQLCompiler, name: str, dialect: Dialect) -> tuple[str, Any, Any]:
    """Return the name of a value, what it is unless given, and what writes it."""
    kind = compiled.binds[name].type.dialect_impl(dialect)
    return name, compiled.params[name], kind.bind_processor(dialect)


def _told(statement: Executable) -> Sequence[Any]:
    if isinstance(statement, Select):
        return list(statement.selected_columns)
    return list(statement.exported_columns) if isinstance(statement, UpdateBase) else []
