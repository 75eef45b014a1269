"""Checks or fixes a casebook: ``python -m knowledge.casebook lint|fix [FOLDER]``."""

import argparse
import sys
from pathlib import Path

from knowledge.casebook import shipped
from knowledge.casebook.fixing import fix
from knowledge.casebook.lint import lint


def main(arguments: list[str] | None = None) -> int:
    """Print one line a finding or a fixed file; return 1 when something is left to put right."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.casebook", description=__doc__)
    parser.add_argument("action", choices=("lint", "fix"))
    parser.add_argument("folder", nargs="?", type=Path, default=shipped())
    chosen = parser.parse_args(arguments)
    if chosen.action == "fix":
        for path in fix(chosen.folder):
            print(f"fixed {path}")
    findings = lint(chosen.folder)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
