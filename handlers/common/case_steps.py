"""A step that stands on the screens of several sides of a case."""

from handlers.common.fact_links import OpenTying
from handlers.common.screen import Button
from handlers.common.texts import Texts
from services.appeals.reading import Case


def about_promise(_: Texts, case: Case) -> Button:
    return Button(_.label("About a promise?"), tap=OpenTying(appeal_id=case.id))
