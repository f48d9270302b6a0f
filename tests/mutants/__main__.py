"""`make mutants`: which small changes of the files that differ from BASE does no test notice? Ends with 1 if any.

With ROOMS named (`python -m tests.mutants --room bot/domain`), a sample of each of them instead; with `--every 180`, a
sample of so many over all rooms, by their size: the same for the same seed. The first run records which test executes
which line (minutes); delete `.mutants` to have that done anew.
"""

import argparse
import difflib
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, zip_longest
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.changes import CODE, KINDS, Mutant, changed_code, mutants_of
from tests.mutants.trying import ROOT, SECONDS, Recorded, copy_of_the_tree, noticed_by, record

LEFT_OUT = "bot/sandbox"
"""The local Slack is no part of what is sent out."""
FEWEST = 2
"""Of so many the smallest room has a say, too."""
EQUAL = Path(__file__).with_name("equal.txt")
"""What was judged by hand to do the same: a file, what stands there and what the mutant has, between tabs."""


def files_of(room: str) -> list[str]:
    """The Python files of a room and of the rooms inside it, without the local Slack."""
    found = sorted(each.relative_to(ROOT).as_posix() for each in (ROOT / room).rglob("*.py"))
    return [each for each in found if not each.startswith(f"{LEFT_OUT}/")]


def rooms() -> dict[str, list[str]]:
    """Every folder and the Python files that stand in it side by side."""
    found: dict[str, list[str]] = {}
    for path in (path for top in CODE for path in files_of(top)):
        found.setdefault(str(Path(path).parent), []).append(path)
    return found


def shares(together: int, most: int) -> Iterator[tuple[list[str], int]]:
    """The files of every room and how many of *together* changes are its, by its size."""
    sizes = {room: sum((ROOT / path).stat().st_size for path in files) for room, files in rooms().items()}
    for room, files in rooms().items():
        yield files, min(max(round(together * sizes[room] / sum(sizes.values())), FEWEST), most)


def changed_files(base: str) -> list[str]:
    listed = ["git", "diff", "--name-only", "--diff-filter=d", base]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [each for each in names if each.endswith(".py") and each in {f for room in CODE for f in files_of(room)}]


def sample(files: list[str], most: int, seed: int) -> list[Mutant]:
    """At most *most* mutants of *files*, every kind in its turn; which kind is the first, chance says."""
    mutants = [mutant for path in files for mutant in mutants_of(ROOT, path)]
    chance = random.Random(f"{seed} {' '.join(files)}")  # noqa: S311
    heaps = [[each for each in mutants if each.kind == kind] for kind in chance.sample(KINDS, len(KINDS))]
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


def verdicts(mutants: list[Mutant], recorded: Recorded, processes: int) -> Iterator[tuple[Mutant, str]]:
    """So many at a time, each in a copy of its own: *noticed by …*, *not noticed …* or *equal*."""
    equal = judged()
    with tempfile.TemporaryDirectory() as folder:
        trees = SimpleQueue()
        for number in range(processes):
            trees.put(copy_of_the_tree(Path(folder) / str(number)))

        def verdict(mutant: Mutant) -> str:
            if (mutant.path, *difference(mutant)) in equal:
                return "equal"
            tests, seconds, left_out = recorded.within(mutant, SECONDS)
            tree = trees.get()
            try:
                noticed = noticed_by(mutant, tests, seconds, tree)
            finally:
                trees.put(tree)
            missed = f"not noticed by {len(tests)} tests" + f" of {left_out}" * (left_out > 0)
            return f"noticed by {noticed}" if noticed else missed

        with ThreadPoolExecutor(processes) as pool:
            yield from zip(mutants, pool.map(verdict, mutants), strict=True)


def chosen(asked: argparse.Namespace) -> list[Mutant]:
    if asked.every:
        groups = list(shares(asked.every, asked.most))
    elif asked.room:
        groups = [(files_of(room), asked.most) for room in asked.room]
    else:
        groups = [(changed_files(asked.base), asked.most)]
    return [mutant for files, most in groups for mutant in sample(files, most, asked.seed)]


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--every", type=int, metavar="NUMBER", help="sample all rooms, so many changes together")
    parser.add_argument("--room", action="append", metavar="ROOM", help="sample this folder; may be repeated")
    parser.add_argument("--base", default="main", help="what the files are compared with (main)")
    parser.add_argument("--most", type=int, default=40, help="mutants a room, or of the changed files together (40)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="how many are tried at a time (2)")
    parser.add_argument("--all", action="store_true", help="print the noticed ones, too, and what noticed them")
    asked = parser.parse_args(words)
    os.nice(10)
    mutants = chosen(asked)
    if not mutants:
        print("No code differs that could be changed.")
        return 0
    counts: Counter[str] = Counter()
    for mutant, verdict in verdicts(mutants, record(asked.processes), asked.processes):
        told = verdict.partition(" by ")[0]
        counts[told] += 1
        if asked.all or told == "not noticed":
            before, after = difference(mutant)
            print(f"{mutant.path}:{mutant.first_line} {mutant.kind}, {verdict}\n  - {before}\n  + {after}", flush=True)
    print(*(f"{count} {told}" for told, count in counts.items()), sep=", ")
    return 1 if counts["not noticed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
