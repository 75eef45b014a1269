"""What tables are made of: the kinds of columns, and the keys that most of them have."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String

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


def position() -> Column[int]:
    """Return the number that orders rows without telling the time."""
    return Column("position", BigId, primary_key=True, autoincrement=True)


def row(kind: String = Id) -> tuple[Column[int], Column[str]]:
    """Return the position and the id of a row."""
    return position(), Column("id", kind, nullable=False, unique=True)


def of_request(*, key: bool = False, unique: bool = False, index: bool = False) -> Column[str]:
    """Return the request that a row belongs to, and goes with."""
    parent = ForeignKey("requests.id", ondelete="CASCADE")
    one = unique or None
    return Column(
        "request", Id, parent, primary_key=key, nullable=False, unique=one, index=index or None
    )
