"""What a workspace needs: names among colleagues, messages to a group.

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("grants") as batch_op:
        batch_op.add_column(sa.Column("short_name", sa.String(length=30), nullable=True))
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(sa.Column("chat_id", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("workspace_groups") as batch_op:
        batch_op.add_column(
            sa.Column("with_names", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.alter_column("with_names", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("workspace_groups") as batch_op:
        batch_op.drop_column("with_names")
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_column("chat_id")
    with op.batch_alter_table("grants") as batch_op:
        batch_op.drop_column("short_name")
