"""A record knows the announcement that it is of; the column the other way was never used.

Revision: 0090, after 0060
"""

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("announcements") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_announcements_meeting_id"), type_="foreignkey")
        batch_op.drop_column("meeting_id")
    with op.batch_alter_table("meetings") as batch_op:
        batch_op.add_column(sa.Column("announcement_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_meetings_announcement_id"),
            "announcements",
            ["announcement_id"],
            ["id"],
        )
        batch_op.create_index(
            batch_op.f("ix_meetings_announcement_id"), ["announcement_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("meetings") as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_announcement_id"))
        batch_op.drop_constraint(batch_op.f("fk_meetings_announcement_id"), type_="foreignkey")
        batch_op.drop_column("announcement_id")
    with op.batch_alter_table("announcements") as batch_op:
        batch_op.add_column(sa.Column("meeting_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_announcements_meeting_id"), "meetings", ["meeting_id"], ["id"]
        )
