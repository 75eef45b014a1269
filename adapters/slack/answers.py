"""Private answers: modals that only the person who clicked can see."""

from adapters.slack.events import Click
from adapters.slack.rich import Element
from adapters.slack.web import Web

DEPTH_MAX = 3  # modals upon one another


class Answers:
    """Opens, pushes and changes modals; raises ``TooLateToAnswer`` three seconds after."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def show(self, click: Click, view: Element, *, replaces: bool) -> str:
        """Show a modal and return its id: above the one that was used, or in its place."""
        space = click.who.space
        if not click.on_modal:
            return await self._opened(space, "views.open", click.trigger, view)
        if replaces or click.depth >= DEPTH_MAX:
            return await self.change(space, str(click.view["id"]), view)
        return await self._opened(space, "views.push", click.trigger, view)

    async def change(self, space: str, view_id: str, view: Element) -> str:
        """Put another view in the place of one."""
        await self._web.call(space, "views.update", {"view_id": view_id, "view": view})
        return view_id

    async def _opened(self, space: str, method: str, trigger: str, view: Element) -> str:
        answer = await self._web.call(space, method, {"trigger_id": trigger, "view": view})
        return str(answer["view"]["id"])
