"""Files of replies and redirections, and requests for more time.

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "extension_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_extension_requests_appeal_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["users.id"], name=op.f("fk_extension_requests_asked_by")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["users.id"], name=op.f("fk_extension_requests_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension_requests")),
    )
    with op.batch_alter_table("extension_requests") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_extension_requests_appeal_id"), ["appeal_id"], unique=False
        )

    with op.batch_alter_table("attachments") as batch_op:
        for name in ("clarification", "redirection"):
            batch_op.add_column(sa.Column(f"{name}_id", sa.Integer(), nullable=True))
            batch_op.create_foreign_key(
                batch_op.f(f"fk_attachments_{name}_id"), f"{name}s", [f"{name}_id"], ["id"]
            )


def downgrade() -> None:
    with op.batch_alter_table("attachments") as batch_op:
        for name in ("redirection", "clarification"):
            batch_op.drop_constraint(batch_op.f(f"fk_attachments_{name}_id"), type_="foreignkey")
            batch_op.drop_column(f"{name}_id")

    with op.batch_alter_table("extension_requests") as batch_op:
        batch_op.drop_index(batch_op.f("ix_extension_requests_appeal_id"))

    op.drop_table("extension_requests")
