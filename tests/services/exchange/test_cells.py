"""Single cells: numbers and amounts as anybody writes them, and what a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.exchange.columns import Unreadable, count, money
from bot.services.exchange.csv_tables import neutral, restored


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1200", 1200),
        ("1,200", 1200),
        ("1.200", 1200),
        ("1 200", 1200),
        ("1\u202f200", 1200),
        ("12.0", 12),
        ("-", None),
    ],
)
def test_counts_are_read_in_any_locale(cell: str, number: int | None) -> None:
    assert count("reach", cell) == number


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(Unreadable):
        count("reach", "-5")


@pytest.mark.parametrize(("cell", "amount"), [("1,234.50", 1234.5), ("1.234,50", 1234.5), ("12,5 €", 12.5), ("", None)])
def test_amounts_are_read_in_any_locale(cell: str, amount: float | None) -> None:
    assert money("spend", cell) == amount


@given(st.text(max_size=30))
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised_and_comes_back_whole(cell: str) -> None:
    safe = neutral(cell)

    assert restored(safe) == cell or safe == cell
    assert not safe.startswith(("=", "@", "\t", "\r"))
