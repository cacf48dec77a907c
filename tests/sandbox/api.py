"""A bot that is only a pair of hands: calls methods, looks at the raw answers."""

import json
from typing import Any

import aiohttp

TOKEN = "42:TEST"


class Api:
    """Calls methods of the stand-in by form, as most libraries do."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.token = TOKEN

    async def __call__(self, method: str, **params: object) -> Any:
        """Return `result`; a refusal fails the test."""
        answer = await self.raw(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: object) -> str:
        """Return the description of the refusal."""
        answer = await self.raw(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def raw(self, method: str, **params: object) -> Any:
        form = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in params.items()
            if value is not None
        }
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", data=form) as answer:
            body = await answer.json()
            assert answer.status == (200 if body["ok"] else body["error_code"])
            return body

    async def upload(
        self, method: str, content: bytes, name: str, field: str, **params: str
    ) -> Any:
        form = aiohttp.FormData(params)
        form.add_field(field, content, filename=name)
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", data=form) as answer:
            return await answer.json()

    async def control(self, method: str, path: str, body: object = None) -> Any:
        url = f"{self.url}/control/{path}"
        async with self.session.request(method, url, json=body) as answer:
            return await answer.json()


def inline(*rows: list[dict[str, object]]) -> dict[str, object]:
    """Return an inline keyboard."""
    return {"inline_keyboard": list(rows)}
