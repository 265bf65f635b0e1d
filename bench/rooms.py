"""How each hall of the code hangs together: `python -m bench.rooms`, `--root FOLDER` for another checkout.

For each hall: modules, imports among them and the longest chain of imports; then the same of its rooms: a
room is a folder of the hall, or a module that lies in the hall itself. `__init__.py` count if they import.
"""

import argparse
import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from bench.figures import table

ROOT = Path(__file__).resolve().parents[1]
HALLS = ("pages.views", "pages.figures", "pages.server", "etl", "data", "bench")
HEAD = ("hall", "modules", "imports", "depth", "rooms", "imports of rooms", "depth of rooms", "largest room")
Graph = Mapping[str, set[str]]
"""Who imports whom, by name."""


class Hall(NamedTuple):
    modules: Graph
    rooms: Graph
    largest: str
    """The room with the most modules, and how many it has."""


def read(root: Path, hall: str) -> Hall:
    """The imports within a hall of the checkout at `root`."""
    files = {_name(root, path): path for path in (root / hall.replace(".", "/")).rglob("*.py")}
    files = {name: path for name, path in files.items() if path.stem != "__init__" or _is_door(path)}
    modules = {name: {*_imports(path, files)} - {name} for name, path in files.items()}
    rooms: dict[str, set[str]] = {}
    for name, found in modules.items():
        rooms.setdefault(_room(hall, name), set()).update(_room(hall, other) for other in found)
    sizes = {room: sum(_room(hall, name) == room for name in modules) for room in rooms}
    largest = max(sizes, key=lambda room: sizes[room])
    return Hall(
        modules,
        {room: found - {room} for room, found in rooms.items()},
        f"{largest.removeprefix(f'{hall}.')} ({sizes[largest]})",
    )


def depth(graph: Graph) -> str:
    """The length of the longest chain of imports, or `circle`."""
    try:
        order = [*TopologicalSorter(graph).static_order()]
    except CycleError:
        return "circle"
    chains: dict[str, int] = {}
    for name in order:
        chains[name] = 1 + max((chains[other] for other in graph[name]), default=0)
    return str(max(chains.values(), default=0))


def _is_door(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body)


def _name(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _room(hall: str, module: str) -> str:
    return ".".join(module.split(".")[: hall.count(".") + 2])


def _imports(path: Path, files: Mapping[str, Path]) -> Iterator[str]:
    """The modules among `files` that a module imports, inside functions too; a room's door is one of them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in files)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if name in files or node.module in files:
                    yield name if name in files else node.module


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to read")
    root = parser.parse_args().root
    rows: list[tuple[object, ...]] = []
    for hall in HALLS:
        found = read(root, hall)
        numbers = [
            (len(graph), sum(map(len, graph.values())), depth(graph))
            for graph in (found.modules, found.rooms)
        ]
        rows.append((hall, *numbers[0], *numbers[1], found.largest))
    print(table(HEAD, rows))


if __name__ == "__main__":
    main()
