"""Records and verdicts.

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("was", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
        sa.Column(
            "became", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True
        ),
        sa.Column("corrected_by", sa.Integer(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrected_by"], ["users.id"], name=op.f("fk_corrections_corrected_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    with op.batch_alter_table("corrections") as batch_op:
        batch_op.create_index("ix_corrections_record", ["record", "record_id"], unique=False)

    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("requested_by", sa.Integer(), nullable=False),
        sa.Column(
            "facts", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(length=300), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["requested_by"], ["users.id"], name=op.f("fk_jobs_requested_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    with op.batch_alter_table("jobs") as batch_op:
        batch_op.create_index("ix_jobs_state", ["state", "id"], unique=False)

    op.create_table(
        "deputy_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=True),
        sa.Column("convocation_id", sa.Integer(), nullable=True),
        sa.Column("initiator_id", sa.Integer(), nullable=True),
        sa.Column("signatories_complete", sa.Boolean(), nullable=False),
        sa.Column("signatories_stated", sa.Integer(), nullable=True),
        sa.Column("is_group", sa.Boolean(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("addressee", sa.String(length=300), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column(
            "issues", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("relates_programme", sa.String(length=20), nullable=False),
        sa.Column("socially_significant", sa.Boolean(), nullable=True),
        sa.Column("reply_on", sa.Date(), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("conflict", sa.String(length=1000), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_for", sa.String(length=20), nullable=True),
        sa.Column("return_note", sa.Text(), nullable=True),
        sa.Column("source_kind", sa.String(length=20), nullable=True),
        sa.Column("source_url", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("confidence", sa.String(length=20), nullable=True),
        sa.Column("text_kk", sa.String(length=2000), nullable=True),
        sa.Column("text_ru", sa.String(length=2000), nullable=True),
        sa.Column("text_en", sa.String(length=2000), nullable=True),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("fk_deputy_requests_convocation_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiator_id"], ["mandates.id"], name=op.f("fk_deputy_requests_initiator_id")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["deputy_requests.id"],
            name=op.f("fk_deputy_requests_merged_into_id"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["users.id"], name=op.f("fk_deputy_requests_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["users.id"], name=op.f("fk_deputy_requests_reviewed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy_requests")),
        sa.UniqueConstraint("slug", name=op.f("uq_deputy_requests_slug")),
    )
    with op.batch_alter_table("deputy_requests") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_deputy_requests_convocation_id"), ["convocation_id"], unique=False
        )
        batch_op.create_index(
            "ix_deputy_requests_initiator", ["initiator_id", "sent_on"], unique=False
        )
        batch_op.create_index("ix_deputy_requests_queue", ["state", "submitted_at"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("format", sa.String(length=20), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("place_text", sa.String(length=300), nullable=True),
        sa.Column("inside", sa.Boolean(), nullable=True),
        sa.Column("inside_set_by", sa.Integer(), nullable=True),
        sa.Column("attendance", sa.Integer(), nullable=True),
        sa.Column(
            "topics", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("wishes", sa.Text(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_for", sa.String(length=20), nullable=True),
        sa.Column("return_note", sa.Text(), nullable=True),
        sa.Column("source_kind", sa.String(length=20), nullable=True),
        sa.Column("source_url", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("confidence", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["inside_set_by"], ["users.id"], name=op.f("fk_meetings_inside_set_by")
        ),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("fk_meetings_mandate_id")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["meetings.id"], name=op.f("fk_meetings_merged_into_id")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_meetings_place_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["users.id"], name=op.f("fk_meetings_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["users.id"], name=op.f("fk_meetings_reviewed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings") as batch_op:
        batch_op.create_index("ix_meetings_mandate", ["mandate_id", "held_on"], unique=False)
        batch_op.create_index("ix_meetings_queue", ["state", "submitted_at"], unique=False)

    op.create_table(
        "programme_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_for", sa.String(length=20), nullable=True),
        sa.Column("return_note", sa.Text(), nullable=True),
        sa.Column("source_kind", sa.String(length=20), nullable=True),
        sa.Column("source_url", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("confidence", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("fk_programme_events_mandate_id")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["programme_events.id"],
            name=op.f("fk_programme_events_merged_into_id"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["users.id"], name=op.f("fk_programme_events_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["users.id"], name=op.f("fk_programme_events_reviewed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_events")),
    )
    with op.batch_alter_table("programme_events") as batch_op:
        batch_op.create_index(
            "ix_programme_events_mandate", ["mandate_id", "happened_on"], unique=False
        )
        batch_op.create_index("ix_programme_events_queue", ["state", "submitted_at"], unique=False)

    op.create_table(
        "programme_copies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=True),
        sa.Column("file_id", sa.String(length=300), nullable=True),
        sa.Column("path", sa.String(length=300), nullable=True),
        sa.Column("file_name", sa.String(length=300), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("fk_programme_copies_programme_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_copies")),
        sa.UniqueConstraint(
            "programme_id", "sha256", name=op.f("uq_programme_copies_programme_id_sha256")
        ),
    )
    op.create_table(
        "request_signatories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("fk_request_signatories_mandate_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["deputy_requests.id"], name=op.f("fk_request_signatories_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_signatories")),
        sa.UniqueConstraint(
            "request_id", "mandate_id", name=op.f("uq_request_signatories_request_id_mandate_id")
        ),
    )
    with op.batch_alter_table("request_signatories") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_request_signatories_mandate_id"), ["mandate_id"], unique=False
        )

    op.create_table(
        "promise_touches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("appeal_id", sa.Integer(), nullable=True),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_promise_touches_appeal_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_promise_touches_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promises.id"], name=op.f("fk_promise_touches_promise_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["deputy_requests.id"], name=op.f("fk_promise_touches_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise_touches")),
        sa.UniqueConstraint(
            "promise_id",
            "meeting_id",
            "request_id",
            "appeal_id",
            name=op.f("uq_promise_touches_promise_id_meeting_id_request_id_appeal_id"),
        ),
    )
    with op.batch_alter_table("promise_touches") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_promise_touches_appeal_id"), ["appeal_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_promise_touches_meeting_id"), ["meeting_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_promise_touches_request_id"), ["request_id"], unique=False
        )

    op.create_table(
        "status_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_for", sa.String(length=20), nullable=True),
        sa.Column("reply_due", sa.Date(), nullable=True),
        sa.Column("reached_deputy", sa.Boolean(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promises.id"], name=op.f("fk_status_changes_promise_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["users.id"], name=op.f("fk_status_changes_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["users.id"], name=op.f("fk_status_changes_reviewed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_changes")),
    )
    with op.batch_alter_table("status_changes") as batch_op:
        batch_op.create_index("ix_status_changes_due", ["state", "reply_due"], unique=False)
        batch_op.create_index("ix_status_changes_promise", ["promise_id", "state"], unique=False)

    op.create_table(
        "deputy_responses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision", sa.String(length=20), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_id"], ["status_changes.id"], name=op.f("fk_deputy_responses_change_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["programme_events.id"], name=op.f("fk_deputy_responses_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("fk_deputy_responses_mandate_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_deputy_responses_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["deputy_requests.id"], name=op.f("fk_deputy_responses_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["users.id"], name=op.f("fk_deputy_responses_settled_by")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["users.id"], name=op.f("fk_deputy_responses_written_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy_responses")),
    )
    with op.batch_alter_table("deputy_responses") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_deputy_responses_change_id"), ["change_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_deputy_responses_event_id"), ["event_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_deputy_responses_mandate_id"), ["mandate_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_deputy_responses_meeting_id"), ["meeting_id"], unique=False
        )
        batch_op.create_index("ix_deputy_responses_queue", ["kind", "settled_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_deputy_responses_request_id"), ["request_id"], unique=False
        )

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=True),
        sa.Column("file_id", sa.String(length=300), nullable=True),
        sa.Column("file_unique_id", sa.String(length=100), nullable=True),
        sa.Column("file_name", sa.String(length=300), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["users.id"], name=op.f("fk_evidence_added_by")),
        sa.ForeignKeyConstraint(
            ["change_id"], ["status_changes.id"], name=op.f("fk_evidence_change_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["programme_events.id"], name=op.f("fk_evidence_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_evidence_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["deputy_requests.id"], name=op.f("fk_evidence_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["deputy_responses.id"], name=op.f("fk_evidence_response_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_change_id"), ["change_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_request_id"), ["request_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_response_id"), ["response_id"], unique=False)

    with op.batch_alter_table("promises") as batch_op:
        batch_op.add_column(sa.Column("indicator", sa.String(length=1000), nullable=True))
        batch_op.add_column(sa.Column("scope", sa.String(length=10), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("promises") as batch_op:
        batch_op.drop_column("scope")
        batch_op.drop_column("indicator")

    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_response_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_request_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_event_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_change_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("deputy_responses") as batch_op:
        batch_op.drop_index(batch_op.f("ix_deputy_responses_request_id"))
        batch_op.drop_index("ix_deputy_responses_queue")
        batch_op.drop_index(batch_op.f("ix_deputy_responses_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_deputy_responses_mandate_id"))
        batch_op.drop_index(batch_op.f("ix_deputy_responses_event_id"))
        batch_op.drop_index(batch_op.f("ix_deputy_responses_change_id"))

    op.drop_table("deputy_responses")
    with op.batch_alter_table("status_changes") as batch_op:
        batch_op.drop_index("ix_status_changes_promise")
        batch_op.drop_index("ix_status_changes_due")

    op.drop_table("status_changes")
    with op.batch_alter_table("promise_touches") as batch_op:
        batch_op.drop_index(batch_op.f("ix_promise_touches_request_id"))
        batch_op.drop_index(batch_op.f("ix_promise_touches_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_promise_touches_appeal_id"))

    op.drop_table("promise_touches")
    with op.batch_alter_table("request_signatories") as batch_op:
        batch_op.drop_index(batch_op.f("ix_request_signatories_mandate_id"))

    op.drop_table("request_signatories")
    op.drop_table("programme_copies")
    with op.batch_alter_table("programme_events") as batch_op:
        batch_op.drop_index("ix_programme_events_queue")
        batch_op.drop_index("ix_programme_events_mandate")

    op.drop_table("programme_events")
    with op.batch_alter_table("meetings") as batch_op:
        batch_op.drop_index("ix_meetings_queue")
        batch_op.drop_index("ix_meetings_mandate")

    op.drop_table("meetings")
    with op.batch_alter_table("deputy_requests") as batch_op:
        batch_op.drop_index("ix_deputy_requests_queue")
        batch_op.drop_index("ix_deputy_requests_initiator")
        batch_op.drop_index(batch_op.f("ix_deputy_requests_convocation_id"))

    op.drop_table("deputy_requests")
    with op.batch_alter_table("jobs") as batch_op:
        batch_op.drop_index("ix_jobs_state")

    op.drop_table("jobs")
    with op.batch_alter_table("corrections") as batch_op:
        batch_op.drop_index("ix_corrections_record")

    op.drop_table("corrections")
