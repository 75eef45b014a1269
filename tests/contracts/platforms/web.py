"""The web page as a platform: a real server on a real socket, read as a browser reads it."""

import json
from base64 import b64decode
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field

import httpx
from bs4 import BeautifulSoup, Tag

from bot.domain.ids import new_id
from tests.fakes.clock import FakeClock

TALKS = ("conversation", "thread")


@dataclass
class WebDriver:
    """Plays people through the page's own addresses and markup."""

    client: httpx.AsyncClient
    settle: Callable[[], Awaitable[None]]
    pass_time: Callable[[float], Awaitable[None]]
    clock: FakeClock
    answers: dict[str, BeautifulSoup] = field(default_factory=dict)

    async def speak(self, who: str, language: str) -> None:
        await self._send(who, "/language", {"language": language})
        self.answers.pop(who, None)
        await self.settle()

    async def command(self, who: str, name: str, **options: str) -> None:
        text = " ".join([f"/{name}", *options.values()])
        await self._post(who, "/compose", {"text": text, "place": "", "subject": ""})

    async def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        values = _values(self._form(who))
        for name, value in answers.items():
            values[f"answer.{name}"] = [value] if isinstance(value, str) else list(value)
        await self._post(who, "/act", values)

    async def press(self, who: str, label: str) -> None:
        for button in await self._buttons(who):
            if _words(button) == label:
                return await self._pressed(who, button)
        raise AssertionError(f"{who} sees no button «{label}» among {await self.buttons(who)}")

    async def choose(self, who: str, option: str) -> None:
        for button in await self._buttons(who):
            span = button.find("span")
            if isinstance(span, Tag) and _words(span) == option:
                return await self._pressed(who, button)
        raise AssertionError(f"{who} sees no option «{option}»")

    async def write(self, who: str, text: str, *, picture: bytes = b"") -> str:
        page = await self._page(who)
        place = [t for t in page.select("[role=tab]") if t["data-kind"] in TALKS][-1]["data-place"]
        fields: dict[str, object] = {"text": text, "place": place, "origin": (origin := new_id())}
        if picture:
            answer = await self.client.post("/pictures", content=picture, headers=_person(who))
            shown = BeautifulSoup(answer.text, "html.parser")
            name = shown.select_one("input[name=picture]")
            if name is None:
                self.answers[who] = shown
                return origin
            fields["picture"] = name["value"]
        await self._post(who, "/compose", fields)
        return origin

    async def rewrite(self, who: str, message: str, text: str) -> None:
        key = await self._own(who, message)
        await self._post(who, "/edit", {"key": key, "text": text})

    async def unwrite(self, who: str, message: str) -> None:
        await self._post(who, "/delete", {"key": await self._own(who, message)})

    async def settled(self) -> None:
        await self.settle()

    async def later(self, seconds: float) -> None:
        await self.pass_time(seconds)

    async def jump(self, seconds: float) -> None:
        self.clock.advance(seconds=seconds)
        await self.settle()

    async def view(self, who: str) -> str:
        places = (await self._page(who)).select(".posts")
        private = self.answers.get(who)
        return "\n".join(_words(part) for part in [*places, *([private] if private else [])])

    async def options(self, who: str, field: str) -> list[str]:
        name = f"answer.{field}"
        form = self._form(who)
        radios = form.select(f'input[name="{name}"]')
        listed = form.select(f'select[name="{name}"] option')
        return [str(each["value"]) for each in [*radios, *listed] if each["value"]]

    async def form_values(self, who: str) -> dict[str, str]:
        values = _values(self._form(who))
        return {name.removeprefix("answer."): ", ".join(value) for name, value in values.items()}

    async def files(self, who: str) -> dict[str, str]:
        links = self.answers[who].select("a[download]")
        contents = [str(link["href"]).rpartition(",")[2] for link in links]
        return {
            str(link["download"]): b64decode(content).decode()
            for link, content in zip(links, contents, strict=True)
        }

    async def buttons(self, who: str) -> list[str]:
        return [_words(button) for button in await self._buttons(who)]

    # --- inside ---------------------------------------------------------------------

    async def _page(self, who: str) -> BeautifulSoup:
        return BeautifulSoup((await self.client.get(f"/as/{who}")).text, "html.parser")

    async def _send(self, who: str, path: str, fields: Mapping[str, object]) -> httpx.Response:
        return await self.client.post(path, data=fields, headers=_person(who))

    async def _post(self, who: str, path: str, fields: Mapping[str, object]) -> None:
        answer = await self._send(who, path, fields)
        assert answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR, answer.text
        if answer.status_code != httpx.codes.NO_CONTENT:
            self.answers[who] = BeautifulSoup(answer.text, "html.parser")

    async def _pressed(self, who: str, button: Tag) -> None:
        await self._post(who, "/act", json.loads(str(button["hx-vals"])))

    async def _buttons(self, who: str) -> list[Tag]:
        """Return what can be pressed, newest first: the last answer, then the places."""
        private = self.answers.get(who)
        posts = (await self._page(who)).select(".posts > li")
        parts = [*([private] if private else []), *reversed(posts)]
        return [button for part in parts for button in part.select("button[data-act]")]

    def _form(self, who: str) -> Tag:
        form = self.answers[who].select_one("form.form")
        assert form is not None, f"{who} has no form open but {_words(self.answers[who])}"
        return form

    async def _own(self, who: str, origin: str) -> str:
        posts = (await self._page(who)).select("li[data-key]")
        return next(str(post["data-key"]) for post in posts if origin in str(post["data-key"]))


def _person(who: str) -> dict[str, str]:
    return {"entraide-person": who}


def _words(part: Tag) -> str:
    """Return what is read, the words of pictures too."""
    return "\n".join([*part.stripped_strings, *(str(image["alt"]) for image in part.select("img"))])


def _values(form: Tag) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in _answered(form):
        values.setdefault(name, []).append(value)
    return values


def _answered(form: Tag) -> Iterator[tuple[str, str]]:
    for each in form.select("input[name], textarea[name], select[name]"):
        name = str(each["name"])
        if each.name == "textarea":
            yield name, each.text.removeprefix("\n")
        elif each.name == "select":
            chosen = each.select_one("option[selected]")
            yield name, str(chosen["value"]) if chosen else ""
        elif each.get("type") not in ("checkbox", "radio") or each.has_attr("checked"):
            yield name, str(each.get("value", ""))
