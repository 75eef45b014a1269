"""Keep a ready-made reply, one's own or the whole community's, or drop it."""

from bot.domain.errors import NotAllowed, NotFound
from bot.domain.ids import SnippetId, new_id
from bot.domain.limits import LINE_MAX
from bot.domain.people import Actor
from bot.domain.snippet import Snippet
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor
from bot.services.answers import clean, fault_in_story, require


async def keep_snippet(
    actor: Actor, title: str, text: str, *, shared: bool, uow: UnitOfWork
) -> Snippet:
    """Store a snippet; sharing it with all is for moderators."""
    title, text = clean(title), clean(text)
    require(title=fault_in_story(title, maximum=LINE_MAX), text=fault_in_story(text))
    async with uow:
        shared = shared and actor.is_moderator
        owner = None if shared else (await approved_mentor(uow, actor)).id
        snippet = Snippet(SnippetId(new_id()), actor.community, owner, title, text)
        await uow.snippets.add(snippet)
        await uow.commit()
    return snippet


async def remove_snippet(actor: Actor, snippet: SnippetId, *, uow: UnitOfWork) -> None:
    """Drop one of one's own; a shared one is the moderators' to drop."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        known = await uow.snippets.available(actor.community, mentor.id)
        found = next((each for each in known if each.id == snippet), None)
        if found is None:
            raise NotFound("refusal-snippet-gone")
        if found.mentor is None and not actor.is_moderator:
            raise NotAllowed("refusal-not-a-moderator")
        await uow.snippets.remove(snippet)
        await uow.commit()
