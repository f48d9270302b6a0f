"""By which rules zones go: those of the pinned package, whatever this machine has."""

import subprocess
import sys
import zoneinfo
from datetime import UTC, datetime
from importlib import resources
from zoneinfo import ZoneInfo

ASK = """
import zoneinfo
from {module} import {name}
{call}
print(zoneinfo.TZPATH)
"""


def test_the_pinned_database_decides_on_every_machine() -> None:
    with resources.files("tzdata").joinpath("zoneinfo/America/Vancouver").open("rb") as file:
        pinned = ZoneInfo.from_file(file)
    winter = datetime(2026, 12, 1, 12, tzinfo=UTC)

    assert zoneinfo.TZPATH == ()
    assert winter.astimezone(ZoneInfo("America/Vancouver")).utcoffset() == winter.astimezone(pinned).utcoffset()


def test_the_command_line_turns_to_it_first_of_all() -> None:
    asked = ASK.format(module="bot.__main__", name="main", call="main(['check', '--store', 'memory:///'])")

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout.splitlines()[-1] == "()"
