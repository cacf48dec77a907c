"""The one error that ends the process with a sentence instead of a traceback."""


class StartRefused(Exception):
    """The process cannot start or go on; the message tells the operator what to do."""
