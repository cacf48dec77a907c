"""Dead links are noticed, copies are kept; nothing of our own can be reached by a link."""

import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.resolver import ThreadedResolver
from sqlalchemy import select, update

from bot.web import NotFetched, OpenWeb, PublicResolver, checked, is_public
from models.programmes import Programme
from models.records import ProgrammeCopy, ProgrammeEvent
from tests.acting import SABILYANOV, deputy_id
from tests.records.acts import SPRING, accept, activist, rows
from tests.records.test_requests import event, programme
from tests.world import World

LINK = "https://example.kz/programme.pdf"


@dataclass
class FakeWeb:
    """What the web holds; all else is gone."""

    pages: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def is_dead(self, url: str) -> bool | None:
        self.asked.append(url)
        return url not in self.pages

    async def fetch(self, url: str) -> bytes:
        if url not in self.pages:
            raise NotFetched(gone=True)
        return self.pages[url]


@pytest.fixture
def web(world: World, tmp_path: Path) -> FakeWeb:
    found = FakeWeb()
    world.app.keeper.web = found
    world.app.keeper.folder = tmp_path / "archive"
    world.clock.move_to(SPRING)
    return found


async def has_link(world: World) -> None:
    mandate_id = await deputy_id(world, SABILYANOV)
    async with world.app.database.write() as uow:
        await uow.session.execute(
            update(Programme)
            .where(Programme.mandate_id == mandate_id)
            .values(url=LINK, availability="open")
        )


async def passes(world: World, **time: int) -> None:
    world.clock.move_to(world.clock() + timedelta(**time))
    await world.app.keeper.work()


async def test_dead_on_two_days_it_goes_to_a_coordinator(world: World, web: FakeWeb) -> None:
    coordinator = await world.coordinator()
    await has_link(world)
    await passes(world)
    await passes(world, hours=2)
    assert web.asked == [LINK]  # not twice on one day
    assert await rows(world, ProgrammeEvent) == []
    await passes(world, days=1)
    await passes(world, days=1)
    (row,) = await rows(world, ProgrammeEvent)
    assert (row.kind, row.state, row.recorded_by) == ("dead_link", "submitted", None)
    await accept(coordinator)
    found = await programme(world)
    assert (found.availability, found.url) == ("unknown", None)
    await passes(world, days=5)
    assert len(await rows(world, ProgrammeEvent)) == 1


async def test_a_link_that_is_back_is_not_dead(world: World, web: FakeWeb) -> None:
    await has_link(world)
    await passes(world)
    web.pages[LINK] = b"programme"
    await passes(world, days=1)
    del web.pages[LINK]
    await passes(world, days=1)
    assert await rows(world, ProgrammeEvent) == []


async def test_copies_are_kept_with_their_hash(world: World, web: FakeWeb) -> None:
    """What a link leads to, and the file that somebody sent."""
    coordinator = await world.coordinator()
    dana = await activist(world)
    web.pages[LINK] = b"%PDF programme"
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    await dana.says("/log")
    await dana.taps("A fact about a programme")
    await dana.says("8")
    await dana.taps("What happened")
    await dana.taps("It came after a request")
    await dana.says("19.05.2026")
    await dana.sends_document("programme.pdf")
    await dana.taps("Send to be checked")
    await accept(coordinator)
    await passes(world)
    await passes(world, days=2)
    async with world.app.database.read() as uow:
        copies = list(await uow.session.scalars(select(ProgrammeCopy).order_by(ProgrammeCopy.id)))
    assert [one.sha256 for one in copies] == [
        hashlib.sha256(content).hexdigest() for content in (b"%PDF programme", b"%PDF-1.4\n%%EOF\n")
    ]
    assert (world.app.keeper.folder / (copies[0].path or "")).read_bytes() == b"%PDF programme"
    assert copies[1].file_id
    await dana.says("/program 8")
    await dana.taps("How it was found")
    assert copies[0].sha256[:16] in dana.text


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "100.64.0.1", "::1",
     "::ffff:127.0.0.1", "fe80::1%eth0", "fd00::1", "224.0.0.1", "64:ff9b::7f00:1"],
)  # fmt: skip
async def test_addresses_of_our_own_are_not_reached(address: str) -> None:
    assert not is_public(address)
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(NotFetched):
        await OpenWeb().fetch(f"http://{host}/")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.kz/x", "http://user:word@example.kz/",
     "http://example.kz:5432/", "http://[bad", "http://example.kz:99999/"],
)  # fmt: skip
def test_only_plain_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(NotFetched):
        checked(url)
    assert checked("https://example.kz/a") == "https://example.kz/a"


async def test_a_name_that_leads_home_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name in public whose address is of this machine."""

    async def home(*_args: object) -> list[dict[str, object]]:
        return [{"hostname": "x", "host": "127.0.0.1", "port": 80}]

    monkeypatch.setattr(ThreadedResolver, "resolve", home)
    with pytest.raises(NotFetched):
        await PublicResolver().resolve("rebinding.example.kz", 80)
    assert await OpenWeb().is_dead("http://rebinding.example.kz/") is None
