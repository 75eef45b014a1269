"""Reads, checks and writes the casebook: one Markdown file a case or a playbook."""

from knowledge.casebook.finding import Finding, InvalidFile
from knowledge.casebook.fixing import fix
from knowledge.casebook.lint import lint
from knowledge.casebook.reading import read_case, read_playbook
from knowledge.casebook.shelf import Casebook, load, shipped
from knowledge.casebook.writing import write_case, write_playbook

__all__ = [
    "Casebook",
    "Finding",
    "InvalidFile",
    "fix",
    "lint",
    "load",
    "read_case",
    "read_playbook",
    "shipped",
    "write_case",
    "write_playbook",
]
