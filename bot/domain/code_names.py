"""Code names: a feminine animal and a colour, so that any pair is good French."""

import secrets
from collections.abc import Collection

_ANIMALS = (
    "loutre",
    "hermine",
    "mésange",
    "belette",
    "chouette",
    "grenouille",
    "tortue",
    "abeille",
    "hirondelle",
    "marmotte",
    "girafe",
    "antilope",
    "libellule",
    "salamandre",
    "sardine",
    "cigogne",
    "fourmi",
    "coccinelle",
    "gazelle",
    "mouette",
    "musaraigne",
    "sauterelle",
    "souris",
    "vigogne",
    "zibeline",
)
_COLOURS = (
    "bleue",
    "verte",
    "rousse",
    "dorée",
    "grise",
    "blanche",
    "noire",
    "mauve",
    "rose",
    "rouge",
    "turquoise",
    "ivoire",
    "argentée",
    "cuivrée",
    "orangée",
    "pourpre",
    "brune",
    "beige",
    "indigo",
    "ocre",
)


def new_code_name(taken: Collection[str] = ()) -> str:
    """Return a code name such as ``loutre-bleue`` that no active request carries."""
    free = [
        name
        for animal in _ANIMALS
        for colour in _COLOURS
        if (name := f"{animal}-{colour}") not in taken
    ]
    return secrets.choice(free) if free else f"{secrets.choice(_ANIMALS)}-{secrets.token_hex(3)}"
