"""Rules that find what the code of the product must not do, by reading it."""

import ast
from collections.abc import Callable, Iterator

from tests.judge import Judge, called_name
from tests.test_conventions import name, python, tree

HTML_MADE_IN = "pages/views/html"
HTML_SHOWN_IN = f"{HTML_MADE_IN}/markup.py"
START_A_PROGRAM = {
    "data/uploads/child_process.py",
    "data/uploads/process.py",
    "etl/draft/desk/reading_process.py",
}
"""The first starts programs that parse files from outside, by fixed commands; the others feed them."""
MODULES = {"pickle", "marshal", "shelve", "dill", "subprocess", "yaml", "streamlit.components.v1", "pty"}
CALLS = {"eval", "exec", "__import__", "system", "popen", "mktemp"}
WORDS = {"unsafe_allow_html", "unsafe_allow_javascript"}
SQL = {"text", "execute", "executemany", "executescript", "exec_driver_sql", "literal_column", "read_sql"}
OWN_NAMES = "puts in names of our own tables and columns: no parameter can stand for them"
SQL_BUILT_IN = {
    "data/queries/offices/list.py": OWN_NAMES,
    "etl/resolve/consistency.py": OWN_NAMES,
    "etl/derive/derived_columns.py": OWN_NAMES,
    "etl/load.py": "puts in names of our own tables and a number of ours: no parameter can stand for them",
    "data/store/builds.py": "puts in a number of ours: no parameter can stand for it",
    "etl/mart/tables.py": OWN_NAMES,
    "etl/mart/duckdb_copy.py": OWN_NAMES,
    "etl/staging/database.py": OWN_NAMES,
    "etl/publish/schemas.py": "puts in settings of ours: no parameter can stand for them",
    "etl/publish/table_copy.py": OWN_NAMES,
}
MARKDOWN = (
    *("markdown", "write", "title", "header", "subheader", "caption", "badge", "metric", "tabs"),
    *("info", "warning", "error", "success", "toast", "progress", "spinner", "status", "expander", "popover"),
    *("button", "link_button", "page_link", "download_button", "checkbox", "toggle", "radio", "pills"),
    *("selectbox", "multiselect", "segmented_control", "slider", "select_slider", "feedback"),
    *("text_input", "text_area", "number_input", "date_input", "time_input"),
)
"""Streamlit's functions that read Markdown in what they are given."""
READ_AS_MARKDOWN = {"label", "body", "help", "text", "title", "message", "value", "caption", "captions"}
EXPLAINED = {
    ("app.py", "done"): "a share of the work, a number",
    ("pages/server/api/feeds.py", "printable(row['title'])"): "text of XML, which lxml escapes",
    ("pages/server/api/feeds.py", "releases.list_releases(folder)"): "numbers of releases, in XML",
    ("pages/server/api/feeds.py", "title"): "written at each call",
    ("pages/server/limits/connections.py", "self.conn.data_to_send()"): "bytes of a WebSocket, no page",
    ("pages/views/shell/filters/address.py", "name"): "the name of a parameter, written in our code",
    ("pages/views/shell/downloads.py", "label"): "Download, or words of the registry of writers",
    ("pages/views/shell/citations.py", "label"): "written at each call",
    ("pages/views/shell/downloads.py", "writer.label"): "words of the registry of writers",
    ("pages/views/shell/filters/panel.py", "label"): "written at each call in the same function",
    ("pages/views/shell/pictures.py", "form.upper()"): "PNG or SVG",
    ("pages/views/overview/headline.py", "title"): "written at each call",
    ("pages/views/network/picture.py", "shown.least"): "a number beside the words of the loop",
    ("pages/views/shell/notices.py", "number"): "hexadecimal digits drawn by us",
    ("pages/views/offices/as_of.py", "words"): "written at each call",
    ("pages/views/offices/as_of.py", "date.fromisoformat(row['known_on'])"): "a date, made from text",
    ("pages/views/desk/card.py", "label"): "written at each call in the same function",
    ("pages/views/extracts/recheck.py", "report.format_csv"): "stands beside the words of the loop",
    ("pages/views/extracts/recheck_job.py", "words"): "written at the top of the module",
    ("pages/views/shell/controls/switch.py", "label"): "written at each call",
    ("pages/views/shell/filters/search_box.py", "label"): "written at each call",
    (
        "pages/views/compare/choice.py",
        "wording.KINDS[view.kind].lower()",
    ): "kinds of things, written in wording.py",
}
"""File and expression that may stand in such a place, and why; one that is no more found is reported."""
CHART_WORDS = {"text", "hovertext", "hovertemplate", "texttemplate", "ticktext", "categoryarray", "title"}


Finding = tuple[int, str]
Rule = Callable[[ast.Module, str], Iterator[Finding]]


def offenders(rule: Rule, *places: str) -> list[str]:
    """`file:line: what` for each finding of a rule in these places that is not explained."""
    return [
        f"{name(path)}:{line}: {what}"
        for path in python(*places)
        for line, what in rule(tree(path), name(path))
        if (name(path), what.partition(": ")[2]) not in EXPLAINED
    ]


def dangerous(module: ast.Module, file: str) -> Iterator[Finding]:
    """Code run from text, other programs started, HTML outside its one place."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imported(node, file)
        elif isinstance(node, ast.Call):
            yield from _called(node, file)
        elif isinstance(node, ast.Attribute) and ast.unparse(node).endswith("components.v1"):
            yield node.lineno, "uses components.v1"


def _imported(node: ast.Import | ast.ImportFrom, file: str) -> Iterator[Finding]:
    prefix = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        full = f"{prefix}{alias.name}"
        is_forbidden = any(full == module or full.startswith(f"{module}.") for module in MODULES)
        if is_forbidden and not (full == "subprocess" and file in START_A_PROGRAM):
            yield node.lineno, f"imports {full}"


def _called(node: ast.Call, file: str) -> Iterator[Finding]:
    if (called := called_name(node)) in CALLS:
        yield node.lineno, f"calls {called}"
    if ast.unparse(node.func) == "st.html" and file != HTML_SHOWN_IN:
        yield node.lineno, f"calls st.html outside {HTML_SHOWN_IN}"
    if called == "Safe" and node.args and not file.startswith(f"{HTML_MADE_IN}/"):
        yield node.lineno, f"makes HTML outside {HTML_MADE_IN}"
    for word in node.keywords:
        if word.arg in WORDS:
            yield node.lineno, f"sets {word.arg}"


def built_sql(module: ast.Module, file: str) -> Iterator[Finding]:
    """SQL put together from strings on the way to the database."""
    if file in SQL_BUILT_IN:
        return
    for call, _ in Judge(module, frozenset()).calls():
        if called_name(call) in SQL and call.args and is_built(call.args[0]):
            yield call.lineno, f"builds SQL: {ast.unparse(call.args[0])[:60]}"


def is_built(what: ast.AST) -> bool:
    if isinstance(what, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in what.values)
    if isinstance(what, ast.BinOp) and isinstance(what.op, ast.Add | ast.Mod):
        return any(
            isinstance(part, ast.Constant | ast.JoinedStr | ast.BinOp) for part in (what.left, what.right)
        )
    return isinstance(what, ast.Call) and called_name(what) in ("format", "join", "replace")


def live_markdown(module: ast.Module, _file: str) -> Iterator[Finding]:
    """Text that Streamlit reads as Markdown and that is neither fixed nor escaped by `labels`."""
    judge = Judge(module, frozenset({"escape_markdown"}))
    for call, inside in judge.calls():
        if not (isinstance(call.func, ast.Attribute) and called_name(call) in MARKDOWN):
            continue
        if ast.unparse(call.func.value).split(".")[-1] in _own_modules(module):
            continue
        words = [word.value for word in call.keywords if word.arg in READ_AS_MARKDOWN]
        first = 1 if called_name(call) in ("page_link", "link_button") else 0
        for part in [*call.args[first : first + 1], *words]:
            for doubt in judge.doubtful(part, inside):
                yield call.lineno, f"{ast.unparse(call.func)}: {ast.unparse(doubt)}"


def _own_modules(module: ast.Module) -> set[str]:
    """Names that stand for modules of ours, whose functions are not Streamlit's."""
    return {
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("pages", "data", "etl")
        for alias in node.names
    }


def live_charts(module: ast.Module, _file: str) -> Iterator[Finding]:
    """Text of a figure that is neither fixed, a number, nor passed through `chart_text`."""
    judge = Judge(module, frozenset({"chart_text", "drawn_text"}))
    for call, inside in judge.calls():
        for word in call.keywords:
            if word.arg in CHART_WORDS:
                for doubt in judge.doubtful(word.value, inside):
                    yield call.lineno, f"{word.arg}: {ast.unparse(doubt)}"
