"""What the code must not do. Each test lists file, line and what it found."""

import ast

import pytest

from tests.dangers import (
    EXPLAINED,
    SQL,
    SQL_BUILT_IN,
    Rule,
    built_sql,
    dangerous,
    is_built,
    live_charts,
    live_markdown,
    offenders,
)
from tests.judge import Judge, called_name
from tests.test_conventions import PRODUCT, listed, name, python, tree


def test_no_code_runs_from_text_and_html_is_made_in_one_room() -> None:
    assert not (found := offenders(dangerous, *PRODUCT)), listed(
        "Not in the product (RELIABILITY §7):", found
    )


def test_sql_is_not_built_from_strings() -> None:
    rule = "Use SQLAlchemy's expressions or parameters, or explain the place in SQL_BUILT_IN:"
    assert not (found := offenders(built_sql, *PRODUCT)), listed(rule, found)
    built = [path for path in python(*PRODUCT) if name(path) in SQL_BUILT_IN]
    idle = [name(p) for p in built if not any(is_built(c.args[0]) for c, _ in _sql_calls(tree(p)))]
    assert not idle, listed("Explained in SQL_BUILT_IN without need:", idle)


def _sql_calls(module: ast.Module) -> list[tuple[ast.Call, object]]:
    calls = Judge(module, frozenset()).calls()
    return [(call, inside) for call, inside in calls if called_name(call) in SQL and call.args]


def test_markdown_holds_no_data_that_is_not_escaped() -> None:
    rule = "Pass it through labels.escape_markdown, or say in EXPLAINED why it is none of the record's text:"
    assert not (found := offenders(live_markdown, "app.py", "pages")), listed(rule, found)


def test_charts_hold_no_data_that_is_not_escaped() -> None:
    rule = "Pass it through chart_text, or say in EXPLAINED why it is none of the record's text:"
    assert not (found := offenders(live_charts, "pages/figures")), listed(rule, found)


def test_what_is_explained_is_there() -> None:
    rules = ((live_markdown, ("app.py", "pages")), (live_charts, ("pages/figures",)))
    there = {
        (name(path), what.partition(": ")[2])
        for rule, places in rules
        for path in python(*places)
        for _, what in rule(tree(path), name(path))
    }
    idle = [f"{file}: {what}" for file, what in EXPLAINED.keys() - there]
    assert not idle, listed("Explained without need:", sorted(idle))


PLANTED = [
    (dangerous, "import pickle", "1: imports pickle"),
    (dangerous, "from yaml import load", "1: imports yaml.load"),
    (dangerous, "import subprocess as s", "1: imports subprocess"),
    (dangerous, "x = 1\neval('1')", "2: calls eval"),
    (dangerous, "exec(words)", "1: calls exec"),
    (dangerous, "st.markdown('a', unsafe_allow_html=True)", "1: sets unsafe_allow_html"),
    (dangerous, "st.html(words)", "1: calls st.html outside pages/views/html/markup.py"),
    (dangerous, "return markup.Safe(f'<b>{name}</b>')", "1: makes HTML outside pages/views/html"),
    (dangerous, "st.components.v1.html('a')", "1: uses components.v1"),
    (built_sql, "c.execute(f'SELECT {x}')", "1: builds SQL: f'SELECT {x}'"),
    (built_sql, "text('SELECT ' + x)", "1: builds SQL: 'SELECT ' + x"),
    (built_sql, "text('SELECT %s' % x)", "1: builds SQL: 'SELECT %s' % x"),
    (built_sql, "text('SELECT {}'.format(x))", "1: builds SQL: 'SELECT {}'.format(x)"),
    (live_markdown, "def f(row):\n    st.title(row['name'])", "2: st.title: row['name']"),
    (live_markdown, "def f(row):\n    st.info(f'No {row.name}')", "2: st.info: row.name"),
    (live_markdown, "def f(x):\n    y = 'a' + x\n    st.button('b', help=y)", "3: st.button: x"),
    (live_markdown, "st.warning(', '.join(stale))", "1: st.warning: stale"),
    (live_markdown, "def g(r):\n    return r['a']\nst.caption(g(1))", "3: st.caption: r['a']"),
    (live_charts, "go.Bar(text=[n for n in names])", "1: text: names"),
    (live_charts, "figure.add_annotation(text=f'<b>{row.name}</b>')", "1: text: row.name"),
]
HARMLESS = [
    (built_sql, "c.execute(select(a).where(a == x))\ntext('SELECT 1')"),
    (
        live_markdown,
        "def f(x):\n    st.title(labels.escape_markdown(x))\n    st.info(f'{len(x):,} of {x:.0f}')",
    ),
    (live_markdown, "st.info('a' if x else WORDS[x])\nst.button(', '.join(map(labels.escape_markdown, x)))"),
    (live_markdown, "from pages.views.html import markup\nmarkup.table(x)"),
    (dangerous, "return markup.Safe() if x else Safe()"),
    (live_charts, "go.Bar(text=[chart_text(n) for n in names], hovertemplate='%{y}')"),
]


@pytest.mark.parametrize(("rule", "code", "found"), PLANTED, ids=[code for _, code, _ in PLANTED])
def test_a_rule_finds_what_it_forbids(rule: Rule, code: str, found: str) -> None:
    assert [f"{line}: {what}" for line, what in rule(ast.parse(code), "pages/x.py")] == [found]


@pytest.mark.parametrize(("rule", "code"), HARMLESS, ids=[code for _, code in HARMLESS])
def test_a_rule_passes_what_it_allows(rule: Rule, code: str) -> None:
    assert [*rule(ast.parse(code), "pages/x.py")] == []
