"""What the lint says: where, what is wrong, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to put right in one file; lines count from 1."""

    path: Path
    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Return the line that editors and terminals know how to open."""
        return f"{self.path}:{self.line}: {self.problem}. {self.remedy}"


class InvalidFile(ValueError):
    """A file is not a case or a playbook; ``findings`` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings and say them all."""
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))
