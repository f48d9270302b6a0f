"""`make bench`: every bench of this folder, or those that are named (`python -m tests.bench commands ticks`)."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import tests.bench


def names() -> list[str]:
    """The modules of this folder that can be run, the product's own costs first."""
    found = [each.name for each in iter_modules(tests.bench.__path__) if not each.name.startswith("_")]
    first = [name for name in ("commands", "ticks") if name in found]
    return [*first, *(name for name in found if name not in first)]


def main(wanted: list[str]) -> None:
    for name in wanted or names():
        bench = import_module(f"tests.bench.{name}")
        print(f"\n{name}: {(bench.__doc__ or '').splitlines()[0]}", flush=True)
        print(*bench.run(), sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
