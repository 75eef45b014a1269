"""The tables: opaque ids, pseudonyms and sealed bytes; nothing here reads as a person or a word.

A column in clear is one that a query needs. ``position`` orders rows without telling the
time; instants are stored only where a queue or a timer must compare them.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from adapters.store.columns import (
    CaseName,
    Digest,
    Id,
    Recipient,
    Subject,
    of_request,
    position,
    row,
)
from adapters.store.columns import metadata as metadata  # noqa: PLC0414 (with its tables)
from adapters.store.instant import Instant

communities = Table(
    "communities",
    metadata,
    *row(),
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
    *row(),
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
    *row(),
    Column("community", Id, nullable=False),
    Column("state", String(16), nullable=False),
    Column("code_name", String(64), nullable=False),
    Column("reported", Boolean, nullable=False, server_default=false()),
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
    of_request(key=True),
    Column("mentor", Id, primary_key=True, index=True),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    of_request(),
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
    of_request(index=True),
    Column("facts", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    *row(),
    of_request(unique=True),
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
    *row(CaseName),
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
    *row(),
    Column("community", Id, nullable=False, index=True),
    Column("mentor", Id),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

drills = Table(
    "drills",
    metadata,
    *row(),
    Column("opened_by", Digest, nullable=False, index=True),
    Column("words_key", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

bans = Table(
    "bans",
    metadata,
    Column("person", Digest, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("community", Id, nullable=False, index=True),
    Column("until", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("request", LargeBinary),
    Column("identity_key", LargeBinary),
    CheckConstraint("(request IS NULL) = (identity_key IS NULL)", name="request"),
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
    position(),
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
    position(),
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
    position(),
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
    *row(),
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
