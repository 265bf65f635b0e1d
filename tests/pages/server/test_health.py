"""The dashboard is ready once a good build is served and every page was opened; then it says which build."""

import json
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from data import store
from data.links import THINGS
from etl import pipeline
from tests.conftest import CURATED
from tests.e2e.serving import serving, wait_until
from tests.etl.folder import Folder
from tests.test_app import PAGES

GUIDE = store.ROOT / "docs" / "deploy" / "README.md"
BACK = "{ sed -n 2p current; sed 2d current; } > next && mv next current"


def test_the_guide_says_how_to_go_back() -> None:
    assert f"`{BACK}`" in GUIDE.read_text(encoding="utf-8")


def _asked(url: str) -> tuple[int, dict[str, str]]:
    try:
        with urlopen(f"{url}/ready", timeout=60) as answer:  # noqa: S310 - our own address
            return answer.status, json.load(answer)
    except HTTPError as error:
        return error.code, json.load(error)


def test_ready_follows_the_store(tmp_path: Path) -> None:
    builds, log = tmp_path / "builds", tmp_path / "log.txt"
    with serving(builds, log) as url:
        give_up = time.monotonic() + 180
        while (said := _asked(url)) == (503, {"status": "warming"}) and time.monotonic() < give_up:
            time.sleep(0.1)
        assert said == (503, {"status": "unavailable"})
        with urlopen(f"{url}/_stcore/health", timeout=60) as answer:  # noqa: S310 - our own address
            assert answer.status == 200

        pipeline.build(CURATED, builds)
        first = store.current_build(builds)
        wait_until(f"{url}/ready")
        served = {"build": store.build_id(first or Path()), "release": "test.1"}
        assert _asked(url) == (200, {"status": "ok", **served})
        assert f"Ready: {len(PAGES) + len(THINGS)} pages opened" in log.read_text(encoding="utf-8")

        folder = Folder(tmp_path / "curated")
        folder.edit("themes.csv", "Drugs,", "Medicines,")
        pipeline.build(folder.path, builds)
        newest = store.current_build(builds) or Path()
        assert _asked(url)[1] == {"status": "ok", "build": store.build_id(newest), "release": "test.1"}
        subprocess.run(BACK, shell=True, cwd=builds, check=True)  # noqa: S602 - what the guide says
        assert _asked(url) == (200, {"status": "ok", **served})
        subprocess.run(BACK, shell=True, cwd=builds, check=True)  # noqa: S602
        newest.write_bytes(newest.read_bytes()[:1000])
        assert _asked(url) == (200, {"status": "degraded", **served})
        for path in store.list_finished(builds):
            path.write_text("rubbish")
        assert _asked(url) == (503, {"status": "unavailable"})
    assert "Traceback" not in log.read_text(encoding="utf-8")
