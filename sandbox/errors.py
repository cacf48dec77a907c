"""Refusals as Telegram words them; bots tell them apart by their text."""

from sandbox.codec import Json


class ApiError(Exception):
    """A method call that is answered with `ok: false`."""

    def __init__(self, error_code: int, description: str, **parameters: int) -> None:
        """Keep the three parts of Telegram's answer."""
        super().__init__(f"{error_code} {description}")
        self.error_code = error_code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """Return the JSON answer."""
        answer: Json = {"ok": False, "error_code": self.error_code, "description": self.description}
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


def bad_request(text: str, **parameters: int) -> ApiError:
    """Return a 400."""
    return ApiError(400, f"Bad Request: {text}", **parameters)


def forbidden(text: str = "bot was blocked by the user") -> ApiError:
    """Return a 403."""
    return ApiError(403, f"Forbidden: {text}")


def too_many_requests(retry_after: int = 5) -> ApiError:
    """Return a 429 with the wait that Telegram asks for."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def server_error(error_code: int = 502) -> ApiError:
    """Return a 5xx."""
    names = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}
    return ApiError(error_code, names.get(error_code, "Internal Server Error"))


def unauthorized() -> ApiError:
    """Return the answer to a wrong token."""
    return ApiError(401, "Unauthorized")


def not_found() -> ApiError:
    """Return the answer to an unknown method or file."""
    return ApiError(404, "Not Found")


def conflict(text: str) -> ApiError:
    """Return a 409."""
    return ApiError(409, f"Conflict: {text}")


def not_modified() -> ApiError:
    """Return the refusal of an edit that changes nothing."""
    return bad_request(
        "message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    )


def query_too_old() -> ApiError:
    """Return the refusal of a late, repeated or invented query answer."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")
