import asyncio
from pathlib import Path

from datasette.app import Datasette

from tests.data.extracts.conftest import Make


def test_it_is_the_build_to_the_byte_and_opens_in_datasette(
    make: Make, store_path: Path, tmp_path: Path
) -> None:
    content = make("store", "sqlite")
    assert content == store_path.read_bytes()
    path = tmp_path / "chegara.sqlite"
    path.write_bytes(content)

    async def rows() -> list[dict[str, object]]:
        served = Datasette([], immutables=[str(path)])
        await served.invoke_startup()
        answer = await served.client.get("/chegara/events.json?_shape=array")
        served.close() if hasattr(served, "close") else None
        found: list[dict[str, object]] = answer.json()
        return found

    assert len(asyncio.run(rows())) == 6
