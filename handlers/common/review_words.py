"""Words of the review before registration, which authors and coordinators share."""

from domain.appeals import HoldReason, ReturnReason
from handlers.common.texts import marked

HELD_FOR = {
    HoldReason.BURST: marked("many letters about the same in a short time"),
    HoldReason.FLOOD: marked("very many letters to this deputy in a short time"),
    HoldReason.THREAT: marked("words that read as a threat"),
}

RETURNED_FOR = {
    ReturnReason.NO_SUBSTANCE: marked("It does not say what happened or what you ask for."),
    ReturnReason.INSULTS: marked("It holds insults. Please say the same without them."),
    ReturnReason.THREAT: marked("It threatens somebody. Such a letter cannot be passed on."),
    ReturnReason.ADVERTISING: marked("It advertises something."),
    ReturnReason.REPEATED: marked("You have sent this letter already; that one counts."),
    ReturnReason.OTHERS_DATA: marked("It holds personal data of somebody else without need."),
}

RETURN_LABELS = {
    ReturnReason.NO_SUBSTANCE: marked("No substance"),
    ReturnReason.INSULTS: marked("Insults"),
    ReturnReason.THREAT: marked("A threat"),
    ReturnReason.ADVERTISING: marked("Advertising"),
    ReturnReason.REPEATED: marked("Sent already"),
    ReturnReason.OTHERS_DATA: marked("Data of others"),
}
