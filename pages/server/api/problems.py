"""What a program is told when it gets no rows: one sentence, as `application/problem+json` (RFC 9457)."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

MEDIA = "application/problem+json"
LONGEST = 300
"""Characters of a sentence."""


class ProblemError(Exception):
    """A request that cannot be answered, with its status and the sentence that says why."""

    def __init__(
        self,
        status: int,
        sentence: str,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence
        self.headers, self.more = dict(headers or {}), dict(more or {})

    def answer(self) -> Response:
        """As the answer to a request; nobody keeps a copy."""
        told = {
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.sentence[:LONGEST],
            **self.more,
        }
        body = json.dumps(told, ensure_ascii=False).encode()
        return Response(body, self.status, {**self.headers, "cache-control": "no-store"}, MEDIA)


def refuse(parameter: str, sentence: str, **more: Any) -> ProblemError:
    """What is told of a parameter: the sentence follows its name; `more` is for a program to read."""
    return ProblemError(422, f"{parameter}: {sentence}", more={"parameter": parameter, **more})


def explain_invalid(errors: Sequence[Mapping[str, Any]]) -> ProblemError:
    """The first of the faults that FastAPI found in a request, with the value where it is short."""
    first = errors[0]
    place, *names = first["loc"]
    words = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    if place == "path":
        return ProblemError(404, f"{words}.")
    name = str(names[0] if names else place)[:60]
    if first["type"] == "extra_forbidden":
        return refuse(name, "there is no such parameter; /api/v1/openapi.json lists them all.")
    value = first.get("input")
    is_short = isinstance(value, str) and len(value) <= LONGEST
    return refuse(name, f"{words}.", **({"value": value} if is_short else {}))
