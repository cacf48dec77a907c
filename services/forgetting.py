"""Forgetting a person: what identifies them goes, numbers and statistics stay."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import delete, exists, func, select, update

from domain.announcements import AnnouncementState
from domain.appeals import OPEN, UNREGISTERED, State
from domain.errors import NotAllowed
from domain.names import Language
from domain.roles import Actor
from models.appeals import Answer, Appeal, AppealEvent, Attachment, Handover
from models.casework import (
    Addition,
    Clarification,
    Extension,
    ExtensionRequest,
    Redirection,
    Supporter,
)
from models.messaging import InboxUpdate, OutboxMessage
from models.news import Announcement, Attendance, DigestPlan, ReceptionSlot, Subscription
from models.users import Consent, Grant, HomeDistrict, Invite, User
from models.workspaces import CaseNote, CaseTopic
from services import conversations, people
from services.appeals import author, desertion
from services.events import visit_changes
from services.records import drafts as record_drafts
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Leaving:
    """What forgetting somebody would do now."""

    open_numbers: tuple[str, ...]
    closed: int
    drafts: int
    roles: int


async def preview(uow: UnitOfWork, actor: Actor) -> Leaving:
    rows = await uow.session.execute(
        select(Appeal.number, Appeal.state)
        .where(Appeal.author_id == actor.user_id)
        .order_by(Appeal.id)
    )
    letters = [(number, State(state)) for number, state in rows]
    roles = select(func.count(Grant.id)).where(
        Grant.user_id == actor.user_id, Grant.revoked_at.is_(None)
    )
    open_numbers = tuple(number or "" for number, state in letters if state in OPEN)
    drafts = sum(state in UNREGISTERED for _, state in letters)
    return Leaving(
        open_numbers,
        len(letters) - len(open_numbers) - drafts,
        drafts,
        await uow.session.scalar(roles) or 0,
    )


async def withdraw_open(uow: UnitOfWork, actor: Actor) -> None:
    """Withdraws every open appeal of this person; the deputies are told."""
    for ident in await _letters(uow, actor, OPEN):
        await author.withdraw(uow, actor, ident)


async def forget(uow: UnitOfWork, actor: Actor) -> None:
    """Erases what identifies the person. Raises NotAllowed while an appeal is open.

    What stays: a row with a number of ours, the appeals' numbers, dates and outcomes, and their
    events, whose digests say nothing once the salt is gone.
    """
    if await _letters(uow, actor, OPEN):
        raise NotAllowed("forget", "open_appeals")
    await _remove_drafts(uow, await _letters(uow, actor, UNREGISTERED))
    await _remove_unsent_answers(uow, actor)
    await record_drafts.forget(uow, actor)
    await empty_letters(uow, await _letters(uow, actor, set(State) - OPEN - UNREGISTERED))
    await _remove_ties(uow, actor)
    await _remove_messages(uow, actor)
    await uow.session.execute(
        update(User)
        .where(User.id == actor.user_id)
        # People have positive ids in Telegram: this one is nobody's.
        .values(
            telegram_id=-actor.user_id,
            language=Language.KK,
            language_chosen=False,
            blocked_at=uow.now,
        )
    )
    log.info("forgotten", user=actor.user_id)


async def _letters(
    uow: UnitOfWork, actor: Actor, states: set[State] | frozenset[State]
) -> list[int]:
    rows = await uow.session.scalars(
        select(Appeal.id)
        .where(Appeal.author_id == actor.user_id, Appeal.state.in_(states))
        .order_by(Appeal.id)
    )
    return list(rows)


async def _remove_drafts(uow: UnitOfWork, ids: Sequence[int]) -> None:
    for table in (Attachment, AppealEvent, Answer):
        await uow.session.execute(delete(table).where(table.appeal_id.in_(ids)))
    await uow.session.execute(delete(Appeal).where(Appeal.id.in_(ids)))


async def _remove_unsent_answers(uow: UnitOfWork, actor: Actor) -> None:
    mine = select(Answer.id).where(Answer.author_id == actor.user_id, Answer.sent_at.is_(None))
    ids = (await uow.session.scalars(mine)).all()
    await uow.session.execute(delete(Attachment).where(Attachment.answer_id.in_(ids)))
    await uow.session.execute(delete(Answer).where(Answer.id.in_(ids)))


async def empty_letters(uow: UnitOfWork, ids: Sequence[int]) -> None:
    """Without the salt the digests in the events match no text any more."""
    await uow.session.execute(delete(Attachment).where(Attachment.appeal_id.in_(ids)))
    await uow.session.execute(update(Answer).where(Answer.appeal_id.in_(ids)).values(text=""))
    await uow.session.execute(
        update(Handover).where(Handover.appeal_id.in_(ids)).values(reference=None)
    )
    await uow.session.execute(
        update(Appeal)
        .where(Appeal.id.in_(ids))
        .values(
            text="",
            summary=None,
            sender_name=None,
            sender_place=None,
            secret_word=None,
            e_otinish_number=None,
            salt="",
        )
    )
    await uow.session.execute(
        update(Clarification)
        .where(Clarification.appeal_id.in_(ids))
        .values(question="", reply=None)
    )
    await uow.session.execute(
        update(Extension).where(Extension.appeal_id.in_(ids)).values(reason="")
    )
    await uow.session.execute(
        update(ExtensionRequest).where(ExtensionRequest.appeal_id.in_(ids)).values(reason="")
    )
    await uow.session.execute(
        update(Redirection).where(Redirection.appeal_id.in_(ids)).values(reference=None)
    )
    await uow.session.execute(update(Addition).where(Addition.appeal_id.in_(ids)).values(text=""))
    for table in (CaseNote, CaseTopic):
        await uow.session.execute(delete(table).where(table.appeal_id.in_(ids)))


async def _remove_ties(uow: UnitOfWork, actor: Actor) -> None:
    """Roles end, links that were given out stop working."""
    me = actor.user_id
    await uow.session.execute(delete(HomeDistrict).where(HomeDistrict.user_id == me))
    people.homes_changed(uow, actor)
    await uow.session.execute(delete(Consent).where(Consent.user_id == me))
    await uow.session.execute(delete(Subscription).where(Subscription.user_id == me))
    await uow.session.execute(delete(DigestPlan).where(DigestPlan.user_id == me))
    await uow.session.execute(delete(Supporter).where(Supporter.user_id == me))
    await visit_changes.free_all(uow, me)
    await uow.session.execute(delete(Attendance).where(Attendance.user_id == me))
    await uow.session.execute(
        delete(Announcement).where(
            Announcement.created_by == me,
            Announcement.state == AnnouncementState.DRAFT,
            ~exists().where(ReceptionSlot.announcement_id == Announcement.id),
        )
    )
    await uow.session.execute(update(Grant).where(Grant.user_id == me).values(short_name=None))
    await uow.session.execute(
        update(Grant)
        .where(Grant.user_id == me, Grant.revoked_at.is_(None))
        .values(revoked_at=uow.now, revoked_by=me)
    )
    await uow.session.execute(
        update(Invite)
        .where(Invite.created_by == me, Invite.used_at.is_(None), Invite.expires_at > uow.now)
        .values(expires_at=uow.now)
    )
    for mandate_id in sorted(actor.mandates):
        await desertion.workspace_left(uow, mandate_id, f"forgotten-{me}")


async def _remove_messages(uow: UnitOfWork, actor: Actor) -> None:
    chat = actor.telegram_id
    await uow.session.execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.recipient_id == actor.user_id,
            OutboxMessage.chat_id.is_(None),  # what goes to a group goes to its other members
            OutboxMessage.state.in_(["new", "undeliverable"]),
        )
        .values(state="cancelled", error="forgotten")
    )
    mine = InboxUpdate.chat_id == chat
    await uow.session.execute(
        update(InboxUpdate)
        .where(mine, InboxUpdate.state != "new")
        .values(payload=None, state="done", error=None)
    )
    # Also of the update at work, which is marked done right after this.
    await uow.session.execute(update(InboxUpdate).where(mine).values(chat_id=0))
    await conversations.remove(uow, chat)
