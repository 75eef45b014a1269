"""A ready-made reply."""

from dataclasses import dataclass

from bot.domain.ids import CommunityId, MentorId, SnippetId


@dataclass(frozen=True, slots=True)
class Snippet:
    """A ready-made reply: a mentor's own, or everybody's when ``mentor`` is None."""

    id: SnippetId
    community: CommunityId
    mentor: MentorId | None
    title: str
    text: str

    def filled(self, mentor: str, code_name: str) -> str:
        """Return the words for one conversation: ``{nom}`` and ``{demande}`` filled in."""
        return self.text.replace("{nom}", mentor).replace("{demande}", code_name)
