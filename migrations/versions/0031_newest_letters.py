"""The newest letters to a deputy, to find those that ask the same.

Revision: 0031, after 0030
"""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("appeals") as batch_op:
        batch_op.create_index("ix_appeals_newest", ["mandate_id", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("appeals") as batch_op:
        batch_op.drop_index("ix_appeals_newest")
