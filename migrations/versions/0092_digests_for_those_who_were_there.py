"""Whoever had a district or a role before there were digests gets them as well.

Without a plan nobody ever followed, stopped or switched off anything: nothing chosen is overruled.

Revision: 0092, after 0091
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0092"
down_revision = "0091"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
IN_FORCE = "(m.ends_on IS NULL OR m.ends_on >= :today)"
NO_PLAN = "NOT EXISTS (SELECT 1 FROM digest_plans p WHERE p.user_id = {who})"


def upgrade() -> None:
    now = datetime.now(UTC)  # noqa: TID251 - a migration has no clock of ours
    known = {"now": now, "today": now.date(), "monday": _next_monday(now)}
    _run(_FOLLOW.format(no_plan=NO_PLAN.format(who="h.user_id"), in_force=IN_FORCE), known)
    _run(_PLAN.format(no_plan=NO_PLAN.format(who="u.id")), known)


_FOLLOW = """
INSERT INTO subscriptions (user_id, what, mandate_id, at_once, announcements, created_at)
SELECT DISTINCT h.user_id, 'deputy', m.id, false, true, :now
FROM home_districts h JOIN mandates m ON m.district_id = h.district_id
WHERE {no_plan}
  AND ({in_force} OR m.id = (SELECT max(l.id) FROM mandates l WHERE l.district_id = h.district_id
       AND NOT EXISTS (SELECT 1 FROM mandates m
                       WHERE m.district_id = h.district_id AND {in_force})))
  AND NOT EXISTS (SELECT 1 FROM subscriptions s
                  WHERE s.user_id = h.user_id AND s.mandate_id = m.id)
"""

_PLAN = """
INSERT INTO digest_plans (user_id, weekday, hour, quiet_when_empty, cursor, next_at)
SELECT u.id, 0, 9, false, :now, :monday
FROM users u
WHERE {no_plan}
  AND (EXISTS (SELECT 1 FROM home_districts h WHERE h.user_id = u.id)
       OR EXISTS (SELECT 1 FROM subscriptions s WHERE s.user_id = u.id)
       OR EXISTS (SELECT 1 FROM grants g WHERE g.user_id = u.id AND g.revoked_at IS NULL))
"""


def _run(statement: str, known: dict[str, object]) -> None:
    types = {"now": MOMENT, "today": sa.Date(), "monday": MOMENT}
    named = [sa.bindparam(name, value, types[name]) for name, value in known.items()
             if f":{name}" in statement]  # fmt: skip
    op.get_bind().execute(sa.text(statement).bindparams(*named))


def _next_monday(now: datetime) -> datetime:
    """At nine, as everybody's begins."""
    zone = ZoneInfo("Asia/Almaty")
    day = now.astimezone(zone).date()
    return datetime.combine(day + timedelta(days=7 - day.weekday()), time(9), zone).astimezone(UTC)


def downgrade() -> None:
    """What was added cannot be told from what people chose."""
