"""A pytest plugin: which test executes which line, kept as coverage's dynamic contexts in $PARUTION_RECORDED."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from tests.mutants.changes import CODE

ROOT = Path(__file__).resolve().parents[2]
RECORDED = Path(os.environ["PARUTION_RECORDED"])

_seconds: dict[str, float] = {}
_failed: set[str] = set()
_coverage = Coverage(
    data_file=RECORDED,
    data_suffix=True,
    source=[str(ROOT / room) for room in CODE],
    omit=[str(ROOT / "bot" / "sandbox" / "*")],
    config_file=False,
)
_coverage.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Whatever a thread executes meanwhile counts for the test that is on."""
    _coverage.switch_context(item.nodeid)
    try:
        return (yield)
    finally:
        _coverage.switch_context("")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration
    if report.failed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Every worker keeps its own; the durations come to each process that reports, so the last of them has all."""
    _coverage.stop()
    _coverage.save()
    passed = {test: seconds for test, seconds in _seconds.items() if test not in _failed}
    RECORDED.with_name(f"{RECORDED.name}.{os.getpid()}.json").write_text(json.dumps(passed), encoding="utf-8")
