"""What the bot tells about itself: name, descriptions, commands."""

import re
from typing import Any

from sandbox.chats import Chat, User
from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.methods.registry import METHODS, method
from sandbox.params import Params
from sandbox.world import World

_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_MAX_COMMANDS, _MAX_DESCRIPTION = 100, 256
_FIELDS = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}
_SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)


@method("getMe")
def get_me(world: World, params: Params) -> Json:  # noqa: ARG001 - every method takes both
    """Describe the bot."""
    return world.bot.raw() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


@method("close")
@method("logOut")
def close(world: World, params: Params) -> bool:  # noqa: ARG001 - every method takes both
    """Nothing to close here."""
    return True


@method("setMyCommands")
def set_my_commands(world: World, params: Params) -> bool:
    """Set the commands of a scope and language."""
    key = _key(world, params)
    commands = params.json("commands", "commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object")
    if len(commands) > _MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[key] = [_command(command) for command in commands]
    world.feed.emit("commands")
    return True


@method("getMyCommands")
def get_my_commands(world: World, params: Params) -> list[Json]:
    """Return exactly what was set for the scope and language."""
    return world.commands.get(_key(world, params), [])


@method("deleteMyCommands")
def delete_my_commands(world: World, params: Params) -> bool:
    """Forget the commands of a scope and language."""
    world.commands.pop(_key(world, params), None)
    world.feed.emit("commands")
    return True


def commands_for(world: World, chat: Chat, user: User) -> list[Json]:
    """Return the commands in a person's menu: the narrowest scope first, then the language."""
    own = f"chat:{chat.id}"
    if chat.private:
        scopes = [own, "all_private_chats", "default"]
    else:
        scopes = [f"chat_member:{chat.id}:{user.id}", own, "all_group_chats", "default"]
    for scope in scopes:
        for language in (user.language_code[:2], ""):
            if commands := world.commands.get(f"{scope}|{language}"):
                return commands
    return []


def _key(world: World, params: Params) -> str:
    scope = params.json("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    name = str(kind)
    if name in {"chat", "chat_administrators", "chat_member"}:
        name += f":{world.find_chat(scope.get('chat_id', '')).id}"
    if kind == "chat_member":
        name += f":{scope.get('user_id')}"
    return f"{name}|{_language(params)}"


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(command.get("command", "")), str(command.get("description", ""))
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description.strip()) <= _MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": description.strip()}


def _add_field(suffix: str, field: str, longest: int) -> None:
    def set_field(world: World, params: Params) -> bool:
        value = params.text(field)
        if len(value) > longest:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        world.profile[field, _language(params)] = value
        return True

    def get_field(world: World, params: Params) -> Json:
        value = world.profile.get((field, _language(params)), world.profile.get((field, ""), ""))
        return {field: value or (world.bot.first_name if field == "name" else "")}

    METHODS[f"setmy{suffix.lower()}"] = (f"setMy{suffix}", set_field)
    METHODS[f"getmy{suffix.lower()}"] = (f"getMy{suffix}", get_field)


for _suffix, (_field, _longest) in _FIELDS.items():
    _add_field(_suffix, _field, _longest)


@method("setChatMenuButton")
def set_chat_menu_button(world: World, params: Params) -> bool:  # noqa: ARG001 - every method takes both
    """Accept: the page always shows the commands."""
    return True
