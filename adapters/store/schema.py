"""The tables: opaque ids, pseudonyms and sealed bytes; nothing here reads as a person or a word.

A column in clear is one that a query needs. ``position`` orders rows without telling the
time; instants are stored only where a queue or a timer must compare them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from adapters.store.instant import Instant

BigId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers only INTEGER by itself
Id = String(64)
Digest = String(64)
CaseName = String(256)
Recipient = String(160)
Subject = String(320)
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _position() -> Column[int]:
    return Column("position", BigId, primary_key=True, autoincrement=True)


def _row(kind: String = Id) -> tuple[Column[int], Column[str]]:
    return _position(), Column("id", kind, nullable=False, unique=True)


def _of_request(*, key: bool = False, unique: bool = False, index: bool = False) -> Column[str]:
    parent = ForeignKey("requests.id", ondelete="CASCADE")
    one = unique or None
    return Column(
        "request", Id, parent, primary_key=key, nullable=False, unique=one, index=index or None
    )


communities = Table(
    "communities",
    metadata,
    *_row(),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

spaces = Table(
    "spaces",
    metadata,
    Column("space", Digest, primary_key=True),
    Column("community", Id, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False),
)

mentors = Table(
    "mentors",
    metadata,
    *_row(),
    Column("community", Id, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    metadata,
    Column("account", Digest, primary_key=True),
    Column("mentor", Id, ForeignKey("mentors.id", ondelete="CASCADE"), nullable=False),
)

requests = Table(
    "requests",
    metadata,
    *_row(),
    Column("community", Id, nullable=False),
    Column("state", String(16), nullable=False),
    Column("code_name", String(64), nullable=False),
    Column("requester", Digest, index=True),
    Column("receipt", Digest, unique=True),
    Column("words_key", LargeBinary, nullable=False),
    Column("identity_key", LargeBinary),
    Column("words", LargeBinary, nullable=False),
    Column("identity", LargeBinary),
    Column("version", Integer, nullable=False),
    CheckConstraint("(identity IS NULL) = (identity_key IS NULL)", name="identity"),
    Index(None, "community", "state"),
    sqlite_autoincrement=True,
)

holders = Table(
    "holders",
    metadata,
    _of_request(key=True),
    Column("mentor", Id, primary_key=True, index=True),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    _of_request(),
    Column("position", Integer, nullable=False),
    Column("origin", Digest, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("request", "position"),
    UniqueConstraint("request", "origin"),
)

pictures = Table(
    "pictures",
    metadata,
    Column("id", Id, primary_key=True),
    _of_request(index=True),
    Column("facts", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    *_row(),
    _of_request(unique=True),
    Column("community", Id, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "community", "stage"),
    sqlite_autoincrement=True,
)

cases = Table(
    "cases",
    metadata,
    *_row(CaseName),
    Column("community", Id, nullable=False),
    Column("retracted", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

timers = Table(
    "timers",
    metadata,
    Column("subject", Id, primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("community", Id, nullable=False),
    Column("due_at", Instant, nullable=False, index=True),
)

snippets = Table(
    "snippets",
    metadata,
    *_row(),
    Column("community", Id, nullable=False, index=True),
    Column("mentor", Id),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

drills = Table(
    "drills",
    metadata,
    *_row(),
    Column("opened_by", Digest, nullable=False, index=True),
    Column("words_key", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

blocks = Table(
    "blocks",
    metadata,
    Column("person", Digest, primary_key=True),
    Column("until", Instant, nullable=False),
)

notices = Table(
    "notices",
    metadata,
    _position(),
    Column("community", Id, nullable=False),
    Column("mentor", Id, nullable=False),
    Column("on", Date, nullable=False, index=True),
    Index(None, "community", "on"),
    sqlite_autoincrement=True,
)

limits = Table(
    "limits",
    metadata,
    Column("person", Digest, primary_key=True),
    Column("last_on", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

judgments = Table(
    "judgments",
    metadata,
    _position(),
    Column("community", Id, nullable=False),
    Column("case", CaseName, nullable=False),
    Column("request", Id, index=True),
    Column("useful", Boolean, nullable=False),
    UniqueConstraint("community", "case", "request"),
    sqlite_autoincrement=True,
)

events = Table(
    "events",
    metadata,
    _position(),
    Column("lane", Id, nullable=False),
    Column("name", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("due_at", Instant, nullable=False, server_default=text("0")),
    Column("parked", Boolean, nullable=False, server_default=false()),
    Index(None, "lane", "position"),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    metadata,
    *_row(),
    Column("community", Id, nullable=False),
    Column("lane", String(256), nullable=False),
    Column("recipient", Recipient, nullable=False),
    Column("subject", Subject, nullable=False),
    Column("view", String(32), nullable=False),
    Column("request", Id, index=True),
    Column("arguments", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("due_at", Instant, nullable=False, server_default=text("0")),
    Column("leased_until", Instant),
    Column("reason", String(64)),
    Index(None, "lane", "position"),
    sqlite_autoincrement=True,
)

posts = Table(
    "posts",
    metadata,
    Column("community", Id, primary_key=True),
    Column("recipient", Recipient, primary_key=True),
    Column("subject", Subject, primary_key=True),
    Column("request", Id, index=True),
    Column("handle", LargeBinary, nullable=False),
)

kept = Table(
    "kept",
    metadata,
    Column("key", Digest, primary_key=True),
    Column("request", Id, index=True),
    Column("words_key", LargeBinary),
    Column("expires_on", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

trail = Table(
    "trail",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("community", Id, nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

seals = Table(
    "seals",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)
