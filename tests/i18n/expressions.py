"""Reads expressions: what each sort of them can be, from what its parts can be."""

import ast
import builtins
import itertools
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from tests.i18n.modules import Module, argument_of, found_in, name_called
from tests.i18n.names import Names
from tests.i18n.values import (
    Known,
    Many,
    Pairs,
    Row,
    Some,
    Unknown,
    Value,
    at_place,
    attribute_of,
    each_of,
    each_once,
    is_vague,
    pairs_of,
    plain,
)


class Expressions(Names):
    """One method for each sort of expression, by the name of its node."""

    def _constant(self, node: ast.Constant, module: Module, depth: int) -> tuple[Value, ...]:
        return (Known(node.value),)

    def _joinedstr(self, node: ast.JoinedStr, module: Module, depth: int) -> tuple[Value, ...]:
        parts = [self._part(each, module, depth) for each in node.values]
        return tuple(Known("".join(words)) for words in itertools.product(*parts))

    def _part(self, node: ast.expr, module: Module, depth: int) -> list[str]:
        found = self.values(node.value if isinstance(node, ast.FormattedValue) else node, module, depth)
        if not all(isinstance(each, Known) for each in found):
            raise Unknown(ast.unparse(node))
        return [str(each.value) for each in found if isinstance(each, Known)]

    def _binop(self, node: ast.BinOp, module: Module, depth: int) -> tuple[Value, ...]:
        left, right = (self.values(each, module, depth) for each in (node.left, node.right))
        if isinstance(node.op, ast.BitOr):
            return (*left, *right)
        both = itertools.product(left, right)
        if not isinstance(node.op, ast.Add):
            raise Unknown(ast.unparse(node))
        return tuple(Known(a.value + b.value) for a, b in both if isinstance(a, Known) and isinstance(b, Known))

    def _ifexp(self, node: ast.IfExp, module: Module, depth: int) -> tuple[Value, ...]:
        return (*self.values(node.body, module, depth), *self.values(node.orelse, module, depth))

    def _boolop(self, node: ast.BoolOp, module: Module, depth: int) -> tuple[Value, ...]:
        found = [each for part in node.values for each in self.values(part, module, depth)]
        return tuple(each for each in found if each != Known(None) and each != Known(""))

    def _namedexpr(self, node: ast.NamedExpr, module: Module, depth: int) -> tuple[Value, ...]:
        return self.values(node.value, module, depth)

    def _tuple(self, node: ast.Tuple, module: Module, depth: int) -> tuple[Value, ...]:
        if any(isinstance(each, ast.Starred) for each in node.elts):
            return self._list(node, module, depth)
        return (Row(tuple(self._lenient(each, module, depth) for each in node.elts)),)

    def _list(self, node: ast.Tuple | ast.List | ast.Set, module: Module, depth: int) -> tuple[Value, ...]:
        found: list[Value] = []
        for each in node.elts:
            if isinstance(each, ast.Starred):
                found += self._items(each.value, module, depth)
            else:
                found += self.values(each, module, depth)
        return (Many(each_once(found)),)

    _set = _list

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp, module: Module, depth: int) -> tuple[Value, ...]:
        return (Many(self.values(node.elt, module, depth)),)

    _generatorexp = _setcomp = _listcomp

    def _dict(self, node: ast.Dict, module: Module, depth: int) -> tuple[Value, ...]:
        rows: list[tuple[tuple[Value, ...], tuple[Value, ...]]] = []
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                rows += [row for each in self.values(value, module, depth) for row in pairs_of(each).rows]
            else:
                rows.append((self.values(key, module, depth), self._lenient(value, module, depth)))
        return (Pairs(tuple(rows)),)

    def _dictcomp(self, node: ast.DictComp, module: Module, depth: int) -> tuple[Value, ...]:
        return (Pairs(((self.values(node.key, module, depth), self._lenient(node.value, module, depth)),)),)

    def _lenient(self, node: ast.expr, module: Module, depth: int) -> tuple[Value, ...]:
        try:
            return self.values(node, module, depth)
        except Unknown:
            return (Some(object),)

    def _subscript(self, node: ast.Subscript, module: Module, depth: int) -> tuple[Value, ...]:
        found = self.values(node.value, module, depth)
        at = node.slice.value if isinstance(node.slice, ast.Constant) else None
        return tuple(item for each in found for item in at_place(each, at))

    def _attribute(self, node: ast.Attribute, module: Module, depth: int) -> tuple[Value, ...]:
        found = self.values(node.value, module, depth)
        return tuple(
            item for each in found if each != Known(None) for item in self._of_attribute(each, node.attr, depth)
        )

    def _of_attribute(self, value: Value, name: str, depth: int) -> tuple[Value, ...]:
        try:
            return (attribute_of(value, name),)
        except Unknown:
            owner = plain(value.type) if isinstance(value, Some) else None
            if is_dataclass(owner):
                return self._made_with(owner, name, depth)
            return self._set_in(owner, name, depth)

    def _set_in(self, owner: Any, name: str, depth: int) -> tuple[Value, ...]:
        """What an attribute is set to where an object is made."""
        home, init = self._definition(getattr(owner, "__init__", None))
        for node in ast.walk(init):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == f"self.{name}":
                return self.values(node.value, home, depth)
        raise Unknown(f"{owner}.{name}")

    def _made_with(self, owner: Any, name: str, depth: int) -> tuple[Value, ...]:
        """What every making of a dataclass puts into a field, its default included."""
        names = [each.name for each in fields(owner)]
        if name not in names:
            raise Unknown(f"{owner.__name__}.{name}")
        found: list[Value] = []
        for module, call in self.calls_of(owner):
            argument = argument_of(call, name, names.index(name))
            found += self.values(argument, module, depth) if argument is not None else ()
        default = next(each.default for each in fields(owner) if each.name == name)
        return (*found, *([] if default is MISSING else [Known(default)]))

    def _call(self, node: ast.Call, module: Module, depth: int) -> tuple[Value, ...]:
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("items", "keys", "values", "get"):
            return self._asked_of_pairs(node.func, node.args, module, depth)
        name = name_called(node.func)
        if name in ("tuple", "list", "sorted", "set", "reversed", "frozenset"):
            return (Many(tuple(self._items(node.args[0], module, depth))),)
        if name == "next":
            items = self._items(node.args[0], module, depth)
            return (*items, *(item for each in node.args[1:] for item in self.values(each, module, depth)))
        if name == "enumerate":
            return (Many((Row(((Some(int),), tuple(self._items(node.args[0], module, depth)))),)),)
        if name == "zip":
            return (Many((Row(tuple(tuple(self._items(each, module, depth)) for each in node.args)),)),)
        if name == "str" or (name == "replace" and isinstance(node.func, ast.Name)):
            return self.values(node.args[0], module, depth)
        return self._returned(node, module, depth)

    def _asked_of_pairs(
        self, asked: ast.Attribute, args: list[ast.expr], module: Module, depth: int
    ) -> tuple[Value, ...]:
        found = [pairs_of(each) for each in self.values(asked.value, module, depth)]
        if asked.attr == "get":
            return tuple(item for pairs in found for item in self._got(pairs, args, module, depth))
        if asked.attr == "items":
            return tuple(Many(tuple(Row(row) for row in pairs.rows)) for pairs in found)
        return tuple(Many(getattr(pairs, asked.attr)) for pairs in found)

    def _got(self, pairs: Pairs, args: list[ast.expr], module: Module, depth: int) -> Iterator[Value]:
        """What `get` gives for each key that it can be asked for; all there is where that is not known."""
        otherwise = [each for arg in args[1:] for each in self.values(arg, module, depth)]
        is_itself = len(args) > 1 and ast.unparse(args[0]) == ast.unparse(args[1])
        for key in self._lenient(args[0], module, depth):
            rows = [values for keys, values in pairs.rows if key in keys or not isinstance(key, Known)]
            yield from (each for values in rows for each in values)
            yield from () if rows and isinstance(key, Known) else [key] if is_itself else otherwise

    def _returned(self, node: ast.Call, module: Module, depth: int) -> tuple[Value, ...]:
        """What a function of the code returns: by its type, else by what its returns can be."""
        made = self._callee(node.func, module, depth)
        if isinstance(made, type):
            return (Some(made),)
        hint = typing.get_type_hints(made).get("return") if callable(made) else None
        if hint is None:
            raise Unknown(ast.unparse(node))
        if not is_vague(hint):
            return (Some(hint),)
        home, function = self._definition(made)
        returns = [each for each in ast.walk(function) if isinstance(each, ast.Return) and each.value is not None]
        return tuple(item for each in returns if each.value for item in self.values(each.value, home, depth))

    def _callee(self, node: ast.expr, module: Module, depth: int) -> Any:
        if isinstance(node, ast.Attribute):
            for each in self.values(node.value, module, depth):
                owner = each.value if isinstance(each, Known) else each.type if isinstance(each, Some) else None
                found = getattr(plain(owner), node.attr, None)
                if found is not None:
                    return found
        elif isinstance(node, ast.Name):
            return getattr(module.loaded, node.id, getattr(builtins, node.id, None))
        raise Unknown(ast.unparse(node))

    def _definition(self, made: Any) -> tuple[Module, ast.FunctionDef]:
        for module in self.modules:
            if module.name == getattr(made, "__module__", ""):
                for node in module.parents:
                    if isinstance(node, ast.FunctionDef) and found_in(module, node) is made:
                        return module, node
        raise Unknown(str(made))

    def _items(self, node: ast.expr, module: Module, depth: int) -> list[Value]:
        return [item for each in self.values(node, module, depth) for item in each_of(each)]
