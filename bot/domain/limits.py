"""Bounds on everything that a person can send; Discord's and Slack's are never narrower."""

from datetime import timedelta

STORY_MAX = 3000  # characters of a crisis, a message or a story
NAMES_MAX = 500
LINE_MAX = 200
PICTURE_BYTES_MAX = 10 * 1024 * 1024
PICTURES_PER_MESSAGE_MAX = 4
HIDDEN_NAMES_MAX = 30
ANSWER_MAX = STORY_MAX  # of any field of any form; most fields are narrower

REQUESTS_PER_DAY = 5
REQUESTS_PER_HOUR_HERE = 200  # of everybody in a community: far above any crisis, below a flood
MESSAGES_PER_MINUTE = 30
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
