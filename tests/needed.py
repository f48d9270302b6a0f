"""What some tests need and not every machine has: a module without it is left out as one, with the reason."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import SHARED

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
HAS_CHROMIUM = Path(CHROMIUM).exists()
NO_CHROMIUM = "Chromium is not installed"

BRAND = SHARED / "data/brand-2014.csv"
HAS_BRAND = BRAND.exists()
NO_BRAND = "the real posts of 2014 are not beside this checkout (../shared/data/brand-2014.csv)"


def leave_out_unless(is_here: bool, why: str) -> None:
    """Called by a module before its tests: all of them are one skip where that is missing which they need."""
    if not is_here:
        pytest.skip(why, allow_module_level=True)
