"""Nobody but its readers learns who wrote: not the file, not the log, not another pane."""

import io
from pathlib import Path

from bot.wording import load
from tests.adapters.web.world import World

SAY = load(strict=True)
STORY = "Canari-texte : une blague est partie du compte de la mairie"


async def journey(world: World, picture: bytes) -> None:
    await world.people.command("camille", "crise")
    await world.people.fill("camille", text=STORY, names="Canari-marque")
    await world.people.press("camille", SAY["fr"]("button-publish"))
    await world.core.settle()
    await world.people.press("nadia", SAY["fr"]("button-claim"))
    await world.core.settle()
    await world.people.write("camille", "Canari-message de Canari-marque", picture=picture)
    await world.people.write("nadia", "Canari-réponse")
    await world.core.settle()


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("page.db*"))


def open_to_others(folder: Path) -> list[Path]:
    return [path for path in folder.glob("page.db*") if path.stat().st_mode & 0o077]


async def test_files_of_the_page_tell_nothing(world: World, picture: bytes, tmp_path: Path) -> None:
    await journey(world, picture)
    assert open_to_others(tmp_path) == []
    stolen = bytes_of(tmp_path)
    for trace in ("Canari", "camille", "Camille", "nadia", "Nadia", "mairie", "loutre"):
        assert trace.encode() not in stolen
    assert picture[:64] not in stolen


async def test_logs_of_every_library_tell_nothing_at_any_level(
    log: io.StringIO, world: World, picture: bytes
) -> None:
    async with world.http.stream("GET", "/events?person=camille&after=0") as live:
        await anext(live.aiter_lines())
        await journey(world, picture)
    assert log.getvalue() != ""
    for trace in ("Canari", "mairie", "camille"):
        assert trace not in log.getvalue()


async def test_requester_appears_nowhere_in_what_others_see(world: World, picture: bytes) -> None:
    await journey(world, picture)
    for who in ("louis", "nadia", "yann", "sacha"):
        seen = (await world.pane(who)).text
        assert "Canari-marque" not in seen
        assert "Camille" not in seen
