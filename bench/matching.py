"""Matching: a thousand mentors scored for one request, the model warm, their words met before.

The baseline of the same run is encoding the request: what any choice by meaning must pay.
"""

import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from datetime import time as clock_time
from statistics import median

from bot.domain.ids import CommunityId, MentorId, RequestId, new_id
from bot.domain.matching import Candidate, choose
from bot.domain.mentor import Mentor, Profile, Slot, Standing
from bot.domain.people import Address
from bot.domain.request import Request
from bot.domain.vocabulary import Category
from bot.settings import Settings
from knowledge.closeness import Closeness
from knowledge.embedder import load_embedder

MENTORS, TIMES = 1000, 30
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HERE = CommunityId("here")
STORY = "On se fait insulter depuis une heure sous notre dernière publication, que faire ?"
_SECTORS = ("mairie", "mode", "jeu vidéo", "banque", "santé", "musée", "transport")
_LIVED = ("des insultes en masse", "un compte piraté", "un message parti du mauvais compte")


def main() -> None:
    """Print the table."""
    dice = random.Random(2026)
    mentors = [mentor(number, dice) for number in range(MENTORS)]
    request = Request(RequestId("r"), HERE, Address("web", "s", "c"), "fr", date(2026, 3, 2), STORY)
    request.category = Category.TROLLS
    rows, baseline = measured(request, mentors)
    print(f"\n### Matching, {MENTORS} mentors for one request\n")
    print("| | median | × encoding the request |\n| --- | --- | --- |")
    for name, seconds in rows.items():
        ratio = f"{seconds / baseline:.2f}" if baseline else "–"
        print(f"| {name} | {seconds * 1000:.1f} ms | {ratio} |")


def measured(request: Request, mentors: list[Mentor]) -> tuple[dict[str, float], float]:
    """Return the time of each part, in seconds, and the baseline (0 without a model)."""
    embedder, _ = load_embedder(Settings().wanted_model)
    near: list[float] = [0.0] * len(mentors)
    rows: dict[str, float] = {}
    baseline = 0.0
    if embedder:
        closeness, words = Closeness(embedder), [m.profile.experience for m in mentors]
        near = list(closeness.of(request.text, words))  # warm
        model = embedder
        baseline = timed(lambda: model.encode([request.text]))
        rows["encoding the request (baseline)"] = baseline
        rows["closeness to every profile"] = timed(lambda: closeness.of(request.text, words))
    candidates = [Candidate(m, closeness=n) for m, n in zip(mentors, near, strict=True)]
    rows["scoring and choosing"] = timed(lambda: choose(request, candidates, 1, NOW))
    rows["all of it"] = rows.get("closeness to every profile", 0) + rows["scoring and choosing"]
    return rows, baseline


def timed(work: Callable[[], object]) -> float:
    """Return the median time of some work."""
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return median(taken)


def mentor(number: int, dice: random.Random) -> Mentor:
    """Invent a mentor with hours, topics, sectors and a few lines of experience."""
    profile = Profile(
        f"Mentor {number}",
        categories=tuple(dice.sample(list(Category), 3)),
        sectors=tuple(dice.sample(_SECTORS, 2)),
        hours=tuple(Slot(day, clock_time(9), clock_time(18)) for day in range(5)),
        conflicts=(f"Maison {number}",),
        experience=f"{number} mois de modération, {dice.choice(_LIVED)}.",
    )
    address = Address("web", "s", new_id())
    return Mentor(MentorId(new_id()), HERE, (address,), "fr", profile, Standing.APPROVED)


if __name__ == "__main__":
    main()
