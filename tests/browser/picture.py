"""Makes the README's picture from the running page: `python -m tests.browser.picture FILE`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.chromium import chromium
from tests.browser.people import Person
from tests.browser.sandbox import sandbox

STORY = (
    "J’ai posté une blague depuis le compte de la mairie de Zedville au lieu du mien. "
    "Quarante captures d’écran en dix minutes, et ma cheffe est furieuse."
)
TALK = (
    ("nadia", "Bonjour, je suis Nadia. Ça m’est arrivé aussi, on va regarder ça ensemble."),
    ("camille", "Merci… Zedville est déjà en tendance locale. Je supprime ?"),
    ("nadia", "Pas tout de suite : qui est prévenu, chez vous ?"),
)


def main(file: Path) -> None:
    """Play a story until the middle of the talk, and take the picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sandbox(Path(folder)) as running,
        chromium() as browser,
    ):
        context = browser.new_context(viewport={"width": 1600, "height": 940})
        page = context.new_page()
        expect.set_options(timeout=60_000)
        page.goto(running.url)
        _play(page)
        page.screenshot(path=file, animations="disabled", caret="hide")
        context.close()
    sys.stdout.write(f"{file}: {file.stat().st_size // 1024} kB\n")


def _play(page: Page) -> None:
    camille, nadia = Person(page, "camille"), Person(page, "nadia")
    camille.command("crise")
    camille.fill(text=STORY, names="Zedville")
    camille.send_form()
    camille.press("button-publish")
    camille.sees(camille.say("published-next"))
    nadia.open(nadia.say("web-place-mentors"))
    nadia.sees("compte de la mairie")
    nadia.press("button-claim")
    nadia.open_talk()
    camille.open_talk()
    camille.sees(camille.say("news-claimed", mentor="Nadia"))
    people = {"camille": camille, "nadia": nadia}
    for who, words in TALK:
        people[who].write(words)
        expect(people[who].place.locator(".mark.delivered")).to_have_count(
            sum(1 for writer, said in TALK[: TALK.index((who, words)) + 1] if writer == who)
        )
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
