"""Methods about chats, members and files."""

from sandbox.chats import member_raw
from sandbox.codec import Json
from sandbox.errors import bad_request, forbidden
from sandbox.files import MAX_DOWNLOAD
from sandbox.methods.common import chat_of, message_of
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World


@method("getChat")
def get_chat(world: World, params: Params) -> Json:
    """Describe a chat."""
    chat = world.find_chat(params.values.get("chat_id") or "")
    raw = chat.raw() | {"accent_color_id": 0, "max_reaction_count": 11}
    raw["accepted_gift_types"] = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    if chat.pinned:
        raw["pinned_message"] = chat.messages[chat.pinned[-1]].raw
    return raw


@method("getChatMember")
def get_chat_member(world: World, params: Params) -> Json:
    """Tell what a person is in a chat."""
    chat = world.find_chat(params.values.get("chat_id") or "")
    user = world.users.get(params.integer("user_id") or 0)
    if user is None:
        raise bad_request("invalid user_id specified")
    if user is world.bot:
        return member_raw(user, chat.bot_status)
    status = "member" if chat.user is user else chat.members.get(user.id)
    if status is None:
        raise bad_request("member not found")
    return member_raw(user, status)


@method("getChatAdministrators")
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """List who may do more in a group."""
    chat = world.find_chat(params.values.get("chat_id") or "")
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    ranks = [(world.users[user_id], status) for user_id, status in chat.members.items()]
    if chat.bot_status == "administrator":
        ranks.append((world.bot, "administrator"))
    return [member_raw(user, rank) for user, rank in ranks if rank in {"administrator", "creator"}]


@method("getChatMemberCount")
def get_chat_member_count(world: World, params: Params) -> int:
    """Count the people in a chat, the bot among them."""
    chat = world.find_chat(params.values.get("chat_id") or "")
    return 2 if chat.private else len(chat.members) + 1


@method("leaveChat")
def leave_chat(world: World, params: Params) -> bool:
    """Leave a group."""
    chat = chat_of(world, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True


@method("pinChatMessage")
def pin_chat_message(world: World, params: Params) -> bool:
    """Pin a message."""
    chat = chat_of(world, params)
    message = message_of(chat, params, "message to pin")
    if not chat.private and chat.bot_status not in {"administrator", "creator"}:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if message.message_id not in chat.pinned:
        chat.pinned.append(message.message_id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, params: Params) -> bool:
    """Unpin a message, the latest one when none is named."""
    chat = chat_of(world, params)
    message_id = params.integer("message_id")
    if message_id is None:
        chat.pinned = chat.pinned[:-1]
    elif message_id in chat.pinned:
        chat.pinned.remove(message_id)
    else:
        raise bad_request("message to unpin not found")
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """Unpin everything."""
    chat_of(world, params).pinned.clear()
    return True


@method("getFile")
def get_file(world: World, params: Params) -> Json:
    """Give the path under which a file can be fetched for an hour."""
    stored = world.files.by_id.get(params.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    stored.linked_at = world.now()
    return stored.raw_file()


@method("banChatMember")
def ban_chat_member(world: World, params: Params) -> bool:
    """Remove a person from a group."""
    chat = chat_of(world, params)
    if chat.private:
        raise bad_request("can't ban members in private chats")
    if chat.bot_status != "administrator":
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    user_id = params.integer("user_id") or 0
    if chat.members.get(user_id) in {"administrator", "creator"}:
        raise bad_request("user is an administrator of the chat")
    if user_id not in world.users:
        raise forbidden("user not found")
    chat.members[user_id] = "kicked"
    return True
