"""Reads code and tells which words of a call may come from data: what is neither fixed nor escaped."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Called = tuple[ast.Call, FunctionNode | None]
NUMBERS = {
    *("len", "int", "float", "round", "sum", "max", "min"),
    *("isoformat", "match_words", "date_words", "label"),
}
"""Functions whose result is a number, a date, or words of ours."""
NUMERIC = re.compile(r"^[,.0-9]*[dfgx%]?$|%")
"""A format that only a number or a date takes."""
DEEPEST = 12


@dataclass(slots=True)
class Judge:
    """Judges expressions of one module; `escapers` are the functions that make any text inert."""

    tree: ast.Module
    escapers: frozenset[str]
    _functions: dict[str, "Own"] = field(default_factory=dict)
    _assigned: dict[ast.AST, dict[str, list[ast.expr]]] = field(default_factory=dict)

    def calls(self) -> Iterator[Called]:
        """Each call with the innermost function around it."""
        yield from self._calls(self.tree, None)

    def _calls(self, node: ast.AST, inside: FunctionNode | None) -> Iterator[Called]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield child, inside
            yield from self._calls(child, child if isinstance(child, FunctionNode) else inside)

    def doubtful(self, what: ast.AST, inside: FunctionNode | None, depth: int = 0) -> Iterator[ast.AST]:
        """The parts of an expression that may come from data and pass no escaper."""
        if depth > DEEPEST:
            return
        if isinstance(what, ast.Call):
            yield from self._call(what, inside, depth + 1)
        elif isinstance(what, ast.Name):
            yield from self._name(what, inside, depth + 1)
        elif isinstance(what, ast.Attribute | ast.Subscript):
            yield from () if _is_fixed(what) else (what,)
        else:
            for part in _parts(what):
                yield from self.doubtful(part, inside, depth + 1)

    def _call(self, call: ast.Call, inside: FunctionNode | None, depth: int) -> Iterator[ast.AST]:
        called = called_name(call)
        maps = called == "map" and call.args and _last(call.args[0]) in self.escapers
        if maps or called in self.escapers | NUMBERS:
            return
        if own := self._own().get(called):
            for value in own.returned:
                yield from self.doubtful(value, own.node, depth)
        elif called in ("join", "format", "map", "str", "sorted"):
            for part in [*call.args, *(word.value for word in call.keywords)]:
                yield from self.doubtful(part, inside, depth)
        else:
            yield call

    def _own(self) -> dict[str, "Own"]:
        """The functions of the module by name."""
        if not self._functions:
            nodes = [node for node in ast.walk(self.tree) if isinstance(node, FunctionNode)]
            self._functions |= {node.name: Own(node, _returned(node)) for node in nodes}
        return self._functions

    def _name(self, name: ast.Name, inside: FunctionNode | None, depth: int) -> Iterator[ast.AST]:
        if name.id.strip("_").isupper():
            return
        values = self._values(inside or self.tree).get(name.id)
        if not values:
            yield name
        for value in values or ():
            yield from self.doubtful(value, inside, depth)

    def _values(self, scope: ast.AST) -> dict[str, list[ast.expr]]:
        """What each local name is set to."""
        if scope not in self._assigned:
            found: dict[str, list[ast.expr]] = {}
            for node in ast.walk(scope):
                targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
                value = getattr(node, "value", None)
                if isinstance(node, ast.comprehension | ast.For):
                    value = node.iter
                elif not isinstance(node, ast.Assign | ast.AugAssign | ast.NamedExpr | ast.AnnAssign):
                    continue
                if value:
                    for target in targets:
                        _bind(target, value, found)
            self._assigned[scope] = found
        return self._assigned[scope]


class Own(NamedTuple):
    """A function of the module and what it returns."""

    node: FunctionNode
    returned: list[ast.expr]


def _returned(function: FunctionNode) -> list[ast.expr]:
    ends = [node.value for node in ast.walk(function) if isinstance(node, ast.Return | ast.Yield)]
    return [value for value in ends if value]


def _bind(target: ast.AST | None, value: ast.expr, found: dict[str, list[ast.expr]]) -> None:
    """A name, or names of a tuple beside values of one."""
    if isinstance(target, ast.Name):
        found.setdefault(target.id, []).append(value)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            _bind(one, other, found)


def _parts(what: ast.AST) -> list[ast.AST]:
    """The parts that decide: of a choice its branches, of a comprehension its element, of a number none."""
    if isinstance(what, ast.FormattedValue):
        spec = ast.unparse(what.format_spec)[2:-1] if what.format_spec else ""
        return [] if spec and NUMERIC.search(spec) else [what.value]
    if isinstance(what, ast.IfExp):
        return [what.body, what.orelse]
    if isinstance(what, ast.ListComp | ast.GeneratorExp | ast.SetComp):
        return [what.elt]
    if isinstance(what, ast.Dict):
        return [*what.values]
    if isinstance(what, ast.Compare | ast.Lambda | ast.Constant):
        return []
    return [*ast.iter_child_nodes(what)] if isinstance(what, ast.expr) else []


def called_name(call: ast.Call) -> str:
    """`button` of `st.button(…)`."""
    return _last(call.func)


def _last(function: ast.AST) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_fixed(what: ast.AST) -> bool:
    """Whether it is a part of a constant, such as `LANES[by]`."""
    while isinstance(what, ast.Attribute | ast.Subscript):
        if isinstance(what, ast.Attribute) and what.attr.strip("_").isupper():
            return True
        what = what.value
    return isinstance(what, ast.Name) and what.id.strip("_").isupper()
