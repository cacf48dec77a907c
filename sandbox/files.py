"""Files that people or the bot sent, and what can be read from their first bytes."""

import base64
import mimetypes
import secrets
import struct
from dataclasses import dataclass
from datetime import datetime

from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.params import Params, Upload
from sandbox.text import checked_url

MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_UPLOAD = 50 * 1024 * 1024
_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "sticker": "stickers"}
_LETTERS = {"photo": "AgAC", "voice": "AwAC", "video": "BAAC", "sticker": "CAAC"}
_PNG, _JPEG_START = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_ANY = "application/octet-stream"
_MAX_DIMENSIONS, _MAX_RATIO = 10_000, 20


@dataclass(slots=True)
class StoredFile:
    """A file behind a `file_id`; `size` may be larger than the content to stand for a big file."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    name: str
    mime: str
    size: int
    path: str
    width: int = 0
    height: int = 0
    linked_at: datetime | None = None

    def raw(self) -> Json:
        """Return the part that all file objects share."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}

    def raw_file(self) -> Json:
        """Return the answer of getFile."""
        return {**self.raw(), "file_path": self.path}


class FileStore:
    """All files by id and by path."""

    def __init__(self) -> None:
        """Start empty."""
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def add(
        self, kind: str, content: bytes, name: str, mime: str, size: int | None = None
    ) -> StoredFile:
        """Keep a file under new ids."""
        token = base64.urlsafe_b64encode(secrets.token_bytes(39)).decode()
        extension = "jpg" if kind == "photo" else name.rpartition(".")[2] if "." in name else "bin"
        extension = (
            "".join(char for char in extension if char.isascii() and char.isalnum())[:8] or "bin"
        )
        folder = _FOLDERS.get(kind, "documents")
        width, height = image_size(content) or (0, 0)
        stored = StoredFile(
            file_id=_LETTERS.get(kind, "BQAC") + token,
            unique_id="AQAD" + token[:11],
            kind=kind,
            content=content,
            name=name,
            mime=mime if mime != _ANY else mimetypes.guess_type(name)[0] or _ANY,
            size=len(content) if size is None else size,
            path=f"{folder}/file_{len(self.by_path)}.{extension}",
            width=width,
            height=height,
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def from_params(self, params: Params, field: str, kind: str) -> StoredFile:
        """Take what the bot sends: an upload, a known `file_id`, or a link."""
        upload = params.upload(field)
        if upload is not None:
            return self._uploaded(upload, kind)
        reference = params.text(field)
        if not reference:
            raise bad_request(f"there is no {kind} in the request")
        known = self.by_id.get(reference)
        if known is not None:
            if known.kind != kind:
                raise bad_request("type of file mismatch")
            return known
        if reference.startswith(("http://", "https://")):
            return self._linked(reference, kind)
        raise bad_request("wrong file identifier/HTTP URL specified")

    def _uploaded(self, upload: Upload, kind: str) -> StoredFile:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > (MAX_PHOTO if kind == "photo" else MAX_UPLOAD):
            raise bad_request("file is too big")
        if kind == "photo":
            size = image_size(upload.content)
            if size is None:
                raise bad_request("IMAGE_PROCESS_FAILED")
            if sum(size) > _MAX_DIMENSIONS or max(size) > _MAX_RATIO * min(size):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return self.add(kind, upload.content, upload.name, upload.mime)

    def _linked(self, url: str, kind: str) -> StoredFile:
        """Nothing is fetched: the stand-in never leaves the machine."""
        try:
            checked_url(url)
        except ValueError:
            raise bad_request("wrong file identifier/HTTP URL specified") from None
        return self.add(kind, b"", url.rpartition("/")[2] or "file", "application/octet-stream")


def image_size(content: bytes) -> tuple[int, int] | None:
    """Read width and height of a PNG, JPEG, GIF or WebP; None for anything else."""
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack(">II", content[16:24])
            return int(width), int(height)
        if content.startswith(b"GIF8"):
            width, height = struct.unpack("<HH", content[6:10])
            return int(width), int(height)
        if content.startswith(_JPEG_START):
            return _jpeg_size(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return 512, 512
    except struct.error:
        return None
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    pos = 2
    while pos + 9 < len(content):
        marker, length = content[pos + 1], int(struct.unpack(">H", content[pos + 2 : pos + 4])[0])
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004 - start of frame
            height, width = struct.unpack(">HH", content[pos + 5 : pos + 9])
            return int(width), int(height)
        pos += 2 + length
    return None
