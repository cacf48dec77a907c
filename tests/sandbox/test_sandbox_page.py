"""The chat page in a real browser, with a real bot behind it."""

import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from sandbox import Options, PersonSpec, Place, Sandbox
from sandbox.acts import SAMPLE_PHOTO
from tests.sandbox.api import TOKEN
from tests.sandbox.bots import running_bot
from tests.sandbox.conftest import MovedClock

pytestmark = pytest.mark.asyncio

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest_asyncio.fixture
async def desk(clock: MovedClock) -> AsyncIterator[Sandbox]:
    options = Options(
        people=[PersonSpec(1, "Айгүл", "kk", "voter"), PersonSpec(2, "<b>Сергей", "ru", "deputy")],
        places=[Place("Medeu", 43.16, 77.06)],
        now=clock,
        move_clock=clock.move,
        title="Town hall",
    )
    async with Sandbox(TOKEN, "town_bot", options=options) as started, running_bot(started.api_url):
        yield started


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Any]:
    if CHROMIUM is None:
        pytest.skip(f"no Chromium in PATH: looked for {', '.join(NAMES)}")
    api = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    async with api.async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        await started.close()


@pytest_asyncio.fixture
async def page(browser: Any, desk: Sandbox) -> AsyncIterator[Any]:
    """The page on a desk-wide screen; an error in its scripts fails the test."""
    opened = await browser.new_page(viewport={"width": 1400, "height": 850}, locale="en-US")
    opened.set_default_timeout(10_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    await opened.goto(desk.api_url)
    yield opened
    assert errors == []


async def test_two_people_write_tap_and_send_a_photo(page: Any, desk: Sandbox) -> None:
    voter, deputy = page.locator("#chat-1"), page.locator("#chat-2")
    await voter.get_by_role("button", name="Start").click()
    await voter.get_by_role("button", name="Find my deputy").click()
    await voter.get_by_text("Found").wait_for()
    await voter.get_by_text("Here you are").wait_for()
    assert desk.people[1].alerts == ["Here you are"]
    assert await deputy.locator("article").count() == 0

    await deputy.get_by_role("button", name="Start").click()
    field = deputy.get_by_role("textbox", name="Message")
    await field.fill("one")
    await field.press("Shift+Enter")
    await field.press_sequentially("<b>two</b>")
    await field.press("Enter")
    await deputy.get_by_text("You sent: one\n<b>two</b>").wait_for()
    await deputy.locator("input[type=file]").first.set_input_files(SAMPLE_PHOTO)
    await deputy.get_by_text("copy.jpg").wait_for()
    width = await deputy.locator("img").evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    assert width == 320
    assert await voter.locator("article").count() == 2


async def test_by_keyboard_alone(page: Any, desk: Sandbox) -> None:
    voter = page.locator("#chat-1")
    await voter.get_by_role("button", name="Start").press("Enter")
    await voter.get_by_role("button", name="Find my deputy").press("Enter")
    await voter.get_by_text("Found").wait_for()
    assert await page.evaluate("document.querySelector('#chat-1').contains(document.activeElement)")
    await voter.get_by_role("button", name="Attach").press("Enter")
    await page.keyboard.press("Escape")
    focused = await page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Attach"


async def test_a_screen_reader_hears_who_writes_and_in_which_language(page: Any) -> None:
    voter = page.locator("#chat-1")
    await voter.get_by_role("button", name="Start").click()
    await voter.get_by_role("article", name="Айгүл, ").wait_for()
    group = voter.get_by_role("group", name="Buttons of the message")
    await group.get_by_role("button", name="Find my deputy").wait_for()
    assert await voter.get_by_role("log").get_attribute("lang") == "kk"


async def test_location_album_commands_and_blocking(page: Any, desk: Sandbox) -> None:
    voter = page.locator("#chat-1")
    person = desk.people[1]
    await voter.get_by_role("button", name="Start").click()
    await voter.get_by_role("button", name="Attach").click()
    await voter.get_by_role("button", name="Location").click()
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await voter.get_by_text("You sent: location").wait_for()
    assert [m.raw["location"]["latitude"] for m in person.sees if "location" in m.raw] == [43.16]

    await voter.locator("input[type=file]").first.set_input_files([SAMPLE_PHOTO, SAMPLE_PHOTO])
    await desk.wait_for(lambda: len([m for m in person.sees if m.documents]) == 2)
    assert len({m.raw["media_group_id"] for m in person.sees if "photo" in m.raw}) == 1

    await voter.get_by_role("button", name="Commands of the bot").click()
    await voter.get_by_role("button", name="/help What I can do").click()
    await voter.get_by_text("You sent: /help").wait_for()

    await voter.locator("header").get_by_role("button", name="More").click()
    await voter.get_by_role("button", name="Block the bot").click()
    await voter.get_by_role("button", name="Unblock the bot").last.click()
    await voter.get_by_role("textbox", name="Message").wait_for()


async def test_edits_deletions_and_deep_links(page: Any, desk: Sandbox) -> None:
    voter = page.locator("#chat-1")
    person = desk.people[1]
    await person.says("typo")
    await voter.get_by_text("You sent: typo").wait_for()
    await voter.locator("article.person").get_by_role("button", name="More").click()
    await voter.get_by_role("button", name="Edit").click()
    await voter.get_by_role("textbox", name="Message").fill("right")
    await voter.get_by_role("button", name="Send").click()
    await voter.locator("article.person").get_by_text("right").wait_for()
    await person.says("t.me/town_bot?start=from_poster")
    await voter.locator("article.person a", has_text="from_poster").click()
    await voter.get_by_text("Hello from_poster").wait_for()


async def test_the_bar_moves_the_clock_and_breaks_telegram(
    page: Any, desk: Sandbox, clock: MovedClock
) -> None:
    before = clock.time
    await page.get_by_role("button", name="Clock").click()
    await page.get_by_role("button", name="Tomorrow 09:00").click()
    await desk.wait_for(lambda: clock.time != before)
    assert clock.time.isoformat() == "2026-11-21T09:00:00+00:00"
    await page.get_by_role("button", name="Make Telegram fail").click()
    await page.get_by_role("button", name="Next message: 502").click()
    await desk.wait_for(lambda: desk.faults.planned)
    await page.get_by_role("button", name="Add a person").click()
    await page.get_by_label("Name").fill("Dana")
    await page.get_by_role("button", name="Add", exact=True).click()
    await page.get_by_role("heading", name="Dana").wait_for()


async def test_on_a_phone_one_chat_at_a_time(browser: Any, desk: Sandbox) -> None:
    phone = await browser.new_page(viewport={"width": 360, "height": 740}, color_scheme="dark")
    await phone.goto(desk.api_url)
    await phone.get_by_role("tab", name="Сергей").click()
    assert await phone.locator("#chat-2").is_visible()
    assert not await phone.locator("#chat-1").is_visible()
    assert await phone.evaluate("document.documentElement.scrollWidth") == 360
    await desk.people[1].says("hello")
    await phone.get_by_role("tab", name="Айгүл 1").wait_for()
