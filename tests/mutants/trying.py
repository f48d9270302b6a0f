"""Try a mutant in a copy of the tree, on the tests that execute what it changes, the nearest and quickest first."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from coverage import CoverageData

from tests.mutants.changes import CODE, Mutant, changed_code

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".mutants"
KEPT, ALONG = CACHE / "recorded", CACHE / "along.json"
RECORDED, SELECTED = "PARUTION_RECORDED", "PARUTION_SELECTED"
SECONDS = 60.0
"""How long the recorded tests of one mutant may take together; what is over is left out, and said."""
MOST = 4.0
"""A run this many times as long as recorded does not end any more: that is noticed, too."""
NO_TESTS = 5
"""What pytest ends with where none of them is there any more."""
TOO_LONG = ("tests/sandbox", "tests/e2e/ledger/test_kill_deliveries.py", "tests/e2e/test_browser.py")
PYTEST = (sys.executable, "-m", "pytest", "-q")


@dataclass(frozen=True, slots=True)
class Recorded:
    """Which test executes which line, how long (s) each that passes takes, each file as it was then (a digest)."""

    data: CoverageData
    seconds: dict[str, float]
    sources: dict[str, str]

    def tests_of(self, mutant: Mutant) -> list[str]:
        """Those that execute the changed lines, and pass without the change.

        Of what is only executed at import, and of a file that was written since, those that enter the file; of a file
        of nothing but tables, those of its room.
        """
        lines = self.data.contexts_by_lineno(str(ROOT / mutant.path))
        is_as_then = self.sources.get(mutant.path) == digest(ROOT / mutant.path)
        numbers = range(mutant.first_line, mutant.last_line + 1) if is_as_then else ()
        inside = [lines.get(number, []) for number in numbers]
        found = {each for tests in inside for each in tests if each}
        found = found or {each for tests in lines.values() for each in tests if each}
        found = found or {each for each in self.seconds if is_near(each, mutant.path)}
        passing = found & self.seconds.keys()
        return sorted(passing, key=lambda each: (not is_near(each, mutant.path), self.seconds[each], each))

    def within(self, mutant: Mutant, most: float) -> tuple[list[str], float, int]:
        """The first tests of the mutant that take at most *most* seconds, what they take, how many there would be."""
        tests = self.tests_of(mutant)
        taken = list(accumulate(self.seconds[each] for each in tests))
        count = max(sum(each <= most for each in taken), 1)
        return tests[:count], taken[count - 1] if taken else 0.0, len(tests) if count < len(tests) else 0


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_near(test: str, path: str) -> bool:
    """Whether the test's file carries the name of the module or stands in the folder of its room."""
    module = Path(path)
    file = Path(test.split("::")[0])
    return module.stem in file.stem or module.parent.name == file.parent.name


def record(processes: int) -> Recorded:
    """Run the suite once, in so many *processes*, with coverage's contexts; kept in `.mutants` until it is deleted."""
    if not ALONG.exists():
        CACHE.mkdir(exist_ok=True)
        left_out = [f"--ignore={each}" for each in TOO_LONG]
        options = ["-n", str(processes), "-m", "not browser", "-p", "tests.mutants.recording", "--timeout", "300"]
        subprocess.run(
            [*PYTEST, *options, *left_out, "tests"], cwd=ROOT, env={**os.environ, RECORDED: str(KEPT)}, check=False
        )
        _put_together()
    return Recorded(_read(KEPT), **json.loads(ALONG.read_text(encoding="utf-8")))


def _put_together() -> None:
    """What each process has recorded, in one."""
    data, seconds = CoverageData(str(KEPT)), {}
    for part in sorted(CACHE.glob(f"{KEPT.name}.*")):
        if part.suffix == ".json":
            seconds |= json.loads(part.read_text(encoding="utf-8"))
        else:
            data.update(_read(part))
    data.write()
    sources = {path.relative_to(ROOT).as_posix(): digest(path) for room in CODE for path in (ROOT / room).rglob("*.py")}
    ALONG.write_text(json.dumps({"seconds": seconds, "sources": sources}), encoding="utf-8")


def _read(path: Path) -> CoverageData:
    data = CoverageData(str(path))
    data.read()
    return data


def copy_of_the_tree(folder: Path) -> Path:
    """What git knows or would add, with what stands beside the tree."""
    tree = folder / "tree"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name)
    beside = ROOT.parent / "shared"
    if beside.exists():
        (folder / "shared").symlink_to(beside.resolve())
    return tree


def noticed_by(mutant: Mutant, tests: list[str], seconds: float, tree: Path) -> str:
    """Which of *tests*, that take *seconds* as recorded, fails in *tree* with it in place; else empty."""
    if not tests:
        return ""
    path, selected = tree / mutant.path, tree.parent / "selected"
    before, kept = path.stat(), path.read_text(encoding="utf-8")
    selected.write_text("\n".join(tests), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tree), SELECTED: str(selected)}
    options = ["-x", "-n", "0", "-p", "tests.mutants.selecting", "--timeout", "60"]
    files = list(dict.fromkeys(each.split("::")[0] for each in tests))
    try:
        path.write_text(changed_code(tree, mutant), encoding="utf-8")
        ran = subprocess.run(
            [*PYTEST, *options, *files],
            cwd=tree,
            env=environment,
            timeout=60 + MOST * seconds,
            capture_output=True,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "not ending"
    finally:
        path.write_text(kept, encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    failed = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return (
        "" if ran.returncode in (0, NO_TESTS) else failed[-1].split()[1] if failed else f"an end with {ran.returncode}"
    )
