"""Screens as modals, the view that waits, and the App Home's frame."""

from collections.abc import Sequence

from adapters.kit.tokens import Sheaf
from adapters.slack.forms import titles
from adapters.slack.render import VIEW_BLOCKS, note, screen_blocks
from adapters.slack.rich import Element
from bot.ui.screen import Screen
from bot.wording import Wording

SCREEN = "screen"  # the callback id of views that nobody sends


def screen_view(screen: Screen, sheaf: Sheaf, say: Wording, *, ends: bool) -> Element:
    """Return a modal that shows a screen; ``ends`` closes what is below it too.

    Its cards have their own titles, longer than a modal's may be.
    """
    blocks = screen_blocks(screen, sheaf, say, room=VIEW_BLOCKS)
    return blocks_view(blocks, say("slack-app"), say, ends=ends)


def blocks_view(blocks: Sequence[Element], title: str, say: Wording, *, ends: bool) -> Element:
    """Return a modal of blocks."""
    return {
        "type": "modal",
        "callback_id": SCREEN,
        "clear_on_close": ends,
        **titles(title, say("slack-close" if ends else "slack-back")),
        "blocks": list(blocks) or note(title),
    }


def waiting_view(say: Wording) -> Element:
    """Return what is shown while the answer is being made."""
    return blocks_view(note(say("slack-waiting")), say("slack-app"), say, ends=False)


def home_view(blocks: Sequence[Element]) -> Element:
    """Return the App Home of somebody."""
    return {"type": "home", "callback_id": "home", "blocks": list(blocks)[:VIEW_BLOCKS]}
