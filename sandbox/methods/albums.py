"""sendMediaGroup: several photos or documents as one album."""

from typing import Any

from sandbox.codec import Json
from sandbox.content import read_caption
from sandbox.errors import bad_request
from sandbox.methods.common import chat_of, send
from sandbox.methods.registry import method
from sandbox.methods.sending import document_raw, photo_raw
from sandbox.params import Params
from sandbox.world import World

_SMALLEST, _LARGEST = 2, 10


@method("sendMediaGroup")
def send_media_group(world: World, params: Params) -> list[Json]:
    """Check all parts first: an album goes whole or not at all."""
    chat = chat_of(world, params)
    media = params.json("media", "media")
    if not isinstance(media, list):
        raise bad_request("media must be an Array of InputMedia")
    if len(media) < _SMALLEST:
        raise bad_request("too few messages to send as an album")
    if len(media) > _LARGEST:
        raise bad_request("too many messages to send as an album")
    kinds = {item.get("type") for item in media if isinstance(item, dict)}
    if not (kinds <= {"photo", "video"} or kinds == {"document"}):
        raise bad_request("album can't be sent: documents can't be mixed with other media types")
    contents = [media_content(world, params, item) for item in media]
    group = {"media_group_id": world.next_query_id()}
    return [send(world, params, group | content, chat).raw for content in contents]


def media_content(world: World, params: Params, item: Any) -> Json:
    """Return the message part that an InputMedia stands for."""
    if not isinstance(item, dict) or item.get("type") not in {"photo", "video", "document"}:
        raise bad_request("can't parse InputMedia: type is not supported")
    kind = str(item["type"])
    own = Params({**item, kind: item.get("media")}, params.uploads)
    stored = world.files.from_params(own, kind, kind)
    if kind == "photo":
        content: Json = {"photo": photo_raw(stored)}
    elif kind == "video":
        content = {"video": {**stored.raw(), "width": 640, "height": 360, "duration": 1}}
    else:
        content = {"document": document_raw(stored)}
    return content | read_caption(world, own)
