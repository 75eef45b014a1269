"""What a person can do on any platform, so that one suite of conversations runs on all."""

from typing import Protocol

PEOPLE = ("camille", "louis", "nadia", "yann", "sacha")  # asks, asks, mentors, mentors, moderates


class Driver(Protocol):
    """Plays people on one platform; names are those of ``PEOPLE``."""

    async def speak(self, who: str, language: str) -> None:
        """Set the language in which the platform shows things to somebody."""
        ...

    async def command(self, who: str, name: str, **options: str) -> None:
        """Type a slash command."""
        ...

    async def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        """Fill in the open form (other fields stay as they are) and send it."""
        ...

    async def press(self, who: str, label: str) -> None:
        """Press the newest button with this label that the person can see."""
        ...

    async def choose(self, who: str, option: str) -> None:
        """Choose an option in a drop-down list that the person can see."""
        ...

    async def write(self, who: str, text: str, *, picture: bytes = b"") -> str:
        """Write in the newest conversation or thread and return a handle on the message."""
        ...

    async def rewrite(self, who: str, message: str, text: str) -> None: ...
    async def unwrite(self, who: str, message: str) -> None: ...
    async def settled(self) -> None:
        """Wait until everything that is to be said was said."""
        ...

    async def later(self, seconds: float) -> None:
        """Let time pass, with everything that happens because of it."""
        ...

    async def jump(self, seconds: float) -> None:
        """Let time pass at once, as if the process had been stopped meanwhile."""
        ...

    async def view(self, who: str) -> str:
        """Return all the text that the person can see now: places, answers, the open form."""
        ...

    async def options(self, who: str, field: str) -> list[str]:
        """Return the values that a question of the open form offers."""
        ...

    async def form_values(self, who: str) -> dict[str, str]:
        """Return what stands in the open form."""
        ...

    async def files(self, who: str) -> dict[str, str]:
        """Return the text of the files that the person was given, by name."""
        ...

    async def buttons(self, who: str) -> list[str]:
        """Return the labels of all the buttons that the person can see."""
        ...
