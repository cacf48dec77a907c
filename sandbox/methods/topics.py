"""Topics of forums."""

from sandbox.chats import Chat, Topic
from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.methods.common import chat_of
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

_MAX_NAME = 128
_COLOUR = 7322096


def _forum(world: World, params: Params) -> Chat:
    chat = chat_of(world, params)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if chat.bot_status not in {"administrator", "creator"}:
        raise bad_request("not enough rights to manage topics")
    return chat


def _known(chat: Chat, params: Params) -> Topic:
    topic = chat.topics.get(params.integer("message_thread_id") or 0)
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _name(params: Params) -> str:
    name = params.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if len(name) > _MAX_NAME:
        raise bad_request("topic name is too long")
    return name


@method("createForumTopic")
def create_forum_topic(world: World, params: Params) -> Json:
    """Open a topic; its number is that of the service message."""
    chat = _forum(world, params)
    name = _name(params)
    service = {"forum_topic_created": {"name": name, "icon_color": _COLOUR}}
    thread_id = world.add(chat, world.bot, service).message_id
    chat.topics[thread_id] = Topic(thread_id, name)
    return {"message_thread_id": thread_id, "name": name, "icon_color": _COLOUR}


@method("editForumTopic")
def edit_forum_topic(world: World, params: Params) -> bool:
    """Rename a topic."""
    topic = _known(_forum(world, params), params)
    if "name" in params:
        name = _name(params)
        if name == topic.name:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.name = name
    return True


@method("closeForumTopic")
def close_forum_topic(world: World, params: Params) -> bool:
    """Close a topic."""
    topic = _known(_forum(world, params), params)
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = True
    return True


@method("reopenForumTopic")
def reopen_forum_topic(world: World, params: Params) -> bool:
    """Open it again."""
    topic = _known(_forum(world, params), params)
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = False
    return True


@method("deleteForumTopic")
def delete_forum_topic(world: World, params: Params) -> bool:
    """Delete a topic with its messages."""
    chat = _forum(world, params)
    drop_topic(world, chat, _known(chat, params).thread_id)
    return True


def drop_topic(world: World, chat: Chat, thread_id: int) -> None:
    """Take a topic and its messages out of the chat."""
    del chat.topics[thread_id]
    for message in chat.visible():
        if thread_id in {message.thread_id, message.message_id}:
            message.deleted = True
            world.announce("delete", message)
