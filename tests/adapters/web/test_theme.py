"""Everything on the page can be read, in the light and in the dark."""

import re

import pytest

from tests.browser.sandbox import ROOT

STATIC = ROOT / "adapters" / "web" / "static"
ENOUGH = 4.5  # WCAG 2.2, level AA, text of any size

GROUNDS = ("paper", "surface", "raised", "sunken")
TEXT_ON = (
    *((ink, ground) for ink in ("ink", "ink-soft") for ground in GROUNDS),
    *(("ink", f"{tone}-wash") for tone in ("accent", "care", "warning", "success", "danger")),
    *(("ink-soft", f"{tone}-wash") for tone in ("accent", "care", "warning")),
    *(("accent-ink", ground) for ground in ("surface", "raised", "accent-wash")),
    ("on-accent", "accent"),
    ("danger", "raised"),
    ("danger", "danger-wash"),
    ("warning", "warning-wash"),
    ("success", "surface"),
    ("now", "surface"),
    ("on-mask", "mask"),
    ("ink", "added"),
    ("ink", "removed"),
    *(("white", f"hue-{who}") for who in ("camille", "louis", "nadia", "yann", "sacha")),
)


def colours(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme; the dark one changes some of the light ones."""
    css = (STATIC / "theme.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    found = {"white": "#ffffff"}
    for part in (light, dark) if scheme == "dark" else (light,):
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
    return found


def luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    known = colours(scheme)
    assert contrast(known[text], known[ground]) >= ENOUGH


def test_only_the_theme_knows_a_colour() -> None:
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(", re.IGNORECASE)
    others = [path for path in sorted(STATIC.glob("*.css")) if path.name != "theme.css"]
    assert [path.name for path in others if literal.search(path.read_text("utf-8"))] == []
