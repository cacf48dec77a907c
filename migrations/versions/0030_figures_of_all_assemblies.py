"""A stated figure may be about all assemblies together.

Revision: 0030, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("stated_figures") as batch:
        batch.alter_column("convocation_id", existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM stated_figures WHERE convocation_id IS NULL")
    with op.batch_alter_table("stated_figures") as batch:
        batch.alter_column("convocation_id", existing_type=sa.Integer(), nullable=False)
