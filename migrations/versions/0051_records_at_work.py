"""Drafts of records, topics of requests, looks at links.

Revision: 0051, after 0050
"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

RECORDS = ("meetings", "deputy_requests", "programme_events")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for table in RECORDS:
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("touched_at", MOMENT, nullable=True))
            batch_op.create_index(f"ix_{table}_recorder", ["recorded_by", "state"], unique=False)
    _add_filled("deputy_requests", "topics", _json(), "'[]'")
    _add_filled("evidence", "copy_tries", sa.Integer(), "0")
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(sa.Column("copy_tried_at", MOMENT, nullable=True))
    with op.batch_alter_table("programmes") as batch_op:
        batch_op.add_column(sa.Column("link_checked_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("link_failed_on", sa.Date(), nullable=True))


def _json() -> sa.types.TypeEngine[object]:
    return sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")


def _add_filled(table: str, name: str, kind: sa.types.TypeEngine[object], value: str) -> None:
    """A column that may not be empty: rows that exist get the value, later ones bring theirs."""
    with op.batch_alter_table(table) as batch_op:
        batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=sa.text(value)))
    with op.batch_alter_table(table) as batch_op:
        batch_op.alter_column(name, existing_type=kind, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("programmes") as batch_op:
        batch_op.drop_column("link_failed_on")
        batch_op.drop_column("link_checked_at")
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_column("copy_tried_at")
        batch_op.drop_column("copy_tries")
    with op.batch_alter_table("deputy_requests") as batch_op:
        batch_op.drop_column("topics")
    for table in RECORDS:
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_index(f"ix_{table}_recorder")
            batch_op.drop_column("touched_at")
