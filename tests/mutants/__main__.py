"""`make mutants`: which small changes of the files that differ from BASE does no test notice? Ends with 1 if any.

With ROOMS named (`python -m tests.mutants --room bot/domain`), a sample of each of them instead, the same for the same
seed. The first run records which test executes which line (minutes); delete `.mutants` to have that done anew.
"""

import argparse
import difflib
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, zip_longest
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.changes import CODE, KINDS, Mutant, changed_code, mutants_of
from tests.mutants.trying import ROOT, SECONDS, Recorded, copy_of_the_tree, is_noticed, record

ROOMS = (
    "bot/domain", "bot/services", "bot/language", "bot/i18n", "handlers", "handlers/views", "storage", "bot/cli", "bot",
)  # fmt: skip
EQUAL = Path(__file__).with_name("equal.txt")
"""What was judged by hand to do the same: a file, what stands there and what the mutant has, between tabs."""


def files_of(room: str) -> list[str]:
    """The Python files of a room, without those of the rooms inside it and of the local Slack."""
    inner = [each for each in (*ROOMS, "bot/sandbox") if each.startswith(f"{room}/")]
    found = sorted(each.relative_to(ROOT).as_posix() for each in (ROOT / room).rglob("*.py"))
    return [each for each in found if not each.startswith(tuple(f"{folder}/" for folder in inner))]


def changed_files(base: str) -> list[str]:
    listed = ["git", "diff", "--name-only", "--diff-filter=d", base]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [each for each in names if each.endswith(".py") and each in {f for room in CODE for f in files_of(room)}]


def sample(files: Iterable[str], most: int, seed: int) -> list[Mutant]:
    """At most *most* mutants of *files*, every kind in its turn."""
    mutants = [mutant for path in files for mutant in mutants_of(ROOT, path)]
    chance = random.Random(seed)  # noqa: S311
    heaps = [[each for each in mutants if each.kind == kind] for kind in KINDS]
    for heap in heaps:
        chance.shuffle(heap)
    return list(islice((each for turn in zip_longest(*heaps) for each in turn if each and _is_code(each)), most))


def _is_code(mutant: Mutant) -> bool:
    """Not so where the star before named parameters was taken for a product."""
    try:
        compile(changed_code(ROOT, mutant), mutant.path, "exec")
    except SyntaxError:
        return False
    return True


def difference(mutant: Mutant) -> tuple[str, str]:
    """The lines as they stand, and as the mutant has them."""
    before, after = (ROOT / mutant.path).read_text(encoding="utf-8"), changed_code(ROOT, mutant)
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[3:]
    return tuple("  ".join(each[1:].strip() for each in lines if each[0] == sign) for sign in "-+")


def judged() -> set[tuple[str, ...]]:
    lines = EQUAL.read_text(encoding="utf-8").splitlines() if EQUAL.exists() else []
    return {tuple(line.split("\t")) for line in lines if line and not line.startswith("#")}


def verdicts(mutants: list[Mutant], recorded: Recorded) -> Iterator[tuple[Mutant, str]]:
    """Two at a time, each in a copy of its own: *noticed*, *not noticed* or *equal*."""
    equal = judged()
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        trees = SimpleQueue()
        for folder in (one, other):
            trees.put(copy_of_the_tree(Path(folder)))

        def verdict(mutant: Mutant) -> str:
            if (mutant.path, *difference(mutant)) in equal:
                return "equal"
            tests, seconds, left_out = recorded.within(mutant, SECONDS)
            tree = trees.get()
            try:
                noticed = is_noticed(mutant, tests, seconds, tree)
            finally:
                trees.put(tree)
            return "noticed" if noticed else f"not noticed by {len(tests)} tests" + f" of {left_out}" * (left_out > 0)

        with ThreadPoolExecutor(2) as pool:
            yield from zip(mutants, pool.map(verdict, mutants), strict=True)


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--room", action="append", metavar="ROOM", help="sample this folder; may be repeated")
    parser.add_argument("--base", default="main", help="what the files are compared with (main)")
    parser.add_argument("--most", type=int, default=40, help="mutants a room, or of the changed files together (40)")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    groups = [files_of(room) for room in asked.room] if asked.room else [changed_files(asked.base)]
    mutants = [mutant for files in groups for mutant in sample(files, asked.most, asked.seed)]
    os.nice(10)
    counts: Counter[str] = Counter()
    for mutant, verdict in verdicts(mutants, record()):
        counts[" ".join(verdict.split()[:2])] += 1
        if verdict not in ("noticed", "equal"):
            before, after = difference(mutant)
            print(f"{mutant.path}:{mutant.first_line} {mutant.kind}, {verdict}\n  - {before}\n  + {after}", flush=True)
    print(*(f"{count} {verdict}" for verdict, count in counts.items()), sep=", ")
    return 1 if counts["not noticed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
