"""The chat page's files, and who may ask for them: nobody but this machine's own page."""

from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.webhook import LOOPBACK

WEB = Path(__file__).with_name("web")
_POLICY = "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other sites' pages: they could reach loopback through the person's browser."""
    if request.path.startswith(("/bot", "/file/")):
        return await handler(request)
    origin = request.headers.get("Origin")
    if request.url.host not in LOOPBACK:
        raise web.HTTPForbidden(text="loopback only")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="not from another site")
    return await handler(request)


def add_page(app: web.Application) -> None:
    """Serve the page at `/`."""
    app.router.add_get("/", _file)
    app.router.add_get("/web/{name}", _file)


async def _file(request: web.Request) -> web.Response:
    path = WEB / request.match_info.get("name", "index.html")
    if path.parent != WEB or path.suffix not in _TYPES or not path.is_file():
        raise web.HTTPNotFound
    return web.Response(
        body=path.read_bytes(),
        content_type=_TYPES[path.suffix],
        charset="utf-8",
        headers={
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "no-cache",
            "X-Content-Type-Options": "nosniff",
        },
    )
