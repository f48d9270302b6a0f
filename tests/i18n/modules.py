"""The files of the code, read without being run: what stands around a place, who calls what, what binds a name."""

import ast
import importlib
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = (ast.FunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
BINDING = (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.AugAssign, ast.For, ast.ExceptHandler)


@dataclass
class Module:
    """One file of the code."""

    path: Path
    name: str
    tree: ast.Module = field(repr=False)

    @property
    def place(self) -> str:
        return str(self.path.relative_to(ROOT)) if self.path.is_relative_to(ROOT) else self.path.name

    @cached_property
    def loaded(self) -> types.ModuleType:
        return importlib.import_module(self.name)

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """What *node* stands in, the nearest first."""
        while node in self.parents:
            node = self.parents[node]
            yield node


def modules_of(*rooms: str, root: Path = ROOT) -> list[Module]:
    paths = [path for room in rooms for path in sorted((root / room).rglob("*.py")) if "sandbox" not in path.parts]
    return [_module(path, root) for path in paths]


def _module(path: Path, root: Path) -> Module:
    name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    return Module(path=path, name=name, tree=ast.parse(path.read_text(encoding="utf-8")))


def name_called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_in(op: ast.cmpop) -> bool:
    return isinstance(op, ast.In | ast.NotIn)


def conditions(node: ast.AST, module: Module) -> Iterator[tuple[ast.expr, bool]]:
    """The tests that stand before *node* in its function, and how each came out."""
    inner = node
    for outer in module.around(node):
        if isinstance(outer, ast.If | ast.IfExp) and inner is not outer.test:
            body = outer.body if isinstance(outer.body, list) else [outer.body]
            yield outer.test, inner in body
        elif isinstance(outer, COMPREHENSIONS) and not isinstance(inner, ast.comprehension):
            yield from ((test, True) for loop in outer.generators for test in loop.ifs)
        elif isinstance(outer, ast.BoolOp):
            yield from ((each, isinstance(outer.op, ast.And)) for each in outer.values[: outer.values.index(inner)])  # type: ignore[arg-type]
        if isinstance(inner, ast.stmt):
            yield from ((each.test, False) for each in _before(inner, outer) if _ends(each))
        if isinstance(outer, FUNCTIONS):
            return
        inner = outer


def _before(inner: ast.stmt, outer: ast.AST) -> list[ast.If]:
    blocks = [getattr(outer, name, None) for name in ("body", "orelse")]
    block = next((each for each in blocks if isinstance(each, list) and inner in each), [])
    return [each for each in block[: block.index(inner)] if isinstance(each, ast.If)] if block else []


def _ends(test: ast.If) -> bool:
    """Whether the code goes no further where the test holds."""
    return not test.orelse and isinstance(test.body[-1], ast.Return | ast.Raise | ast.Continue)


def below(made: Any) -> list[type]:
    return made.__subclasses__() if isinstance(made, type) else []


def is_call_of(made: Any, called: ast.expr, home: Module) -> bool:
    """Whether *called*, as it is named in *home*, is *made*; of a method, whatever goes by its name."""
    if isinstance(called, ast.Name):
        found = getattr(home.loaded, called.id, None)
        return found is made or (isinstance(made, type) and isinstance(found, type) and issubclass(found, made))
    before = called.value if isinstance(called, ast.Attribute) else called
    owner = getattr(home.loaded, before.id, None) if isinstance(before, ast.Name) else None
    if isinstance(owner, types.ModuleType):
        return getattr(owner, name_called(called), None) is made
    return "." in getattr(made, "__qualname__", "")


def own(node: ast.AST) -> Iterator[ast.AST]:
    """*node* and what is in it, without what has names of its own."""
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        return
    yield node
    for each in ast.iter_child_nodes(node):
        if not isinstance(each, COMPREHENSIONS):
            yield from own(each)


def parameters(place: ast.FunctionDef | ast.Lambda) -> list[ast.arg]:
    return [*place.args.posonlyargs, *place.args.args, *place.args.kwonlyargs]


def default_of(place: ast.FunctionDef, name: str) -> ast.expr | None:
    plain = [*place.args.posonlyargs, *place.args.args]
    by_place = dict(zip([each.arg for each in reversed(plain)], reversed(place.args.defaults), strict=False))
    by_name = dict(zip([each.arg for each in place.args.kwonlyargs], place.args.kw_defaults, strict=True))
    return by_place.get(name) or by_name.get(name)


def argument_of(call: ast.Call, name: str, at: int) -> ast.expr | None:
    named = next((each.value for each in call.keywords if each.arg == name), None)
    return named or (call.args[at] if 0 <= at < len(call.args) else None)


def owner_of(module: Module, place: ast.FunctionDef) -> ast.ClassDef | None:
    return next((each for each in module.around(place) if isinstance(each, ast.ClassDef)), None)


def found_in(module: Module, place: ast.FunctionDef) -> Any:
    """The function itself."""
    owner = owner_of(module, place)
    return getattr(getattr(module.loaded, owner.name, None) if owner else module.loaded, place.name, None)
