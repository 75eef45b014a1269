"""People before a screen: what they type, press and see."""

import re

from playwright.sync_api import Locator, Page, expect

from bot.domain.people import Language
from bot.wording import Wording, load

WORDINGS = load(strict=True)


class Person:
    """Somebody's pane, used through what is on the screen and nothing else."""

    def __init__(self, page: Page, who: str, language: Language = "fr") -> None:
        self.page, self.who = page, who
        self.say: Wording = WORDINGS[language]
        self.pane = page.locator(f"#pane-{who}")

    @property
    def place(self) -> Locator:
        """The place that is open."""
        return self.pane.locator(".place:visible")

    @property
    def answers(self) -> Locator:
        """What only this person sees."""
        return self.pane.locator(".private:visible")

    @property
    def composer(self) -> Locator:
        return self.pane.locator(".composer textarea")

    @property
    def in_rooms(self) -> "Person":
        """The same person reading what is said to everybody: rooms speak French."""
        return Person(self.page, self.who)

    def sees(self, text: str) -> None:
        """Wait until a text is in the open place."""
        expect(self.place).to_contain_text(text)

    def misses(self, text: str) -> None:
        """Wait until a text is nowhere in the pane."""
        expect(self.pane).not_to_contain_text(text)

    def command(self, name: str) -> None:
        self.composer.fill(f"/{name}")
        self.composer.press("Enter")

    def write(self, text: str) -> None:
        self.composer.fill(text)
        self.composer.press("Enter")
        expect(self.composer).to_have_value("")

    def press(self, key: str, **arguments: str) -> None:
        """Press the newest visible button whose label is this sentence."""
        words = self.say(key, **arguments).split()  # names are read with plain spaces
        label = re.compile("^" + r"\s".join(map(re.escape, words)) + "$")
        button = self.place.get_by_role("button", name=label).last
        expect(button).to_be_visible()
        button.click()

    def open(self, name: str) -> None:
        """Open the place whose tab bears a name."""
        self.pane.get_by_role("tab", name=name).click()

    def open_talk(self) -> None:
        """Open the newest conversation or thread."""
        tab = self.pane.locator("[role=tab][data-writes=true]").last
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")

    def field(self, name: str) -> Locator:
        return self.pane.locator(f".form [name='answer.{name}']").last

    def fill(self, **answers: str) -> None:
        """Fill in the open form."""
        for name, value in answers.items():
            field = self.field(name)
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def send_form(self) -> None:
        self.pane.locator(".form button[type=submit]").last.click()

    def speaks(self, language: Language) -> None:
        """Switch the pane's language."""
        self.pane.locator(".languages button", has_text=language.upper()).click()
        expect(self.pane).to_have_attribute("lang", language)
        self.say = WORDINGS[language]
