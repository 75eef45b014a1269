"""Runs every measurement, or those that are named: `python -m bench relay search`."""

import importlib
import sys
from pathlib import Path

from rich.console import Console

err = Console(stderr=True)


def names() -> list[str]:
    """Return the measurements that there are: one module each, with a `main()`."""
    return sorted(p.stem for p in Path(__file__).parent.glob("[a-z]*.py"))


def main() -> None:
    """Run them one after the other; the figures go to standard output as Markdown."""
    for name in sys.argv[1:] or names():
        err.rule(name)
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
