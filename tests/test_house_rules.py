"""What is checked before a commit, by everybody and on the forge is the same."""

import subprocess
from pathlib import Path

import yaml

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text()


def recipe(target: str) -> list[str]:
    """The commands of a target of the Makefile, with its variables put in."""
    after = MAKEFILE.split(f"\n{target}:", 1)[1].splitlines()[1:]
    lines = [line[1:] for line in after[: next(at for at, line in enumerate(after) if not line.startswith("\t"))]]
    return [line.replace("$(BIN)", ".venv/bin").replace("$(MAKE)", "make") for line in lines]


def test_the_hooks_before_a_commit_and_a_push_are_the_commands_of_make_check() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]

    assert [hook["entry"] for hook in hooks] == recipe("check")


def test_the_forge_runs_what_ci_runs_and_ci_ends_with_make_check() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text())["jobs"]
    last = Path(ROOT / ".ci/run").read_text().rstrip().splitlines()[-1]

    assert [step["run"] for step in jobs["check"]["steps"] if "run" in step] == [".ci/run"]
    assert (last, recipe("check")[-1]) == ("exec make check", "make test")


def test_make_help_names_every_target_that_people_call() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout  # a make above this one, as in `make check`, would have the folder printed
    phony = MAKEFILE.split(".PHONY:", 1)[1].splitlines()[0].split()

    assert [line.split()[1] for line in told.splitlines()] == phony
