"""When a visit became free again, so that the deputy's side hears of it.

Revision: 0093, after 0092
"""

import sqlalchemy as sa
from alembic import op

revision = "0093"
down_revision = "0092"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("reception_slots") as batch_op:
        batch_op.add_column(sa.Column("freed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("reception_slots") as batch_op:
        batch_op.drop_column("freed_at")
