"""The data dictionary: what each column of the open data holds."""

from handlers.common.texts import marked

_SUBJECT = marked("short name of the deputy, faction or assembly")
_KK, _RU, _EN = marked("in Kazakh"), marked("in Russian"), marked("in English")
_SOURCE = marked("where it was taken from, with the line")
_BASIS = marked("stated: a source prints it; computed: counted from the registers")
_TEXT = marked("the same in a sentence")
_MEASURE = marked("what is counted")

COLUMNS: dict[str, dict[str, str]] = {
    "about": {"name": marked("what is said of the whole report"), "value": marked("its value")},
    "figures": {
        "kind": marked("whom the figure is about: deputy, faction, convocation or all assemblies"),
        "subject": _SUBJECT,
        "measure": _MEASURE,
        "basis": _BASIS,
        "value": marked("the figure; several rows where sources disagree"),
        "source": _SOURCE,
        "period_from": marked("first day of the report"),
        "period_to": marked("last day of the report"),
        "data_date": marked("day of the data"),
        "version": marked("version of the data: the same version, the same figures"),
    },
    "diagrams": {
        "diagram": marked("which of the five diagrams"),
        "basis": _BASIS,
        "name_kk": _KK,
        "name_ru": _RU,
        "name_en": _EN,
        "series": _MEASURE,
        "value": marked("the length of the bar; empty: not known"),
        "disputed": marked("sources state other values too"),
    },
    "deputies": {
        "slug": _SUBJECT,
        "name_kk": _KK,
        "name_ru": _RU,
        "name_en": _EN,
        "elected": marked("by district or by list"),
        "district": marked("number of the district; empty: not known"),
        "faction": marked("short name of the faction"),
        "availability": marked("how one gets to read the programme"),
        "programme_kind": marked("whose words the programme is"),
        "source": _SOURCE,
    },
    "requests": {
        "id": marked("number of the record"),
        "text_kk": _KK,
        "text_ru": _RU,
        "text_en": _EN,
        "initiator": marked("who began it; empty: not named"),
        "signatories": marked("who else signed, as far as named"),
        "signatories_stated": marked("how many signed, as the source says"),
        "is_group": marked("yes: several requests told as one, not counted"),
        "sent_on": marked("day on which it was sent; empty: not known"),
        "addressee": marked("to whom"),
        "reply_on": marked("day of the reply; empty: not known"),
        "issues": marked("socially significant issues"),
        "relates_programme": marked("what the source says about its relation to the programme"),
        "conflict": marked("what sources tell differently about it"),
        "source": _SOURCE,
    },
    "findings": {
        "kind": marked("which finding"),
        "basis": _BASIS,
        "part": marked("the number"),
        "whole": marked("of how many"),
        "deputies": marked("deputies it was looked for among"),
        "text": _TEXT,
    },
    "contradictions": {
        "kind": marked("which rule found it"),
        "measure": _MEASURE,
        "subject": marked("whom or what it is about"),
        "values": marked("the values that do not fit each other"),
        "all_assemblies": marked("yes: it is about the data of all assemblies"),
        "text": _TEXT,
    },
    "gaps": {
        "kind": marked("what is missing"),
        "measure": _MEASURE,
        "count": marked("how often it is missing"),
        "whole": marked("of how many"),
        "text": _TEXT,
    },
    "replies": {
        "deputy": _SUBJECT,
        "subject": marked("what the deputy's side replies to: figure, meeting or request"),
        "measure": _MEASURE,
        "value": marked("the figure, as it is stated"),
        "day": marked("day of the meeting or request; empty: not known"),
        "about_kk": _KK,
        "about_ru": _RU,
        "about_en": _EN,
        "kind": marked("answer or dispute"),
        "said_on": marked("day of the reply"),
        "words": marked("the reply"),
        "decision": marked("what a coordinator decided about a dispute; empty: nothing yet"),
        "because": marked("why it stays as it is"),
    },
}
