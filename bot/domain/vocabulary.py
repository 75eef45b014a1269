"""The shared words: categories, urgencies, languages of a crisis."""

from enum import StrEnum


class Urgency(StrEnum):
    """How fast somebody is needed."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"


class Category(StrEnum):
    """The kinds of crisis; the ids are stable and appear in files and exports."""

    BAD_BUZZ = "bad-buzz"
    TROLLS = "trolls-harcelement"
    BLUNDER = "boulette"
    HACKED = "compte-pirate"
    PRESSURE = "pression-direction"
    ETHICS = "ethique"
    REACH = "portee-payante"
    MODERATION = "moderation"
    CUSTOMERS = "relation-client"
    REVOLT = "communaute-en-revolte"
    FAKE_NEWS = "fake-news"
    JOB_FRAME = "cadre-metier"
    EXHAUSTION = "epuisement"
    INFLUENCERS = "influenceurs"
