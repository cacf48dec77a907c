"""What a broadcast is about, where it is no announcement; joined letters are followed.

Revision: 0060, after 0051
"""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("broadcasts") as batch_op:
        batch_op.add_column(sa.Column("subject_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(
            batch_op.f("uq_broadcasts_kind_subject_id"), ["kind", "subject_id"]
        )
    # Whoever joined a letter hears of its answers as before, now because they follow it.
    op.execute(
        "INSERT INTO subscriptions (user_id, what, appeal_id, at_once, created_at) "
        "SELECT user_id, 'appeal', appeal_id, true, joined_at FROM supporters"
    )


def downgrade() -> None:
    op.execute("DELETE FROM subscriptions WHERE what = 'appeal'")
    with op.batch_alter_table("broadcasts") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_broadcasts_kind_subject_id"), type_="unique")
        batch_op.drop_column("subject_id")
