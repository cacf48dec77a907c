"""The whole life of an appeal.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_overrides",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("entered_by", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name_kk", sa.String(length=300), nullable=True),
        sa.Column("name_ru", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["users.id"], name=op.f("fk_calendar_overrides_entered_by")
        ),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_calendar_overrides")),
    )
    op.create_table(
        "answer_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("interim", sa.Boolean(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_answer_templates_created_by")
        ),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("fk_answer_templates_mandate_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_templates")),
        sa.UniqueConstraint(
            "mandate_id", "title", name=op.f("uq_answer_templates_mandate_id_title")
        ),
    )
    op.create_table(
        "workspace_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("linked_by", sa.Integer(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["linked_by"], ["users.id"], name=op.f("fk_workspace_groups_linked_by")
        ),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("fk_workspace_groups_mandate_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspace_groups")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_workspace_groups_chat_id")),
        sa.UniqueConstraint("mandate_id", name=op.f("uq_workspace_groups_mandate_id")),
    )
    op.create_table(
        "case_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_case_notes_appeal_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_case_notes_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_notes")),
    )
    with op.batch_alter_table("case_notes") as batch_op:
        batch_op.create_index(batch_op.f("ix_case_notes_appeal_id"), ["appeal_id"], unique=False)

    op.create_table(
        "case_topics",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_case_topics_appeal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_topics")),
        sa.UniqueConstraint("appeal_id", name=op.f("uq_case_topics_appeal_id")),
        sa.UniqueConstraint("chat_id", "thread_id", name=op.f("uq_case_topics_chat_id_thread_id")),
    )
    op.create_table(
        "clarifications",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_clarifications_appeal_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["users.id"], name=op.f("fk_clarifications_asked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clarifications")),
    )
    with op.batch_alter_table("clarifications") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_clarifications_appeal_id"), ["appeal_id"], unique=False
        )

    op.create_table(
        "extensions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("was_due", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_extensions_appeal_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["users.id"], name=op.f("fk_extensions_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
    )
    with op.batch_alter_table("extensions") as batch_op:
        batch_op.create_index(batch_op.f("ix_extensions_appeal_id"), ["appeal_id"], unique=False)

    op.create_table(
        "redirections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("redirected_by", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(length=300), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=True),
        sa.Column("child_id", sa.Integer(), nullable=True),
        sa.Column("redirected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_redirections_appeal_id")
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["appeals.id"], name=op.f("fk_redirections_child_id")
        ),
        sa.ForeignKeyConstraint(
            ["redirected_by"], ["users.id"], name=op.f("fk_redirections_redirected_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redirections")),
    )
    with op.batch_alter_table("redirections") as batch_op:
        batch_op.create_index(batch_op.f("ix_redirections_appeal_id"), ["appeal_id"], unique=False)

    op.create_table(
        "supporters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_supporters_appeal_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_supporters_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporters")),
        sa.UniqueConstraint("appeal_id", "user_id", name=op.f("uq_supporters_appeal_id_user_id")),
    )
    with op.batch_alter_table("supporters") as batch_op:
        batch_op.create_index(batch_op.f("ix_supporters_user_id"), ["user_id"], unique=False)

    with op.batch_alter_table("answers") as batch_op:
        batch_op.add_column(
            sa.Column("interim", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("touched_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("appeals") as batch_op:
        batch_op.add_column(sa.Column("summary", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("state_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held_for", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("returned_for", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("parent_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("assignee_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("clock_rule", sa.String(length=20), nullable=False, server_default="answer")
        )
        batch_op.add_column(sa.Column("reply_due", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("closed_as", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("secret_word", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("e_otinish_number", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("e_otinish_on", sa.Date(), nullable=True))
        batch_op.create_index("ix_appeals_due", ["state", "answer_due"], unique=False)
        batch_op.create_index("ix_appeals_parent", ["parent_id"], unique=False)
        batch_op.create_index("ix_appeals_since", ["state", "state_since"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_appeals_assignee_id"), "users", ["assignee_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_appeals_parent_id"), "appeals", ["parent_id"], ["id"]
        )

    op.execute(
        "UPDATE appeals SET state_since = (SELECT max(at) FROM appeal_events"
        " WHERE appeal_events.appeal_id = appeals.id)"
    )
    op.execute("UPDATE appeals SET state_since = created_at WHERE state_since IS NULL")


def downgrade() -> None:
    with op.batch_alter_table("appeals") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_appeals_parent_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_appeals_assignee_id"), type_="foreignkey")
        batch_op.drop_index("ix_appeals_since")
        batch_op.drop_index("ix_appeals_parent")
        batch_op.drop_index("ix_appeals_due")
        batch_op.drop_column("e_otinish_on")
        batch_op.drop_column("e_otinish_number")
        batch_op.drop_column("secret_word")
        batch_op.drop_column("closed_as")
        batch_op.drop_column("reply_due")
        batch_op.drop_column("clock_rule")
        batch_op.drop_column("assignee_id")
        batch_op.drop_column("parent_id")
        batch_op.drop_column("returned_for")
        batch_op.drop_column("held_for")
        batch_op.drop_column("state_since")
        batch_op.drop_column("summary")

    with op.batch_alter_table("answers") as batch_op:
        batch_op.drop_column("touched_at")
        batch_op.drop_column("interim")

    with op.batch_alter_table("supporters") as batch_op:
        batch_op.drop_index(batch_op.f("ix_supporters_user_id"))

    op.drop_table("supporters")
    with op.batch_alter_table("redirections") as batch_op:
        batch_op.drop_index(batch_op.f("ix_redirections_appeal_id"))

    op.drop_table("redirections")
    with op.batch_alter_table("extensions") as batch_op:
        batch_op.drop_index(batch_op.f("ix_extensions_appeal_id"))

    op.drop_table("extensions")
    with op.batch_alter_table("clarifications") as batch_op:
        batch_op.drop_index(batch_op.f("ix_clarifications_appeal_id"))

    op.drop_table("clarifications")
    op.drop_table("case_topics")
    with op.batch_alter_table("case_notes") as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_notes_appeal_id"))

    op.drop_table("case_notes")
    op.drop_table("workspace_groups")
    op.drop_table("answer_templates")
    op.drop_table("calendar_overrides")
