"""Files both ways."""

import pytest

from sandbox import Attachment, Person, Sandbox
from sandbox.acts import SAMPLE_PHOTO
from sandbox.files import image_size
from tests.sandbox.api import TOKEN, Api
from tests.sandbox.conftest import MovedClock

pytestmark = pytest.mark.asyncio


async def download(api: Api, path: str, token: str = TOKEN) -> tuple[int, bytes]:
    async with api.session.get(f"{api.url}/file/bot{token}/{path}") as answer:
        return answer.status, await answer.read()


async def test_a_link_lives_for_an_hour(api: Api, voter: Person, clock: MovedClock) -> None:
    photo = await voter.sends_photo()
    file = await api("getFile", file_id=photo.file_id)
    assert await download(api, file["file_path"]) == (200, SAMPLE_PHOTO.read_bytes())
    assert (await download(api, file["file_path"], "42:OTHER"))[0] == 401
    clock.forward(minutes=61)
    assert (await download(api, file["file_path"]))[0] == 404
    await api("getFile", file_id=photo.file_id)
    assert (await download(api, file["file_path"]))[0] == 200


async def test_big_and_unknown_files(api: Api, voter: Person) -> None:
    big = await voter.sends_document("film.mp4", size=21 * 1024 * 1024)
    assert await api.refused("getFile", file_id=big.file_id) == "Bad Request: file is too big"
    unknown = "Bad Request: wrong file identifier/HTTP URL specified"
    assert await api.refused("sendPhoto", chat_id=voter.id, photo="AgACxyz") == unknown
    assert "type of file mismatch" in await api.refused(
        "sendPhoto", chat_id=voter.id, photo=big.file_id
    )


async def test_uploads(api: Api, voter: Person) -> None:
    chat = {"chat_id": str(voter.id)}
    sent = await api.upload("sendDocument", b"%PDF-1.4", "report.pdf", "document", **chat)
    assert sent["result"]["document"]["mime_type"] == "application/pdf"
    attached = await api.upload(
        "sendPhoto", SAMPLE_PHOTO.read_bytes(), "a.jpg", "file7", photo="attach://file7", **chat
    )
    assert [size["width"] for size in attached["result"]["photo"]] == [90, 320]
    for method, content, complaint in (
        ("sendPhoto", b"not a picture", "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", b"", "file must be non-empty"),
    ):
        answer = await api.upload(method, content, "a.jpg", "photo", **chat)
        assert answer["description"] == f"Bad Request: {complaint}"


async def test_an_album_is_one_update_each(sandbox: Sandbox, voter: Person) -> None:
    await voter.sends_album([Attachment(caption="one"), Attachment(), Attachment()])
    messages = [update["message"] for update in sandbox.pending[-3:]]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["one", None, None]


async def test_names_of_people_never_reach_paths(api: Api, voter: Person) -> None:
    sent = await voter.sends_document("../../etc/passwd.%2e/x", b"x")
    path = (await api("getFile", file_id=sent.file_id))["file_path"]
    assert path.startswith("documents/file_")
    assert path.count("/") == 1


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (SAMPLE_PHOTO.read_bytes(), (320, 240)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30", (30000, 30000)),
        (b"GIF89a\x02\0\x03\0", (2, 3)),
        (b"\xff\xd8\xff", None),
        (b"", None),
    ],
)
async def test_image_size(content: bytes, size: tuple[int, int] | None) -> None:
    assert image_size(content) == size
