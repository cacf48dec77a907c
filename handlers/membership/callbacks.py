"""Taps of this feature. They carry ids; rights and state are read again each time."""

from aiogram.filters.callback_data import CallbackData

from domain.roles import Role
from services.gap_columns import GapKind


class AcceptInvite(CallbackData, prefix="inv_yes"):
    """`ticket` tells two opened invitations apart; the right to accept is in the conversation."""

    ticket: str


class DeclineInvite(CallbackData, prefix="inv_no"):
    """Not now: the link stays good."""


class Admin(CallbackData, prefix="adm"):
    """What a coordinator looks after."""


class People(CallbackData, prefix="adm_ppl"):
    page: int = 0


class OpenRole(CallbackData, prefix="adm_role"):
    grant_id: int


class WithdrawRole(CallbackData, prefix="adm_wr"):
    grant_id: int


class Invitations(CallbackData, prefix="adm_inv"):
    page: int = 0


class OpenInvitation(CallbackData, prefix="adm_oi"):
    invite_id: int


class WithdrawInvitation(CallbackData, prefix="adm_wi"):
    invite_id: int


class ChooseRole(CallbackData, prefix="adm_new"):
    """Which role to invite to."""


class InviteTo(CallbackData, prefix="adm_to"):
    """Asks for the deputy or the assembly of the role."""

    role: Role


class InviteForDeputy(CallbackData, prefix="adm_fd"):
    role: Role
    mandate_id: int


class InviteForAssembly(CallbackData, prefix="adm_fa"):
    """0: for all assemblies."""

    role: Role
    assembly_id: int


class Assistants(CallbackData, prefix="ast"):
    """A deputy's own assistants."""

    mandate_id: int
    page: int = 0


class InviteAssistant(CallbackData, prefix="ast_new"):
    mandate_id: int


class Gaps(CallbackData, prefix="adm_gaps"):
    """Kinds of gaps, with their counts."""


class GapsOf(CallbackData, prefix="adm_gap"):
    kind: GapKind
    page: int = 0


class NameDistrict(CallbackData, prefix="adm_nd"):
    """Asks for the number of the district of a mandate that has none."""

    mandate_id: int


class Broadcasts(CallbackData, prefix="adm_bc"):
    """What is being told to many."""

    page: int = 0


class CancelBroadcast(CallbackData, prefix="adm_bx"):
    broadcast_id: int


class Terms(CallbackData, prefix="adm_terms"):
    """Which convocations take appeals."""


class OpenTerm(CallbackData, prefix="adm_term"):
    convocation_id: int


class TakeAppeals(CallbackData, prefix="adm_take"):
    convocation_id: int
    takes: bool
