"""Tells a domain from a word with a dot in it, and a public page from a telling one."""

from functools import cache
from typing import Final

from tldextract import TLDExtract

from knowledge.redaction.lexicon import entries, words

#: Labels of the longest host of the lists, or more: a hostile one has thousands.
_MOST_LABELS: Final = 6


@cache
def _suffixes() -> frozenset[str]:
    """Return the last label of every public suffix, from the snapshot that tldextract ships."""
    offline = TLDExtract(suffix_list_urls=(), cache_dir=None)
    return frozenset(suffix.rpartition(".")[2] for suffix in offline.tlds)


def is_domain(host: str, *, sure: bool) -> bool:
    """Say whether ``a.b`` is a domain; ``sure`` when ``www.`` or a path says so already."""
    labels = host.split(".")
    if all(label.isdigit() for label in labels[:-1]):
        return False  # an IP address, whole or with its last number hidden
    if labels[-1] in words("domain_endings"):
        return len(labels[-2]) > 1 or len(labels) > 2 or sure
    if labels[-1] not in _suffixes():
        return False
    return sure or (len(labels) > 2 and len(labels[-2]) > 2) or _looks_made_up(labels[-2])


def is_public(host: str, path: str) -> bool:
    """Say whether an address is a platform's or an authority's own, that names nobody."""
    host = host.removeprefix("www.").partition(":")[0]
    path = path.strip("/")
    if not path:
        return _listed(host, entries("public_hosts"))
    return _listed(host, entries("help_hosts")) or any(
        f"{host}/{path}".startswith(page) for page in entries("help_pages")
    )


def _listed(host: str, hosts: frozenset[str]) -> bool:
    """Say whether a host is one of the list, or under one; only its last labels can tell."""
    labels = host.split(".")[-_MOST_LABELS:]
    return any(".".join(labels[i:]) in hosts for i in range(len(labels) - 1))


def _looks_made_up(label: str) -> bool:
    return "-" in label.strip("-") or any(char.isdigit() for char in label)
