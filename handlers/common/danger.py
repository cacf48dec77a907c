"""Whom to call, shown at once to whoever writes of danger; then everything goes on as usual."""

from handlers.common.screen import Screen, lines
from handlers.common.texts import Texts, marked
from services import danger

WHO = {
    "rescue": marked("{number}: rescue service, for any danger"),
    "fire": marked("{number}: fire brigade"),
    "police": marked("{number}: police"),
    "ambulance": marked("{number}: ambulance"),
    "family": marked("{number}: help for families, women and children, day and night"),
    "youth": marked("{number}: helpline for children and young people"),
}


def with_numbers(_: Texts, text: str, screen: Screen) -> Screen | list[Screen]:
    """The screen, below the numbers to call where the text tells of danger."""
    numbers = danger.numbers_for(text)
    if not numbers:
        return screen
    called = Screen(
        lines(
            _("<b>Is somebody in danger now? Please call, it is free of charge:</b>"),
            *(_(WHO[one.what], number=one.number) for one in numbers),
            "",
            _("A deputy cannot help at once. You can go on with what you were writing."),
        ),
        fresh=True,
    )
    return [called, screen]
