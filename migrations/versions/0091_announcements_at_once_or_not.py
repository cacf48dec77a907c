"""Whoever follows a deputy may want announcements at once and the rest in the digest, or nothing.

Revision: 0091, after 0090
"""

import sqlalchemy as sa
from alembic import op

revision = "0091"
down_revision = "0090"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # So far announcements came at once to all who follow.
    with op.batch_alter_table("subscriptions") as batch_op:
        batch_op.add_column(
            sa.Column("announcements", sa.Boolean(), nullable=False, server_default=sa.true())
        )
    with op.batch_alter_table("subscriptions") as batch_op:
        batch_op.alter_column("announcements", existing_type=sa.Boolean(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("subscriptions") as batch_op:
        batch_op.drop_column("announcements")
