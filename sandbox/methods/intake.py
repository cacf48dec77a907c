"""How the bot gets its updates: polling or webhook. getUpdates is in the gateway."""

from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

_MAX_SECRET = 256


@method("setWebhook")
def set_webhook(world: World, params: Params) -> bool:
    """Deliver by POST from now on."""
    url = params.text("url")
    secret_token = params.text("secret_token")
    if len(secret_token) > _MAX_SECRET:
        raise bad_request("bad webhook: secret token is too long")
    if url and not url.startswith(("https://", "http://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.allow(allowed_updates(params))
    world.webhook.set(url, secret_token, params.integer("max_connections") or 40)
    return True


@method("deleteWebhook")
def delete_webhook(world: World, params: Params) -> bool:
    """Go back to polling."""
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook.set("", "", 40)
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, params: Params) -> Json:  # noqa: ARG001 - every method takes both
    """Tell how delivery goes."""
    return world.webhook.info()


def allowed_updates(params: Params) -> list[str] | None:
    """Return the kinds that the bot asks for, None when it does not say."""
    kinds = params.json("allowed_updates", "allowed updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("can't parse allowed updates JSON object: expected an Array of String")
    return kinds
