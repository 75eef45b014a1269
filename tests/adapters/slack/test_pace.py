"""Posts keep to Slack's pace, in order, and wait when Slack says so."""

from datetime import timedelta

import pytest

from adapters.slack.pace import Pace
from bot.domain.errors import RetryLater


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now, self.slept = 100.0, list[float]()

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))


async def test_burst_passes_then_one_a_second() -> None:
    watch = Watch()
    pace = Pace(time=watch.time, sleep=watch.sleep)
    for _ in range(6):
        await pace.turn("C1")
    assert watch.slept == [1.0, 2.0, 3.0]


async def test_channels_do_not_wait_for_one_another() -> None:
    watch = Watch()
    pace = Pace(time=watch.time, sleep=watch.sleep)
    for channel in ("C1", "C2", "C3", "C4", "C5"):
        await pace.turn(channel)
    assert watch.slept == []


async def test_long_queue_goes_back_to_the_outbox() -> None:
    watch = Watch()
    pace = Pace(time=watch.time, sleep=watch.sleep)
    for _ in range(13):
        await pace.turn("C1")
    with pytest.raises(RetryLater) as caught:
        await pace.turn("C1")
    assert caught.value.after == timedelta(seconds=11)


async def test_what_slack_closed_opens_again_in_time() -> None:
    watch = Watch()
    pace = Pace(time=watch.time, sleep=watch.sleep)
    pace.close("T1", "chat.postMessage", "C1", timedelta(seconds=30))
    with pytest.raises(RetryLater) as caught:
        pace.check("T1", "chat.postMessage", "C1")
    assert caught.value.after == timedelta(seconds=30)
    pace.check("T1", "chat.postMessage", "C2")
    pace.check("T1", "chat.update", "C1")
    watch.now += 30
    pace.check("T1", "chat.postMessage", "C1")
