"""Pictures of private answers, in a direct message: they are files of the bot's own."""

from adapters.slack import cards
from adapters.slack.blocks import picture
from adapters.slack.events import Person
from adapters.slack.render import fallback
from adapters.slack.uploads import Uploads
from adapters.slack.web import Web
from bot.ui.screen import Image, Screen


class Mail:
    """Sends pictures to whoever asked to see them."""

    def __init__(self, *, web: Web, uploads: Uploads) -> None:
        self._web, self._uploads = web, uploads

    async def send(self, who: Person, screen: Screen) -> None:
        """Send the pictures of a screen, if it has any; raises ``DeliveryError``."""
        images = [b for card in screen.cards for b in card.blocks if isinstance(b, Image)]
        if not images:
            return
        files = await self._uploads.of(who.space, screen, None)
        blocks = [picture(image, files) for image in images]
        body = {"channel": who.user, "blocks": blocks, "text": fallback(screen), **cards.PLAIN}
        await self._web.call(who.space, "chat.postMessage", body)
