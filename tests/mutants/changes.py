"""The small changes: Cosmic Ray's operators that make a believable mistake, and three of our own in its form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator

_THEIRS = {
    "boundary": ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt"),
    "negated": ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
    "arithmetic": ("Add_Sub", "Sub_Add", "Mul_FloorDiv", "Div_Mul", "FloorDiv_Mul", "Mod_FloorDiv"),
    "constant": ("NumberReplacer", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
    "logic": ("ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceUnaryOperator_Delete_Not"),
    "loop": ("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop"),
}
_FAMILIES = {
    "boundary": "ReplaceComparisonOperator_",
    "negated": "ReplaceComparisonOperator_",
    "arithmetic": "ReplaceBinaryOperator_",
}
_LISTS = ("arglist", "testlist_comp", "dictorsetmaker")
CODE = ("bot", "handlers", "storage")
_COMPREHENSIONS = ("comp_for", "sync_comp_for")
_UNTOUCHED = ("decorator", "import_from", "import_name")


def _is_comprehension(node) -> bool:
    return any(each.type in _COMPREHENSIONS for each in node.children)


class SwapEntries(Operator):
    """Two neighbours of a call, a tuple, a list or a dict change places; of named ones only the values do.

    A set has no order.
    """

    def mutation_positions(self, node):
        for one, other in self._pairs(node):
            yield one[0].children[one[1]].start_pos, other[0].children[other[1]].end_pos

    def mutate(self, node, index):
        (of, one), (at, other) = list(self._pairs(node))[index]
        of.children[one], at.children[other] = at.children[other], of.children[one]
        return node

    def _pairs(self, node):
        if node.type in _LISTS and not self._is_set(node) and not _is_comprehension(node):
            for (named, *one), (named_beside, *other) in pairwise(self._places(node)):
                codes = [of.children[at].get_code().strip() for of, at in (one, other)]
                if named == named_beside and codes[0] != codes[1]:
                    yield one, other

    @staticmethod
    def _is_set(node):
        return node.type == "dictorsetmaker" and not {":", "**"} & {each.get_code().strip() for each in node.children}

    @staticmethod
    def _places(node):
        """Whether it has a name, the node that holds it, and where."""
        is_dict = node.type == "dictorsetmaker" and ":" in node.children
        for at, child in enumerate(node.children):
            if is_dict:
                if child == ":":
                    yield True, node, at + 1
            elif child.type == "argument" and child.children[1] == "=":
                yield True, child, 2
            elif child.type not in ("operator", "star_expr", "argument"):
                yield False, node, at

    @classmethod
    def examples(cls):
        return (Example("f(a, b)", "f( b,a)"),)


class SwapBranches(Operator):
    """`a if c else b` gives what it gave otherwise."""

    def mutation_positions(self, node):
        if node.type == "ternary":
            yield node.start_pos, node.end_pos

    def mutate(self, node, index):
        first, last = node.children[0].get_first_leaf(), node.children[4].get_first_leaf()
        first.prefix, last.prefix = last.prefix, first.prefix
        node.children[0], node.children[4] = node.children[4], node.children[0]
        return node

    @classmethod
    def examples(cls):
        return (Example("x = a if c else b", "x = b if c else a"),)


class DropTerm(Operator):
    """One term of an `and`, an `or` or a sum is left out."""

    def mutation_positions(self, node):
        if node.type in ("and_test", "or_test") or (node.type == "arith_expr" and "-" not in node.children):
            for term in node.children[::2]:
                yield term.start_pos, term.end_pos

    def mutate(self, node, index):
        prefix = node.get_first_leaf().prefix
        at = index * 2
        del node.children[max(at - 1, 0) : max(at, 1) + 1]
        node.get_first_leaf().prefix = prefix
        return node

    @classmethod
    def examples(cls):
        return (Example("x = a and b", "x = b"),)


_OWN = {"swapped": (SwapEntries, SwapBranches), "dropped": (DropTerm,)}
KINDS = (*_OWN, *_THEIRS)


@dataclass(frozen=True, slots=True)
class Mutant:
    """The *occurrence*-th place (from 0) in *path* (from the root) that *operator* of *kind* can change."""

    path: str
    kind: str
    operator: str
    occurrence: int
    first_line: int
    last_line: int


@cache
def _operators(kind: str) -> dict[str, Operator]:
    own = {each.__name__: each() for each in _OWN.get(kind, ())}
    names = [_FAMILIES.get(kind, "") + name for name in _THEIRS.get(kind, ())]
    return own | {name: get_operator(f"core/{name}")() for name in names}


def _annotations(node) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where types stand, and whatever else does not change what is done."""
    for each in ast_nodes(node):
        if each.type in _UNTOUCHED or (each.type == "expr_stmt" and each.children[0].get_code().strip() == "OFFERS"):
            yield each.start_pos, each.end_pos
        elif each.type in ("annassign", "tfpdef"):
            at = 1 if each.type == "annassign" else 2
            yield each.children[at].start_pos, each.children[at].end_pos
        elif each.type == "funcdef" and each.annotation:
            yield each.annotation.start_pos, each.annotation.end_pos


def mutants_of(root: Path, path: str) -> list[Mutant]:
    """All small changes of one file, in the order of their kinds."""
    tree = get_ast((root / path).read_text(encoding="utf-8"))
    nodes, left_out = list(ast_nodes(tree)), list(_annotations(tree))
    found = []
    for kind in KINDS:
        for name, operator in _operators(kind).items():
            places = [place for node in nodes for place in operator.mutation_positions(node)]
            for occurrence, (start, stop) in enumerate(places):
                if not any(begin <= start and stop <= end for begin, end in left_out):
                    found.append(Mutant(path, kind, name, occurrence, start[0], stop[0]))
    return found


def changed_code(root: Path, mutant: Mutant) -> str:
    """The file as the mutant has it."""
    code = (root / mutant.path).read_text(encoding="utf-8")
    return mutate_code(code, _operators(mutant.kind)[mutant.operator], mutant.occurrence)
