"""Rows as a file that spreadsheets open."""

import csv
import io
from collections.abc import Iterable, Sequence

from bot.ui.screen import File

_MARK = "\ufeff"  # without it, spreadsheets take the accents for something else


def sheet(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> File:
    """Return rows as CSV under ``name``, which tells nothing of anybody."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return File(f"{name}.csv", _MARK + output.getvalue())


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from running what a name may begin with."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
