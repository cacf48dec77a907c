"""What waits is found by its priority and moment, however much has gone.

Revision: 0094, after 0093
"""

import sqlalchemy as sa
from alembic import op

revision = "0094"
down_revision = "0093"
branch_labels = None
depends_on = None


WAITING = sa.text("state IN ('new', 'sending')")
LOST = sa.text("state = 'undeliverable'")
INDEXES = {
    "ix_outbox_waiting": (["priority", "due_at", "id"], WAITING),
    "ix_outbox_line": (["recipient_id", "id"], WAITING),
    "ix_outbox_lost": (["id"], LOST),
}


def upgrade() -> None:
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_index("ix_outbox_due")
        for name, (columns, where) in INDEXES.items():
            batch_op.create_index(
                name, columns, unique=False, sqlite_where=where, postgresql_where=where
            )


def downgrade() -> None:
    with op.batch_alter_table("outbox") as batch_op:
        for name in INDEXES:
            batch_op.drop_index(name)
        batch_op.create_index("ix_outbox_due", ["state", "due_at"], unique=False)
