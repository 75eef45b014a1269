"""Identifiers: random, opaque, and never derived from a platform's own."""

import secrets
from collections.abc import Collection
from typing import NewType

RequestId = NewType("RequestId", str)
MentorId = NewType("MentorId", str)
MessageId = NewType("MessageId", str)
AttachmentId = NewType("AttachmentId", str)
DraftId = NewType("DraftId", str)
CaseId = NewType("CaseId", str)
CommunityId = NewType("CommunityId", str)
DeliveryId = NewType("DeliveryId", str)
SnippetId = NewType("SnippetId", str)

_ANIMALS = [
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
    "panthère",
    "antilope",
    "libellule",
    "salamandre",
    "sardine",
    "baleine",
    "cigogne",
    "fourmi",
    "coccinelle",
    "gazelle",
    "mouette",
    "musaraigne",
    "palourde",
    "perruche",
    "puce",
    "raie",
    "sauterelle",
    "souris",
    "truite",
    "vigogne",
    "zibeline",
]
_COLOURS = [
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
]


def new_id() -> str:
    """Return 128 random bits as 22 URL-safe characters."""
    return secrets.token_urlsafe(16)


def new_code_name(taken: Collection[str] = ()) -> str:
    """Return a code name such as ``loutre-bleue`` that no active request carries."""
    free = [
        name
        for animal in _ANIMALS
        for colour in _COLOURS
        if (name := f"{animal}-{colour}") not in taken
    ]
    return secrets.choice(free) if free else f"{secrets.choice(_ANIMALS)}-{secrets.token_hex(3)}"


def new_receipt() -> str:
    """Return a receipt code of 80 random bits, in four groups that a person can copy by hand."""
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(4)) for _ in range(4))
