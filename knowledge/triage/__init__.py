"""Reads a crisis for what it is about, how soon it presses and how its writer feels."""

from knowledge.triage.assessing import Assessment, Explanation, Tone, Triage

__all__ = ["Assessment", "Explanation", "Tone", "Triage"]
