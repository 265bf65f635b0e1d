"""The rules of the code that no linter knows. Each test lists the offenders and says the rule."""

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.schema import models

ROOT = Path(__file__).resolve().parents[1]
NOT_OURS = {".git", ".venv", ".hypothesis", "__pycache__", "test-results", "node_modules"}
MADE_HERE = {ROOT / "data" / "build", ROOT / "data" / "documents"}
PRODUCT = ("app.py", "data", "etl", "pages")
MIRRORED = ("data", "etl", "pages/figures", "pages/server")

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_PAGE = 250, 40, 60
ONE_MODULE_FOR_ALL = {"data/schema/models.py": "tables", "data/schema/vocabulary.py": "lists of values"}

NOT_SOURCED = {
    "sources": "is the source",
    "themes": "our own list, not a fact of the record",
    "event_themes": "our own classification",
    "recommendation_themes": "our own classification",
    "statement_themes": "our own classification",
    "aliases": "our own judgement, with its reason",
    "build": "describes the build",
    "organisation_positions": "drawn by the build",
    "warnings": "found by the build",
}

# In parts, so that this file does not hold what it looks for.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("deb", "debian"),
        ("security", "debian"),
        ("archive", "ubuntu"),
        ("conda", "anaconda"),
        ("proxy", "golang"),
    )
]
FORBIDDEN = {
    r"unsafe_allow_html": "styles go to .streamlit/config.toml, marks through st.html",
    r"\bcomponents\.html\b": "styles go to .streamlit/config.toml, marks through st.html",
    r"\beval\(": "text is never run",
    r"\bpickle\b": "a link or a file must not be able to run code",
}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository; not what is installed, cached or built."""
    found: list[Path] = []
    for folder, names, here in os.walk(ROOT):
        names[:] = [n for n in names if n not in NOT_OURS and not n.endswith("_cache")]
        names[:] = [n for n in names if Path(folder, n) not in MADE_HERE]
        found += [Path(folder, name) for name in here]
    return tuple(sorted(found))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python(*places: str) -> list[Path]:
    """Python files that are, or lie in, one of `places`; all without any."""
    found = [p for p in files() if p.suffix == ".py"]
    return [
        p for p in found if not places or any(name(p) == x or name(p).startswith(f"{x}/") for x in places)
    ]


def pages() -> list[Path]:
    return [p for p in python("pages") if p.parent == ROOT / "pages" and p.name != "__init__.py"]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def lines(path: Path) -> int:
    return len(text(path).splitlines())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=name(path))


def functions(path: Path) -> Iterator[FunctionNode]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, FunctionNode))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of each module imported, inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def listed(rule: str, offenders: list[str]) -> str:
    return "\n  ".join([rule, *offenders])


def test_page_scripts_are_short() -> None:
    offenders = [f"{name(p)}: {lines(p)} lines" for p in pages() if lines(p) > LONGEST_PAGE]
    assert not offenders, listed(f"A page is at most {LONGEST_PAGE} lines (STYLE §2.4):", offenders)


def test_page_scripts_only_compose() -> None:
    offenders = [
        f"{name(p)}:{node.lineno}: {node.name}"
        for p in pages()
        for node in ast.walk(tree(p))
        if isinstance(node, FunctionNode | ast.ClassDef)
    ]
    assert not offenders, listed("A page defines no function and no class (STYLE §2.4):", offenders)


def test_page_scripts_leave_the_session_alone() -> None:
    offenders = [name(p) for p in pages() if "session_state" in text(p)]
    assert not offenders, listed("A page touches no session_state (STYLE §2.4):", offenders)


def test_files_are_short() -> None:
    ours = [p for p in python() if name(p) not in ONE_MODULE_FOR_ALL]
    offenders = [f"{name(p)}: {lines(p)} lines" for p in ours if lines(p) > LONGEST_FILE]
    assert not offenders, listed(f"A file is at most {LONGEST_FILE} lines (STYLE §1.0):", offenders)


def test_functions_are_short() -> None:
    offenders = [
        f"{name(p)}:{f.lineno}: {f.name}, {length} lines"
        for p in python(*PRODUCT)
        for f in functions(p)
        if (length := (f.end_lineno or f.lineno) - f.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not offenders, listed(f"A function is at most {LONGEST_FUNCTION} lines (STYLE §1.0):", offenders)


def test_every_module_has_its_test_module() -> None:
    offenders = []
    for path in python(*MIRRORED):
        if any(functions(path)):  # a module without a function has nothing to run
            own = path.stem.strip("_") if path.stem != "__init__" else path.parent.name
            wanted = ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{own}.py"
            offenders += [f"{name(path)}: {name(wanted)} is missing"] * (not wanted.is_file())
    assert not offenders, listed("Tests mirror the code, file for file (STYLE §2.8):", offenders)


def test_the_frame_knows_no_drawing_library_and_no_frames() -> None:
    unwanted = {"plotly", "pydeck", "pandas"}
    app = ROOT / "app.py"
    offenders = [
        f"app.py:{line}: {module}" for line, module in imports(app) if module.split(".")[0] in unwanted
    ]
    assert not offenders, listed("app.py draws and reads nothing itself (STYLE §2.3):", offenders)


def test_every_column_has_a_sentence() -> None:
    offenders = [
        f"{table}.{column}"
        for table, model in models.tables().items()
        for column, field in model.model_fields.items()
        if not (field.description or "").endswith(".")
    ]
    assert not offenders, listed("A column says in a sentence what it holds (issue 2, Schema):", offenders)


def test_every_table_is_sourced_or_excused() -> None:
    unsourced = {table for table, model in models.tables().items() if not issubclass(model, models.Sourced)}
    offenders = [f"{table}: no source" for table in sorted(unsourced - NOT_SOURCED.keys())]
    offenders += [f"{table}: excused without need" for table in sorted(NOT_SOURCED.keys() - unsourced)]
    assert not offenders, listed("A fact names its source (STYLE §2.6, Provenance):", offenders)


def test_no_file_names_a_package_registry() -> None:
    hosts = [host.encode() for host in REGISTRIES]
    offenders = [name(p) for p in files() if any(host in p.read_bytes() for host in hosts)]
    assert not offenders, listed("Lock files and all others name no index (issue 2):", offenders)


def test_nothing_dangerous_is_called() -> None:
    offenders = [
        f"{name(path)}:{number}: {why}"
        for path in python(*PRODUCT)
        for number, line in enumerate(text(path).splitlines(), start=1)
        for pattern, why in FORBIDDEN.items()
        if re.search(pattern, line)
    ]
    assert not offenders, listed("What the code must not do (STYLE §4):", offenders)


def test_every_test_asserts() -> None:
    offenders = [
        f"{name(path)}:{test.lineno}: {test.name}"
        for path in python("tests")
        for test in functions(path)
        if test.name.startswith("test_") and not _asserts(test)
    ]
    assert not offenders, listed("A test asserts, raises or expects something (STYLE §4):", offenders)


def _asserts(test: FunctionNode) -> bool:
    """Whether it holds an `assert`, `pytest.raises`, or a call of `expect…` or `assert_…`."""
    called = [node.func for node in ast.walk(test) if isinstance(node, ast.Call)]
    names = [f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in called]
    return any(isinstance(node, ast.Assert) for node in ast.walk(test)) or any(
        n in ("raises", "warns") or n.startswith(("expect", "assert_")) for n in names
    )


def test_the_test_lock_holds_the_run_lock() -> None:
    run, tests = (_pins(ROOT / lock) for lock in ("requirements.lock", "requirements-test.lock"))
    offenders = sorted(run - tests)
    assert not offenders, listed("make run and make test share one environment (Makefile):", offenders)


def _pins(lock: Path) -> set[str]:
    """The `name==version ; condition` of each package."""
    return {line.rstrip(" \\") for line in text(lock).splitlines() if re.match(r"[a-z0-9]", line)}
