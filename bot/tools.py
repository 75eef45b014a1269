"""What every door of the help desk has at hand."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field

from bot.domain.casebook import Filters, Findings
from bot.domain.ids import CommunityId
from bot.domain.people import Actor, Language
from bot.ports.charts import Charts
from bot.ports.clock import Clock
from bot.ports.memory import CaseSearch
from bot.ports.premises import Premises
from bot.ports.reading import Pictures, Redactor, Triage
from bot.ports.roles import Roles
from bot.ports.store import UnitOfWorkFactory
from bot.ui.forms import Answer, Gesture
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class Tools:
    """The world, as the core sees it; ``host`` names who runs this process.

    ``host_administers``: they also administer the server or workspace.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    search: CaseSearch
    redactor: Redactor
    triage: Triage
    pictures: Pictures
    charts: Charts
    wordings: Mapping[Language, Wording]
    host: str = ""
    host_administers: bool = True
    # Added by the platforms that start, by name.
    premises: dict[str, Premises] = field(default_factory=dict)
    roles: dict[str, Roles] = field(default_factory=dict)

    async def closest(
        self,
        masked: str,
        *,
        community: CommunityId,
        language: Language,
        shared: Collection[CommunityId],
        filters: Filters | None = None,
        limit: int = 3,
    ) -> Findings:
        """Return the cases closest to a masked text, alike for who asks and who is asked."""
        reading = await self.triage.assess(masked)
        return await self.search.search(
            masked,
            community=community,
            language=language,
            shared=shared,
            categories=reading.categories,
            filters=filters,
            limit=limit,
        )

    def say(self, who: Actor) -> Wording:
        """Return the sentences in the actor's language."""
        return self.wordings[who.language]


Door = Callable[[Tools, Actor, Gesture], Awaitable[Answer]]
