"""Follows names to where they are bound, and parameters to every call of their function."""

import ast
import builtins
import typing
from functools import partial
from typing import Any

from tests.i18n.modules import (
    BINDING,
    COMPREHENSIONS,
    FUNCTIONS,
    Module,
    argument_of,
    default_of,
    found_in,
    own,
    owner_of,
    parameters,
)
from tests.i18n.values import Known, Some, Unknown, Value, all_at, is_vague


class Names:
    """What a name can be; what else an expression can be is for those below it."""

    def __init__(self) -> None:
        self._bound: dict[ast.AST, list[ast.AST]] = {}

    def values(self, node: ast.expr, module: Module, depth: int = 0) -> tuple[Value, ...]:
        raise NotImplementedError

    def _items(self, node: ast.expr, module: Module, depth: int) -> list[Value]:
        raise NotImplementedError

    def calls_of(self, made: Any) -> list[tuple[Module, ast.Call]]:
        raise NotImplementedError

    def _name(self, node: ast.Name, module: Module, depth: int) -> tuple[Value, ...]:
        for place in module.around(node):
            found = self._bound_in(place, node.id, module, depth)
            if found:
                return tuple(found)
        if hasattr(module.loaded, node.id):
            return (Known(getattr(module.loaded, node.id)),)
        raise Unknown(node.id)

    def _bound_in(self, place: ast.AST, name: str, module: Module, depth: int) -> list[Value]:
        """What *name* can be where *place* itself binds it; nothing where it does not."""
        if isinstance(place, COMPREHENSIONS):
            return [
                each
                for loop in place.generators
                for each in self._taken(loop.target, name, lambda loop=loop: self._items(loop.iter, module, depth))
            ]
        if not isinstance(place, FUNCTIONS):
            return []
        found = [each for node in self._binding(place) for each in self._bound_by(node, name, module, depth)]
        if any(each.arg == name for each in parameters(place)):
            found += self._given_as(place, name, module, depth)
        return found

    def _binding(self, place: ast.FunctionDef | ast.Lambda) -> list[ast.AST]:
        """What binds names in a function."""
        if place not in self._bound:
            body = place.body if isinstance(place.body, list) else [place.body]
            self._bound[place] = [node for part in body for node in own(part) if isinstance(node, BINDING)]
        return self._bound[place]

    def _bound_by(self, node: ast.AST, name: str, module: Module, depth: int) -> list[Value]:
        if isinstance(node, ast.Assign):
            value = node.value
            return [
                each
                for target in node.targets
                for each in self._taken(target, name, lambda: list(self.values(value, module, depth)))
            ]
        if isinstance(node, ast.AnnAssign | ast.NamedExpr | ast.AugAssign) and node.value is not None:
            value = node.value
            return self._taken(node.target, name, lambda: list(self.values(value, module, depth)))
        if isinstance(node, ast.For):
            return self._taken(node.target, name, lambda: self._items(node.iter, module, depth))
        if isinstance(node, ast.ExceptHandler) and node.name == name and isinstance(node.type, ast.Name):
            return [Some(getattr(module.loaded, node.type.id, getattr(builtins, node.type.id, None)))]
        return []

    def _taken(self, target: ast.expr, name: str, found: typing.Callable[[], list[Value]]) -> list[Value]:
        """Of what is bound to *target*, what falls to *name*."""
        if isinstance(target, ast.Name):
            return found() if target.id == name else []
        if isinstance(target, ast.Tuple):
            for at, part in enumerate(target.elts):
                if any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(part)):
                    return self._taken(part, name, partial(all_at, found, at))
        return []

    def _given_as(self, place: ast.AST, name: str, module: Module, depth: int) -> list[Value]:
        """What a parameter can be: by its type, else by what every call gives."""
        if not isinstance(place, ast.FunctionDef):
            raise Unknown(name)
        owner = owner_of(module, place)
        if owner is not None and name in ("self", "cls"):
            return [Some(getattr(module.loaded, owner.name))]
        made = found_in(module, place)
        hint = typing.get_type_hints(made).get(name) if made is not None else None
        if hint is not None and not is_vague(hint):
            return [Some(hint)]
        made = getattr(module.loaded, owner.name) if owner is not None and place.name == "__init__" else made
        at = [each.arg for each in parameters(place)].index(name) - (1 if owner is not None else 0)
        found = [
            each
            for home, call in self.calls_of(made)
            if (argument := argument_of(call, name, at)) is not None
            for each in self.values(argument, home, depth)
        ]
        default = default_of(place, name)
        found += self.values(default, module, depth) if default is not None else ()
        if not found:
            raise Unknown(f"{place.name}({name})")
        return found
