"""Why a dispute was decided so; stated figures can be answered as well.

Revision: 0050, after 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("deputy_responses") as batch:
        batch.add_column(sa.Column("decided_because", sa.Text(), nullable=True))
        batch.add_column(sa.Column("figure_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            batch.f("fk_deputy_responses_figure_id"), "stated_figures", ["figure_id"], ["id"]
        )
        batch.create_index(batch.f("ix_deputy_responses_figure_id"), ["figure_id"])


def downgrade() -> None:
    with op.batch_alter_table("deputy_responses") as batch:
        batch.drop_index(batch.f("ix_deputy_responses_figure_id"))
        batch.drop_constraint(batch.f("fk_deputy_responses_figure_id"), type_="foreignkey")
        batch.drop_column("figure_id")
        batch.drop_column("decided_because")
