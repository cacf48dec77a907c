"""People who write letters and an assistant who answers, whatever happens to the bot meanwhile.

Whoever sees no answer for a while does what people do: taps again, or looks with /appeal. What was
typed is never typed again, so each text must be found exactly once.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.stand_in import Json, StandIn
from domain.appeals import Outcome
from handlers.appeals.callbacks import ChooseTopic, Send, SendOwn
from handlers.common.answer_desk import Step
from handlers.common.links import OpenCase, WriteAppeal
from handlers.workspace.callbacks import Answer

T = TypeVar("T")
CANARY = "canary-letter-7f3a"
PATIENCE = 4.0  # seconds until a person does something about a missing answer
GIVE_UP = 120.0
LOOK = 0.15
# Seconds between letters and between answers: nobody is slowed down as a flooder.
LETTERS = (1.0, 3.0)
ANSWERS = (2.0, 3.5)


@dataclass
class Ledger:
    """What people have sent, to be compared with what the database holds."""

    letters: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    sent: set[int] = field(default_factory=set)  # drafts with "send" tapped

    def word(self, kind: str, number: int) -> str:
        return f"{CANARY}-{kind}-{number:05}."


def buttons(messages: list[Json]) -> list[tuple[int, str]]:
    """Message and data of all buttons that can be tapped, the newest message first."""
    return [
        (message["message_id"], button["callback_data"])
        for message in reversed(messages)
        if message["by_bot"]
        for row in message.get("keyboard", {}).get("inline_keyboard", [])
        for button in row
        if "callback_data" in button
    ]


@dataclass
class Voter:
    telegram: StandIn
    ledger: Ledger
    ident: int
    mandates: list[int]
    chance: random.Random
    last_draft: int = 0
    receipts: set[str] = field(default_factory=set)

    async def live(self, stop: asyncio.Event) -> None:
        """Letters, one after another; the last one is brought to its end."""
        await self.telegram.act(self.ident, "says", text="/start")
        await self._found(self._any_screen, self._start)
        while not stop.is_set():
            await self._write()
            await asyncio.sleep(self.chance.uniform(*LETTERS))

    async def _start(self) -> None:
        await self.telegram.act(self.ident, "says", text="/start")

    async def _write(self) -> None:
        mandate = self.chance.choice(self.mandates)

        async def begin() -> None:
            tap = WriteAppeal(mandate_id=mandate).pack()
            await self.telegram.act(self.ident, "taps_data", data=tap)

        await begin()
        message_id, data = await self._found(self._topic, begin)
        await self.telegram.act(self.ident, "taps_data", data=data, message_id=message_id)
        for _ in range(self.chance.choice((1, 1, 2))):
            word = self.ledger.word("letter", len(self.ledger.letters))
            self.ledger.letters.append(word)
            await self.telegram.act(self.ident, "says", text=f"The road is broken. {word}")
        message_id, data = await self._found(self._send_button, self._look)
        await self._send(message_id, data)

    async def _send(self, message_id: int, data: str) -> None:
        draft = Send.unpack(data).draft_id
        # All write about the same here: nobody wants to join the others.
        data = SendOwn(draft_id=draft).pack()
        self.ledger.sent.add(draft)

        async def send() -> None:
            await self.telegram.act(self.ident, "taps_data", data=data, message_id=message_id)

        for _ in range(self.chance.choice((1, 1, 3))):
            await send()
        await self._found(self._new_receipt, send)
        self.last_draft = draft

    async def _look(self) -> None:
        await self.telegram.act(self.ident, "says", text="/appeal")

    async def _found(
        self, find: Callable[[list[Json]], T | None], nudge: Callable[[], Awaitable[None]]
    ) -> T:
        """Waits until it is in the chat; from time to time does something about it."""
        clock = asyncio.get_running_loop()
        begun = clock.time()
        impatient_at = begun + PATIENCE
        while clock.time() < begun + GIVE_UP:
            found = find(await self.telegram.messages(self.ident))
            if found is not None:
                return found
            if clock.time() > impatient_at:
                await nudge()
                impatient_at = clock.time() + PATIENCE
            await asyncio.sleep(LOOK)
        raise RuntimeError(f"{self.ident} waited in vain: {find.__name__}")

    @staticmethod
    def _any_screen(messages: list[Json]) -> bool | None:
        return any(message["by_bot"] for message in messages) or None

    def _topic(self, messages: list[Json]) -> tuple[int, str] | None:
        for message_id, data in buttons(messages):
            is_topic = data.startswith(f"{ChooseTopic.__prefix__}:")
            if is_topic and ChooseTopic.unpack(data).draft_id > self.last_draft:
                return message_id, data
        return None

    def _send_button(self, messages: list[Json]) -> tuple[int, str] | None:
        for message_id, data in buttons(messages):
            is_send = data.startswith(f"{Send.__prefix__}:")
            if is_send and Send.unpack(data).draft_id > self.last_draft:
                return message_id, data
        return None

    def _new_receipt(self, messages: list[Json]) -> bool | None:
        """Remembers them: the next tap turns the receipt into another screen."""
        known = len(self.receipts)
        self.receipts.update(filter(None, map(receipt_number, messages)))
        return len(self.receipts) > known or None


RECEIPT = "Your letter is registered\n№ "


def receipt_number(message: Json) -> str | None:
    """The number that a receipt is about, None for any other message."""
    text = str(message.get("text", "")).replace("<b>", "").replace("</b>", "")
    text = text.replace("<code>", "").replace("</code>", "")
    if not text.startswith(RECEIPT):
        return None
    return text.removeprefix(RECEIPT).split()[0]


@dataclass
class Assistant:
    telegram: StandIn
    ledger: Ledger
    ident: int
    chance: random.Random
    answered: set[int] = field(default_factory=set)

    async def live(self, stop: asyncio.Event) -> None:
        """Answers whatever is announced; does not wait for screens: the order in a chat is kept."""
        await self.telegram.act(self.ident, "says", text="/start")
        while not stop.is_set():
            await asyncio.sleep(self.chance.uniform(*ANSWERS))
            case = self._unanswered(await self.telegram.messages(self.ident))
            if case is not None:
                self.answered.add(case)
                await self._answer(case)

    def _unanswered(self, messages: list[Json]) -> int | None:
        cases = (
            OpenCase.unpack(data).appeal_id
            for _, data in buttons(messages)
            if data.startswith(f"{OpenCase.__prefix__}:")
        )
        return next((case for case in cases if case not in self.answered), None)

    async def _answer(self, case: int) -> None:
        word = self.ledger.word("answer", len(self.ledger.answers))
        self.ledger.answers.append(word)
        await self._tap(Answer(appeal_id=case, step=Step.WRITE))
        await self.telegram.act(self.ident, "says", text=f"It will be mended by 1 June. {word}")
        await self._tap(Answer(appeal_id=case, step=Step.PICK, outcome=next(iter(Outcome))))
        for _ in range(self.chance.choice((1, 2))):
            await self._tap(Answer(appeal_id=case, step=Step.SEND))

    async def _tap(self, tap: Answer) -> None:
        await self.telegram.act(self.ident, "taps_data", data=tap.pack())
