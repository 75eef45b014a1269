from collections.abc import Callable

import pytest

from knowledge.redaction.rules.handle import HandleRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("merci @lumen_studio !", ["@lumen_studio"]),
        ("@camille.r.", ["@camille.r"]),
        ("cc @camille@mastodon.social", ["@camille@mastodon.social"]),
        (
            "<@529184736620193847> et <@!529184736620193847>",
            ["<@529184736620193847>", "<@!529184736620193847>"],
        ),
        (
            "<@&529184736620193847> dans <#529184736620193847>",
            ["<@&529184736620193847>", "<#529184736620193847>"],
        ),
        ("<@U04AB12CD> dans <#C0123ABCD|crise>", ["<@U04AB12CD>", "<#C0123ABCD|crise>"]),
        ("<!subteam^S012345|@modos>", ["<!subteam^S012345|@modos>"]),
        ("Grizou#4821 a menacé", ["Grizou#4821"]),
        ("u/camille_lumen a posté", ["u/camille_lumen"]),
        ("l'ID 318273645546372819", ["318273645546372819"]),
        ("U04AB12CDEF a quitté", ["U04AB12CDEF"]),
        ("insta: camille.lumen_", ["camille.lumen_"]),
        ("son insta c'est camille_r92", ["camille_r92"]),
        ("snap : cam.lmn", ["cam.lmn"]),
        ("pseudo : DarkVador", ["DarkVador"]),
        ('sous le pseudo "petit ange"', ["petit ange"]),
        ("arobase camille underscore lumen", ["arobase camille underscore lumen"]),
        ("@оfficiel_lumen", ["@оfficiel_lumen"]),
        ("gravelprophet88 on insta, puis lumen.r sur Twitch", ["gravelprophet88", "lumen.r"]),
        ("Camille (cam_lmn) a posté", ["cam_lmn"]),
    ],
)
def test_finds_account_names(text: str, found: list[str], finds: Callable[..., list[str]]) -> None:
    assert finds(HandleRule(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "@everyone @here @tous @channel",
        "les comptes @Instagram et @TwitterSupport",
        "Instagram : calme, Twitter : enfer, Facebook : 12k, TikTok v2",
        "sous pseudo sur X, le pseudo Discord d'une collègue",
        "#onattend #badbuzz2024 #1",
        "le compte pro. Ensuite, 3@15€",
        "12k sur TikTok, v2 on Discord, un live (18h30)",
    ],
)
def test_leaves_everybody_platforms_and_hashtags(
    text: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(HandleRule(), text) == []
