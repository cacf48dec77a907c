"""The one way out to the web: public addresses only, few redirects, small answers, short waits."""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

PATIENCE: Final = aiohttp.ClientTimeout(total=15)
REDIRECTS: Final = 3
LARGEST: Final = 20 * 1024 * 1024
PIECE: Final = 64 * 1024
PORTS: Final = frozenset({80, 443})
GONE: Final = frozenset({404, 410})
MOVED: Final = frozenset({301, 302, 303, 307, 308})
BAD: Final = 400


class NotFetched(Exception):
    """Nothing came. `gone`: the page or its host does not exist."""

    def __init__(self, *, gone: bool = False) -> None:
        super().__init__(gone)
        self.gone = gone


class Web(Protocol):
    async def is_dead(self, url: str) -> bool | None:
        """None: it cannot be told."""

    async def fetch(self, url: str) -> bytes:
        """Raises NotFetched."""


def is_public(address: str) -> bool:
    """Not of this machine or its networks: a link must not reach what only we can reach."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if found.sixtofour is not None or found.teredo is not None:
            return False
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return False
    return found.is_global and not found.is_multicast


class PublicResolver(AbstractResolver):
    """Gives public addresses only; the connection goes to what was looked at here."""

    def __init__(self) -> None:
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if not all(is_public(one["host"]) for one in found):
            raise NotFetched
        return found

    async def close(self) -> None:
        await self._inner.close()


def checked(url: str) -> str:
    """Raises NotFetched for what is not plain http(s) to a public host."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotFetched from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise NotFetched
    if port is not None and port not in PORTS:
        raise NotFetched
    try:
        public = is_public(parts.hostname)
    except ValueError:  # a name: its addresses are looked at when they are known
        return url
    if not public:
        raise NotFetched
    return url


@dataclass(frozen=True, slots=True)
class OpenWeb:
    """A session for each call: there are few, and nothing is remembered between them."""

    async def is_dead(self, url: str) -> bool | None:
        try:
            await self._get(url, largest=0)
        except NotFetched as error:
            return True if error.gone else None
        return False

    async def fetch(self, url: str) -> bytes:
        return await self._get(url, largest=LARGEST)

    async def _get(self, url: str, largest: int) -> bytes:
        connector = aiohttp.TCPConnector(resolver=PublicResolver(), use_dns_cache=False)
        try:
            async with aiohttp.ClientSession(connector=connector, timeout=PATIENCE) as session:
                return await _followed(session, url, largest)
        except aiohttp.ClientConnectorError:
            raise NotFetched(gone=True) from None
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            raise NotFetched from None


async def _followed(session: aiohttp.ClientSession, url: str, largest: int) -> bytes:
    for _ in range(REDIRECTS + 1):
        async with session.get(checked(url), allow_redirects=False) as answer:
            if answer.status in MOVED and (target := answer.headers.get("Location")):
                url = urljoin(url, target)
                continue
            if answer.status >= BAD:
                raise NotFetched(gone=answer.status in GONE)
            return await _read(answer, largest) if largest else b""
    raise NotFetched


async def _read(answer: aiohttp.ClientResponse, largest: int) -> bytes:
    found = bytearray()
    async for piece in answer.content.iter_chunked(PIECE):
        found += piece
        if len(found) > largest:
            raise NotFetched
    return bytes(found)
