"""What is known of the packages: the list of them, and whether vulnerabilities were truly looked up."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench import audit
from data import store

PINS = {("alpha", "1.0"), ("beta", "2.0")}


def _report(*faulty: str, names: str = "alpha=1.0 beta=2.0") -> str:
    """What pip-audit prints where a feed answered."""
    pairs = [name.split("=") for name in names.split()]
    fault = {"id": "PYSEC-1", "fix_versions": ["3.0"]}
    listed = [{"name": n, "version": v, "vulns": [fault] * (n in faulty)} for n, v in pairs]
    return json.dumps({"dependencies": listed})


@pytest.mark.parametrize(
    ("printed", "complaint", "code", "words"),
    [
        (_report(), "", 0, "PASSED: no vulnerability known; 2 of 2 locked packages looked up"),
        (_report("beta"), "", 3, "beta 2.0: PYSEC-1, mended in 3.0"),
        (_report(names="alpha=1.0"), "", 4, "1 of 2 locked packages looked up"),
        (_report(names="alpha=1.0 beta=1.9"), "", 4, "1 of 2 locked packages looked up"),
        ("", "ERROR: alpha: Dependency not found", 4, "pip-audit says: ERROR: alpha: Dependency not found"),
        (json.dumps({"dependencies": []}), "", 4, "0 of 2 locked packages looked up"),
        (
            json.dumps({"dependencies": [{"name": "alpha", "version": "1.0", "skip_reason": "unknown"}]}),
            "",
            4,
            "0 of 2 locked packages looked up",
        ),
    ],
)
def test_only_a_feed_that_answered_for_all_gives_a_clean_bill(
    printed: str, complaint: str, code: int, words: str
) -> None:
    found = audit.judge_output(PINS, printed, complaint)
    assert found.code == code
    assert words in found.words


def test_pins_for_other_machines_are_not_asked_for() -> None:
    lock = "alpha==1.0 \\\n    --hash=sha256:0\nbeta==2.0 ; sys_platform == 'none' \\\n    --hash=sha256:1\n"
    assert audit.list_pins(lock) == {("alpha", "1.0")}


def test_the_list_of_packages_is_the_lock(tmp_path: Path) -> None:
    recipe = (store.ROOT / "Makefile").read_text(encoding="utf-8").split("-m cyclonedx_py ", 1)[1]
    options = recipe.split("\n\t@", 1)[0].replace("\\\n", " ").split()
    assert "--output-reproducible" in options
    made = tmp_path / "made"
    command = [str(made) if word == "data/build/sbom.cdx.json" else word for word in options]
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *command], cwd=store.ROOT, check=True
    )
    listed = json.loads(made.read_bytes())["components"]
    lock = (store.ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert {(one["name"], one["version"]) for one in listed} == set(
        re.findall(r"^([\w.-]+)==([^ ]+)", lock, re.MULTILINE)
    )
    assert all(one["externalReferences"][0]["hashes"] for one in listed)


def test_what_only_the_lock_may_override_undoes_no_pin_of_an_install() -> None:
    """Overrides of `[tool.uv]` hold for `uv pip install` too, unless it reads no configuration."""
    recipe = (Path(__file__).parents[1] / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"uv pip install .*", recipe.partition("define install")[2])
    assert installs
    assert all("--no-config" in each for each in installs)
