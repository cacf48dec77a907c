"""What is kept about a person: in general, and to the letter."""

from collections.abc import Iterator

from markupsafe import Markup

from handlers.common.cases import STATES
from handlers.common.navigation import home_row, pager
from handlers.common.role_words import role_label
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.settings.callbacks import Forget, MyData, OpenSettings, Privacy
from services.personal_data import About, Letter
from services.traces import PAGE


def privacy(_: Texts, operator: str) -> Screen:
    """Plain and short; the terms are those of the product, the law is 94-V of 2013."""
    return Screen(
        lines(
            _("<b>What is kept about you</b>"),
            _(
                "Your Telegram number (not your name, photo or phone), language, the districts you "
                "chose, your consents and roles, and your letters as you wrote and signed them."
            ),
            "",
            _("<b>Who sees what</b>"),
            _(
                "The deputy and the assistants: the letter, the name and the place you typed. "
                "A coordinator: the letter, only if it has to be passed on or is disputed. "
                "Nobody else sees a private letter."
            ),
            "",
            _("<b>For how long</b>"),
            _(
                "A draft: 7 days. The text of a letter, with files, names and answers: 12 months "
                "after it is closed. Its number, dates and outcome: 3 years. Then only the bare "
                "number stays, with the deputy and without you, so that the numbers have no gap. "
                "Erased sooner when you ask."
            ),
            "",
            _("<b>Where</b>"),
            _("On the server of those who run this bot: {operator}.", operator=operator)
            if operator
            else _("On the server of the volunteers who run this bot."),
            _(
                "Messages also pass through Telegram and stay in your chat there, outside "
                "Kazakhstan. Files are kept by Telegram. A photo sent as a document may carry the "
                "place where it was taken; sent as a photo it does not."
            ),
            "",
            _("<b>Your rights</b> (law 94-V on personal data)"),
            _("See everything: /mydata. Withdraw your consent and have it erased: /forget."),
        ),
        rows=(
            (Button(_.label("My data"), tap=MyData()), Button(_.label("Erase"), tap=Forget())),
            home_row(_, OpenSettings()),
        ),
    )


def about(_: Texts, data: About) -> Screen:
    """The first page of everything."""
    homes = (
        _("My district: {number}, {assembly}", number=one.district, assembly=_.name(one.assembly))
        for one in data.homes
    )
    consents = (
        _("Consent to the text of version {version}: {moment}", version=v, moment=_.moment(at))
        for v, at in data.consents
    )
    return Screen(
        lines(
            _("<b>Everything that is kept about you</b>"),
            _("Telegram number: {number}", number=str(data.telegram_id)),
            _("Your number here: {number}", number=f"#{data.user_id}"),
            _("You first wrote to this bot: {moment}", moment=_.moment(data.since)),
            *homes,
            *consents,
            *_roles(_, data),
            *(
                _("Colleagues see you as: {name}", name=one.short_name)
                for one in data.roles
                if one.short_name
            ),
            _("Messages waiting for you: {n}", n=data.messages_waiting),
            _.n("{n} letter follows.", "{n} letters follow, one on each page.", data.letters)
            if data.letters
            else _("There are no letters of yours."),
            _.n("Then {n} other thing.", "Then {n} other things.", data.others)
            if data.others
            else None,
        ),
        rows=(*turn(_, 0, pages(data)), home_row(_, Privacy())),
    )


def _roles(_: Texts, data: About) -> list[Markup]:
    return [
        _("Role: {role}, since {moment}", role=role_label(_, one.scope), moment=_.moment(one.since))
        if one.until is None
        else _(
            "Role: {role}, from {start} to {end}",
            role=role_label(_, one.scope),
            start=_.moment(one.since),
            end=_.moment(one.until),
        )
        for one in data.roles
    ]


def pages(data: About) -> int:
    """This one, a page for each letter, and then the rest."""
    return 1 + data.letters + -(-data.others // PAGE)


def letter(_: Texts, one: Letter, page: int, pages: int) -> Screen:
    number = Markup("<code>№ {}</code>").format(one.number) if one.number else _("Draft")
    dates = (
        (_("Registered: {day}"), one.registered_on),
        (_("To be taken into work by: {day}"), one.ack_due),
        (_("To be answered by: {day}"), one.answer_due),
    )
    return Screen(
        lines(
            _("<b>{number}</b>", number=number),
            _("To: {name}", name=_.name(one.deputy.name)),
            _("State: {state}", state=_.label(STATES[one.state])),
            _("Written: {moment}", moment=_.moment(one.created_at)),
            *(Markup(text).format(day=_.date(day)) for text, day in dates if day),  # noqa: S704
            _("Signed: {name}", name=one.name) if one.name else None,
            _("Place: {place}", place=one.place) if one.place else None,
            _("Files: {n}, events: {steps}", n=one.files, steps=one.steps),
            "",
            one.text or _("The text is empty or has been erased."),
            _("<b>What all may read</b>\n{text}", text=one.summary) if one.summary else None,
            _("Number in e-Otinish: {number}", number=one.e_otinish) if one.e_otinish else None,
            *_asked(_, one),
            *(_("<b>Answer</b>\n{text}", text=text) for text in one.answers),
            *(_("<b>Added later</b>\n{text}", text=text) for text in one.additions),
        ),
        rows=(*turn(_, page, pages), home_row(_, Privacy())),
    )


def _asked(_: Texts, one: Letter) -> Iterator[Markup]:
    for question, reply in one.asked:
        yield _("<b>You were asked</b>\n{text}", text=question)
        if reply:
            yield _("<b>Your reply</b>\n{text}", text=reply)


def turn(_: Texts, page: int, pages: int) -> Rows:
    return pager(_, page, pages, lambda to: MyData(page=to), size=1)
