"""Files of private answers, in a direct message: they are files of the bot's own."""

from adapters.slack import cards
from adapters.slack.blocks import picture
from adapters.slack.events import Person
from adapters.slack.render import fallback
from adapters.slack.uploads import Uploads
from adapters.slack.web import Web
from bot.ui.screen import File, Image, Screen


class Mail:
    """Sends pictures and files to whoever asked to see them."""

    def __init__(self, *, web: Web, uploads: Uploads) -> None:
        self._web, self._uploads = web, uploads

    async def send(self, who: Person, screen: Screen) -> None:
        """Send the pictures and files of a screen, if any; raises ``DeliveryError``."""
        blocks = [block for card in screen.cards for block in card.blocks]
        images = [each for each in blocks if isinstance(each, Image)]
        written = [each for each in blocks if isinstance(each, File)]
        if not images and not written:
            return
        files = await self._uploads.of(who.space, screen, None)
        title = fallback(screen)
        shown = {"blocks": [picture(image, files) for image in images]} if images else {}
        body = {"channel": who.user, "text": title, **shown, **cards.PLAIN}
        sent = await self._web.call(who.space, "chat.postMessage", body)
        for file in written:
            data = file.text.encode()
            await self._web.upload(who.space, file.name, data, channel=str(sent["channel"]))
