"""Each setting of docs/deploy with what it may hold, nonsense, an empty value and a huge one."""

import re

import pytest
from streamlit import config

from data import store
from pages.server.__main__ import main
from pages.server.settings import LONGEST, SETTINGS, list_faults

DATABASE = "postgresql+psycopg://reader@db.example/chegara"
ORIGINS = "https://a.example HTTP://b.example:8080 http://[::1]:8501"
CASES = [
    ("CHEGARA_STORE", "data/none yet", "mysql://x:secret@y/z", "the store is a folder or"),
    ("CHEGARA_STORE", DATABASE, "host=db password=secret", "the address of a database begins with"),
    ("CHEGARA_STORE_READ", DATABASE, f"{__file__}/x", "no part of it may be a file"),
    ("CHEGARA_DOCUMENTS", "/none/yet", __file__, "no part of it may be a file"),
    ("CHEGARA_DESK", "data/desk", " data/desk", "without blanks at its ends"),
    ("CHEGARA_DESK", "data/desk", "x" * 1_000, "give the path of a folder that can be opened"),
    ("CHEGARA_CURATED", "data/curated", "data/none", "is the folder of the CSV files; there is none"),
    ("CHEGARA_CONTACT", "https://git.example/issues", "javascript:alert(1)", "a link starts with http"),
    ("CHEGARA_ADDRESS", "https://chegara.example/team/", "chegara.example", "a link starts with http"),
    ("CHEGARA_ADDRESS", "https://chegara.example", "https://me:secret@chegara.example", "holds no blanks or"),
    ("CHEGARA_API_ORIGINS", ORIGINS, "https://me:secret@a.example", "(found 'https://…@a.example')"),
    ("CHEGARA_API_ORIGINS", ORIGINS, "https://a.example null", "are origins"),
    ("CHEGARA_API_ORIGINS", ORIGINS, "https://a.example/page", "are origins"),
    ("CHEGARA_EMBED_ORIGINS", ORIGINS, "*", "are origins"),
    ("CHEGARA_EMBED_ORIGINS", ORIGINS, "https://a;b", "are origins"),
    ("CHEGARA_EMBED_ORIGINS", ORIGINS, "https://a.example, https://b.example", "are origins"),
    ("CHEGARA_TRUSTED_PROXIES", "10.0.0.5 fd00::/64", "10.0.0.5 proxy.example", "are addresses and networks"),
    ("CHEGARA_TRUSTED_PROXIES", "10.0.0.5", "0.0.0.0/0", "not of everybody"),
    ("CHEGARA_TRUSTED_PROXIES", "10.0.0.0/8", "10.0.0.1/8", "are addresses and networks"),
    ("CHEGARA_METRICS_TOKEN", "a1-B2", "secret words", "without blanks"),
    ("CHEGARA_LOG", "json", "JSON", "is json, or not set"),
    (
        "STREAMLIT_SERVER_ALLOWED_HOSTS",
        "localhost *.a.example ::1",
        "localhost:8501",
        "without scheme and port",
    ),
    ("STREAMLIT_SERVER_ALLOWED_HOSTS", "localhost", "https://a.example", "without scheme and port"),
    ("STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS", ORIGINS, "a.example", "are origins"),
    ("STREAMLIT_SERVER_COOKIE_SECRET", "0" * 32, "secret", "openssl rand -hex 32"),
    ("STREAMLIT_SERVER_ADDRESS", "127.0.0.1", "non sense", "is an address of this machine"),
    ("STREAMLIT_SERVER_PORT", "8501", "99999", "to 65535"),
    ("STREAMLIT_SERVER_PORT", "0", "http", "is a number from 0"),
]
"""Name, a right value, a wrong one, what is said of it."""


def _find(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    option = SETTINGS[name].option
    if not option:
        monkeypatch.setenv(name, value)
        return list_faults()
    is_list = isinstance(config.get_option(option), list)
    held = tuple(value.split()) if is_list else value  # click gives tuples
    monkeypatch.setattr(config, "get_option", lambda asked: held if asked == option else None)
    return list_faults()


@pytest.mark.parametrize(("name", "right", "wrong", "said"), CASES)
def test_a_wrong_setting_is_one_sentence_with_what_is_allowed(
    name: str, right: str, wrong: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _find(name, right, monkeypatch) == []
    [fault] = _find(name, wrong, monkeypatch)
    assert fault.startswith(f"{name}: ")
    assert said in fault
    assert "secret" not in fault
    monkeypatch.undo()
    [fault] = _find(name, "x" * 100_000, monkeypatch)
    assert fault.startswith(f"{name}: is longer than {LONGEST:,} characters")
    assert len(fault) < 200


@pytest.mark.parametrize("name", [name for name, setting in SETTINGS.items() if not setting.option])
def test_an_empty_value_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _find(name, "", monkeypatch) == []


def test_a_misspelt_name_is_told_with_the_one_that_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_STORE_RAED", "postgresql://u:secret@db/x")
    monkeypatch.setenv("CHEGARA_PORT", "tcp://10.0.0.1:8501")  # Kubernetes sets it
    assert list_faults() == ["CHEGARA_STORE_RAED: there is no such setting; CHEGARA_STORE_READ is one"]


def test_an_empty_secret_is_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(_find("STREAMLIT_SERVER_COOKIE_SECRET", "", monkeypatch)) == 1


def test_each_setting_of_the_guide_is_checked() -> None:
    guide = (store.ROOT / "docs" / "deploy" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", guide.split("## Settings")[1], re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([A-Z_]{5,})`", row)}
    assert named - {"CHEGARA_CORPORA", "PYTHON", "CHROMIUM"} <= SETTINGS.keys()


def test_the_launcher_does_not_start_with_wrong_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_TRUSTED_PROXIES", "10.0.0.5 nonsense")
    monkeypatch.setenv("CHEGARA_LOG", "xml")
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert str(stopped.value).splitlines() == [
        "CHEGARA_TRUSTED_PROXIES: are addresses and networks with a space between, such as"
        " 10.0.0.5 10.1.0.0/16; not of everybody (found 'nonsense')",
        "CHEGARA_LOG: is json, or not set for plain lines (found 'xml')",
    ]
