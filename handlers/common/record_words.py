"""Words for records: kinds, fields, choices, and a record in full."""

from domain.record_fields import Field
from domain.records import (
    Issue,
    MeetingFormat,
    ProgrammeEventKind,
    RecordKind,
    RecordState,
    Relation,
    ReturnReason,
    SourceKind,
)
from handlers.common.texts import marked

KINDS = {
    RecordKind.MEETING: marked("Meeting with voters"),
    RecordKind.REQUEST: marked("Deputy request"),
    RecordKind.EVENT: marked("Fact about a programme"),
}
FIELDS = {
    Field.DEPUTY: marked("Deputy"),
    Field.DAY: marked("Date"),
    Field.PLACE: marked("Place"),
    Field.EVIDENCE: marked("Evidence"),
    Field.FORMAT: marked("Form"),
    Field.INSIDE: marked("Inside or outside"),
    Field.PEOPLE: marked("How many people"),
    Field.TOPICS: marked("Topics"),
    Field.PROMISES: marked("Promises"),
    Field.WISHES: marked("Wishes voiced"),
    Field.SOURCE: marked("Where it was met"),
    Field.SIGNATORIES: marked("Who signed"),
    Field.ADDRESSEE: marked("To whom"),
    Field.TEXT: marked("What it is about"),
    Field.ISSUES: marked("Significant issues"),
    Field.REPLY: marked("Reply"),
    Field.REPLY_DAY: marked("Date of the reply"),
    Field.STEP: marked("What happened"),
    Field.NOTE: marked("Note"),
}
FORMATS = {
    MeetingFormat.MEETING: marked("Meeting"),
    MeetingFormat.RECEPTION: marked("Reception"),
    MeetingFormat.ONLINE: marked("Online"),
    MeetingFormat.WORK_COLLECTIVE: marked("At a workplace"),
    MeetingFormat.REPORT: marked("Report to voters"),
    MeetingFormat.FIELD_VISIT: marked("Visit to a site"),
    MeetingFormat.OTHER: marked("Another form"),
}
SOURCES = {
    SourceKind.SITE: marked("Site of the assembly"),
    SourceKind.SOCIAL: marked("Social network"),
    SourceKind.MEDIA: marked("Media"),
    SourceKind.PRESENCE: marked("I was there"),
    SourceKind.REPORT: marked("Published report"),
    SourceKind.REPLY: marked("Reply of the deputy's side"),
}
SOURCES_TOLD = SOURCES | {SourceKind.PRESENCE: marked("The recorder was there")}
STEPS = {
    ProgrammeEventKind.FOUND: marked("It was found"),
    ProgrammeEventKind.ASKED: marked("It was asked for"),
    ProgrammeEventKind.CAME: marked("It came after a request"),
    ProgrammeEventKind.REFUSED: marked("It was refused"),
    ProgrammeEventKind.DEAD_LINK: marked("The link leads nowhere"),
    ProgrammeEventKind.PARTY_NAMED: marked("The party's was named instead"),
    ProgrammeEventKind.CHANGED: marked("It was changed"),
}
ISSUES = {
    Issue.REFORMS: marked("Reforms"),
    Issue.HUMAN_RIGHTS: marked("Human rights"),
    Issue.BUDGET: marked("Openness of the budget"),
    Issue.MEDIA: marked("Freedom of speech and media"),
    Issue.GENDER: marked("Gender equality"),
    Issue.WOMEN: marked("Women's rights"),
    Issue.DOMESTIC_VIOLENCE: marked("Domestic violence"),
    Issue.ECOLOGY: marked("Ecology"),
}
RELATIONS = {
    Relation.DIRECT: marked("directly"),
    Relation.INDIRECT: marked("indirectly"),
    Relation.IMPLIED: marked("as the source says of all together"),
    Relation.NOT_STATED: marked("not touched"),
}
STATES = {
    RecordState.DRAFT: marked("draft"),
    RecordState.SUBMITTED: marked("waits for a coordinator"),
    RecordState.ACCEPTED: marked("accepted"),
    RecordState.RETURNED: marked("came back to you"),
    RecordState.MERGED: marked("joined with another record"),
    RecordState.WITHDRAWN: marked("withdrawn"),
}
RETURNS = {
    ReturnReason.NO_EVIDENCE: marked("There is nothing that shows it"),
    ReturnReason.LINK_DEAD: marked("The link does not open"),
    ReturnReason.WRONG_DEPUTY: marked("It is about another deputy"),
    ReturnReason.WRONG_DATE: marked("The date does not fit the source"),
    ReturnReason.NOT_NEUTRAL: marked("The words are not neutral"),
    ReturnReason.PERSONAL_DATA: marked("It holds personal data of others"),
    ReturnReason.UNCLEAR: marked("It is not clear what is meant"),
}
