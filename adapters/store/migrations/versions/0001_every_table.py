"""Make every table."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.String(64)
DIGEST = sa.String(64)
CASE = sa.String(256)
RECIPIENT = sa.String(160)
SUBJECT = sa.String(320)
INSTANT = sa.BigInteger()  # microseconds since 1970
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_CHILDREN_FIRST = """
seals trail kept posts deliveries events timers limits notices blocks bans judgments
cases drafts pictures messages holders requests drills snippets accounts mentors spaces
communities
"""


def upgrade() -> None:
    """Go forward."""
    _make_communities()
    _make_mentors()
    _make_requests()
    _make_conversations()
    _make_casebook()
    _make_drills()
    _make_bans()
    _make_safeguards()
    _make_queues()


def downgrade() -> None:
    """Go back."""
    for table in _CHILDREN_FIRST.split():
        op.drop_table(table)


def _position() -> sa.Column[int]:
    return sa.Column("position", NUMBER, primary_key=True, autoincrement=True)


def _row() -> tuple[sa.Column[int], sa.Column[str]]:
    return _position(), sa.Column("id", ID, nullable=False, unique=True)


def _sealed() -> tuple[sa.Column[int], sa.Column[bytes]]:
    return (
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )


def _of(parent: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{parent}.id", ondelete="CASCADE")


def _make_communities() -> None:
    op.create_table("communities", *_row(), *_sealed(), sqlite_autoincrement=True)
    op.create_table(
        "spaces",
        sa.Column("space", DIGEST, primary_key=True),
        sa.Column("community", ID, _of("communities"), nullable=False),
    )


def _make_mentors() -> None:
    op.create_table(
        "mentors",
        *_row(),
        sa.Column("community", ID, nullable=False, index=True),
        *_sealed(),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "accounts",
        sa.Column("account", DIGEST, primary_key=True),
        sa.Column("mentor", ID, _of("mentors"), nullable=False),
    )
    op.create_table(
        "snippets",
        *_row(),
        sa.Column("community", ID, nullable=False, index=True),
        sa.Column("mentor", ID),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )


def _make_requests() -> None:
    op.create_table(
        "requests",
        *_row(),
        sa.Column("community", ID, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("code_name", sa.String(64), nullable=False),
        sa.Column("reported", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("requester", DIGEST, index=True),
        sa.Column("receipt", DIGEST, unique=True),
        sa.Column("words_key", sa.LargeBinary(), nullable=False),
        sa.Column("identity_key", sa.LargeBinary()),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("identity", sa.LargeBinary()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(identity IS NULL) = (identity_key IS NULL)", name="identity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_requests_community_state", "requests", ["community", "state"])
    op.create_table(
        "holders",
        sa.Column("request", ID, _of("requests"), primary_key=True),
        sa.Column("mentor", ID, primary_key=True, index=True),
    )


def _make_conversations() -> None:
    op.create_table(
        "messages",
        sa.Column("id", ID, primary_key=True),
        sa.Column("request", ID, _of("requests"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("origin", DIGEST, nullable=False),
        *_sealed(),
        sa.UniqueConstraint("request", "position"),
        sa.UniqueConstraint("request", "origin"),
    )
    op.create_table(
        "pictures",
        sa.Column("id", ID, primary_key=True),
        sa.Column("request", ID, _of("requests"), nullable=False, index=True),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )


def _make_casebook() -> None:
    op.create_table(
        "drafts",
        *_row(),
        sa.Column("request", ID, _of("requests"), nullable=False, unique=True),
        sa.Column("community", ID, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        *_sealed(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drafts_community_stage", "drafts", ["community", "stage"])
    op.create_table(
        "cases",
        _position(),
        sa.Column("id", CASE, nullable=False, unique=True),
        sa.Column("community", ID, nullable=False),
        sa.Column("retracted", sa.Boolean(), nullable=False),
        *_sealed(),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "judgments",
        _position(),
        sa.Column("community", ID, nullable=False),
        sa.Column("case", CASE, nullable=False),
        sa.Column("request", ID, index=True),
        sa.Column("useful", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("community", "case", "request"),
        sqlite_autoincrement=True,
    )


def _make_drills() -> None:
    op.create_table(
        "drills",
        *_row(),
        sa.Column("opened_by", DIGEST, nullable=False, index=True),
        sa.Column("words_key", sa.LargeBinary(), nullable=False),
        *_sealed(),
        sqlite_autoincrement=True,
    )


def _make_bans() -> None:
    op.create_table(
        "bans",
        sa.Column("person", DIGEST, primary_key=True),
        sa.Column("id", ID, nullable=False, unique=True),
        sa.Column("community", ID, nullable=False, index=True),
        sa.Column("until", INSTANT, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("request", sa.LargeBinary()),
        sa.Column("identity_key", sa.LargeBinary()),
        sa.CheckConstraint("(request IS NULL) = (identity_key IS NULL)", name="request"),
    )


def _make_safeguards() -> None:
    op.create_table(
        "blocks",
        sa.Column("person", DIGEST, primary_key=True),
        sa.Column("until", INSTANT, nullable=False),
    )
    op.create_table(
        "notices",
        _position(),
        sa.Column("community", ID, nullable=False),
        sa.Column("mentor", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False, index=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_community_on", "notices", ["community", "on"])
    op.create_table(
        "limits",
        sa.Column("person", DIGEST, primary_key=True),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "kept",
        sa.Column("key", DIGEST, primary_key=True),
        sa.Column("request", ID, index=True),
        sa.Column("words_key", sa.LargeBinary()),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("community", ID, nullable=False, index=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "seals",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )


def _make_queues() -> None:
    op.create_table(
        "timers",
        sa.Column("subject", ID, primary_key=True),
        sa.Column("kind", sa.String(32), primary_key=True),
        sa.Column("community", ID, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "events",
        _position(),
        sa.Column("lane", ID, nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False, server_default=sa.text("0")),
        sa.Column("parked", sa.Boolean(), nullable=False, server_default=sa.false()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_lane_position", "events", ["lane", "position"])
    _make_deliveries()


def _make_deliveries() -> None:
    op.create_table(
        "deliveries",
        *_row(),
        sa.Column("community", ID, nullable=False),
        sa.Column("lane", sa.String(256), nullable=False),
        sa.Column("recipient", RECIPIENT, nullable=False),
        sa.Column("subject", SUBJECT, nullable=False),
        sa.Column("view", sa.String(32), nullable=False),
        sa.Column("request", ID, index=True),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("due_at", INSTANT, nullable=False, server_default=sa.text("0")),
        sa.Column("leased_until", INSTANT),
        sa.Column("reason", sa.String(64)),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_lane_position", "deliveries", ["lane", "position"])
    op.create_table(
        "posts",
        sa.Column("community", ID, primary_key=True),
        sa.Column("recipient", RECIPIENT, primary_key=True),
        sa.Column("subject", SUBJECT, primary_key=True),
        sa.Column("request", ID, index=True),
        sa.Column("handle", sa.LargeBinary(), nullable=False),
    )
