from bot.domain import events as e
from bot.domain.ids import CommunityId, MessageId, RequestId
from bot.domain.people import Party
from bot.domain.relay import Delivery, RelayMessage

HERE, REQUEST, MESSAGE = CommunityId("here"), RequestId("request"), MessageId("message")
SETTLED = e.MessageSettled(HERE, REQUEST, MESSAGE, Party.MENTOR)


def a_message() -> RelayMessage:
    return RelayMessage(MESSAGE, REQUEST, HERE, Party.MENTOR, "Bonjour", "origin")


def test_author_learns_once_that_a_message_waits() -> None:
    message = a_message()
    message.settle(Delivery.WAITING, "network")
    message.settle(Delivery.WAITING, "rate")
    assert message.events == [SETTLED]


def test_author_learns_what_became_of_a_message_that_waited() -> None:
    message = a_message()
    message.settle(Delivery.WAITING, "network")
    message.settle(Delivery.DELIVERED)
    message.settle(Delivery.DELIVERED)
    assert (message.delivery, message.reason) == (Delivery.DELIVERED, "")
    assert message.events == [SETTLED, SETTLED]


def test_change_of_a_message_may_wait_again() -> None:
    message = a_message()
    message.settle(Delivery.DELIVERED)
    message.settle(Delivery.WAITING, "network")
    assert message.delivery is Delivery.WAITING
    assert message.events == [SETTLED, SETTLED]
