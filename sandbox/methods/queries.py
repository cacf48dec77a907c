"""Answers to taps and inline queries."""

from datetime import timedelta

from sandbox.errors import bad_request, query_too_old
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

#: A tapped button waits for its answer this long.
ANSWERABLE = timedelta(minutes=15)
_MAX_ANSWER = 200
_MAX_RESULTS = 50


@method("answerCallbackQuery")
def answer_callback_query(world: World, params: Params) -> bool:
    """Stop the spinner on the button, with a note or an alert."""
    query = world.queries.get(params.text("callback_query_id"))
    text = params.text("text")
    if len(text) > _MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if query is None or query.answered or world.now() - query.asked_at > ANSWERABLE:
        raise query_too_old()
    query.answered = True
    query.text, query.show_alert, query.url = text, params.flag("show_alert"), params.text("url")
    world.feed.emit(
        "answer",
        chat_id=query.message.chat_id,
        user_id=query.user.id,
        message_id=query.message.message_id,
        query_id=query.id,
        text=text,
        show_alert=query.show_alert,
        url=query.url,
    )
    return True


@method("answerInlineQuery")
def answer_inline_query(world: World, params: Params) -> bool:
    """Keep the results for whoever asked."""
    query_id = params.text("inline_query_id")
    if query_id not in world.inline_queries or world.inline_queries[query_id] is not None:
        raise query_too_old()
    results = params.json("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request(
            "can't parse inline query results: expected an Array of InlineQueryResult"
        )
    if len(results) > _MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    world.inline_queries[query_id] = {**params.values, "results": results}
    world.feed.emit("inline", query_id=query_id)
    return True
