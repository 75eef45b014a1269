"""What people write on Discord, as somebody elsewhere reads it."""

import pytest

from adapters.discord.words import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Vois avec <@1000000000000000001> et <@!22>", "Vois avec @… et @…"),
        ("<@&333> dans <#444>", "@… dans #…"),
        ("</entraide:555> ou <id:guide>", "@… ou @…"),
        ("bravo <:bravo:666> <a:danse:777>", "bravo :bravo: :danse:"),
        ("à <t:1772443800:R>", "à …"),
        ("**fort**, __souligné__, ~~barré~~, ||caché||", "*fort*, _souligné_, ~barré~, caché"),
        ("***les deux***", "**les deux**"),
        ("-# tout petit", "tout petit"),
        ("[le site](https://ex.example/a?b=c)", "le site (https://ex.example/a?b=c)"),
        ("[https://ex.example](<https://ex.example>)", "https://ex.example"),
        (
            "sans aperçu : <https://ex.example/a_b__c__d>",
            "sans aperçu : https://ex.example/a_b__c__d",
        ),
        ("2 ** 3 ** 4, a < b, <b>, mon_nom__ici", "2 ** 3 ** 4, a < b, <b>, mon_nom__ici"),
        ("_doux_ `code` > cité", "_doux_ `code` > cité"),
    ],
)
def test_words_lose_markup_and_ids(written: str, read: str) -> None:
    assert plain(written) == read


def test_hostile_words_are_read_in_no_time() -> None:
    for piece in ("**", "__a", "||", "~~b", "[", "<@", "[a](https://", "<:"):
        assert len(plain(piece * 2000)) <= 2000 * len(piece)
