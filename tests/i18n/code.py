"""The code as a whole: what an expression in it can be, found without running it.

Enough to know every key it can ask a text by: names are followed to where they are bound, parameters to every call of
their function, types to their members; tests that stand before a place leave out what cannot come there.
"""

import ast
import itertools
from collections.abc import Iterable
from typing import Any

from tests.i18n.expressions import Expressions
from tests.i18n.modules import Module, below, conditions, is_call_of, is_in, name_called
from tests.i18n.values import Known, Unknown, Value, each_of, each_once, members

DEEPEST = 40
HALFWAY = 20


class Code(Expressions):
    """The modules together: who calls what, and what an expression in one of them can be.

    *given*: by file and expression, what one can be that is not to be found out.
    """

    def __init__(self, modules: Iterable[Module], given: dict[tuple[str, str], Iterable[Any]] | None = None) -> None:
        super().__init__()
        self.modules = list(modules)
        self.given: dict[str, dict[str, Iterable[Any]]] = {}
        for (place, text), values in (given or {}).items():
            self.given.setdefault(place, {})[text] = values
        self.used: set[tuple[str, str]] = set()
        self._known: dict[ast.expr, tuple[Value, ...] | Unknown] = {}
        self._calls: dict[str, list[tuple[Module, ast.Call]]] = {}
        for module in self.modules:
            for node in module.parents:
                if isinstance(node, ast.Call):
                    self._calls.setdefault(name_called(node.func), []).append((module, node))

    def calls_of(self, made: Any) -> list[tuple[Module, ast.Call]]:
        """Where the code calls a function or makes an object of a class, or of one below it."""
        names = [made.__name__, *(each.__name__ for each in below(made))]
        calls = (each for name in names for each in self._calls.get(name, []))
        return [(home, call) for home, call in calls if is_call_of(made, call.func, home)]

    def texts(self, node: ast.expr, module: Module) -> set[str]:
        """The strings that *node* can be. Raises `Unknown`."""
        found = [each for each in self.values(node, module) if each != Known(None)]
        if not all(isinstance(each, Known) and isinstance(each.value, str | int) for each in found):
            raise Unknown(ast.unparse(node))
        return {str(each.value) for each in found if isinstance(each, Known)}

    def values(self, node: ast.expr, module: Module, depth: int = 0) -> tuple[Value, ...]:
        """What *node* can be. Raises `Unknown`."""
        found = self._known.get(node)
        if found is None:
            try:
                found = self._read(node, module, depth)
            except Unknown as why:
                found = why
            if depth < HALFWAY:  # what was given up for its depth is read again from nearer by
                self._known[node] = found
        if isinstance(found, Unknown):
            raise found
        return found

    def _read(self, node: ast.expr, module: Module, depth: int) -> tuple[Value, ...]:
        given = self._given_for(node, module)
        read = getattr(self, f"_{type(node).__name__.lower()}", None)
        if given is None and (read is None or depth > DEEPEST):
            raise Unknown(ast.unparse(node))
        try:
            found: tuple[Value, ...] = read(node, module, depth + 1) if given is None and read else given or ()
        except (AttributeError, IndexError, KeyError, NameError, TypeError) as error:
            raise Unknown(ast.unparse(node)) from error
        every = each_once(itertools.chain.from_iterable(members(each) for each in found))
        return self._left(every, node, module) if isinstance(node, ast.Name | ast.Attribute) else every

    def _given_for(self, node: ast.expr, module: Module) -> tuple[Value, ...] | None:
        asked = self.given.get(module.place)
        text = ast.unparse(node) if asked else ""
        if asked is None or text not in asked:
            return None
        self.used.add((module.place, text))
        return tuple(Known(each) for each in asked[text])

    def _left(self, found: tuple[Value, ...], node: ast.expr, module: Module) -> tuple[Value, ...]:
        """Of what *node* can be, what the conditions leave under which the code comes there."""
        tests = list(conditions(node, module))
        asked = ast.unparse(node) if tests else ""
        for test, holds in tests:
            found = tuple(each for each in found if self._may(test, asked, each, module, holds=holds))
        return found

    def _may(self, test: ast.expr, asked: str, value: Value, module: Module, *, holds: bool) -> bool:
        """Whether *test* can come out as *holds* where the expression *asked* is *value*."""
        test = test.target if isinstance(test, ast.NamedExpr) else test
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return self._may(test.operand, asked, value, module, holds=not holds)
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) is holds:
            return all(self._may(each, asked, value, module, holds=holds) for each in test.values)
        if not isinstance(value, Known):
            return True
        if ast.unparse(test) == asked:
            return bool(value.value) is holds
        if not isinstance(test, ast.Compare) or len(test.ops) != 1 or ast.unparse(test.left) != asked:
            return True
        return self._compares(test, value, module, holds=holds)

    def _compares(self, test: ast.Compare, value: Known, module: Module, *, holds: bool) -> bool:
        try:
            others = self.values(test.comparators[0], module)
        except Unknown:
            return True
        against = [item for each in others for item in (each_of(each) if is_in(test.ops[0]) else (each,))]
        if not all(isinstance(each, Known) for each in against):
            return True
        is_positive = isinstance(test.ops[0], ast.Eq | ast.Is | ast.In)
        if isinstance(test.ops[0], ast.Eq | ast.Is | ast.In | ast.NotEq | ast.IsNot | ast.NotIn):
            return (value in against) is (holds is is_positive)
        return True

    # --- Expressions
