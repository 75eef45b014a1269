from collections.abc import Callable

import pytest

from knowledge.redaction.rules.secret import SecretRule

# Assembled here, so that no scanner takes these invented tokens for real ones.
SLACK_TOKEN = "-".join(("xoxb", "123456789012", "abcdefGHIJKL"))
DISCORD_TOKEN = ".".join(("MTk4NjIyNDgzNDcxOTI1MjQ4", "Cl2FMQ", "ZnCjm1XVW7vRze4b7Cq4se7kKWs"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mot de passe : Lumen2024!", "Lumen2024"),
        ("mdp du compte: azerty123", "azerty123"),
        ("the password is hunter2", "hunter2"),
        (f"le jeton {SLACK_TOKEN} a fuité", SLACK_TOKEN),
        (f"token={DISCORD_TOKEN}", DISCORD_TOKEN),
        ("code de vérification 482913", "482913"),
        ("2FA code: 482 913", "482 913"),
    ],
)
def test_finds_passwords_and_tokens(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(SecretRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "le mot de passe est compliqué",
        "on a changé les mots de passe hier",
        "le code de la route, le code promo",
    ],
)
def test_leaves_talk_of_passwords(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(SecretRule(), text) == []
