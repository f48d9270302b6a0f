"""Which day a date in figures means in a file, and a file without anything in it."""

import pytest

from tests.handlers.exchange.test_files import answer_to, csv, words_of
from tests.handlers.posting import posts


@pytest.mark.parametrize(
    ("reader", "day", "said"),
    [("UAMY", "2026-11-12", "je les lis jj/mm/aaaa"), ("UBOB", "2026-11-12", "dd/mm/yyyy")],
)
def test_a_day_with_two_readings_is_read_as_its_reader_writes_days_and_it_is_said(stage, reader, day, said):
    hand = stage.slack.hand(reader)
    head = "title,platform,state,date\n"

    preview = answer_to(hand, csv(f"{head}Tea,x,published,12/11/2026\nCake,x,published,2026-11-20\n"))
    hand.press(preview, "import.confirm")

    assert said in words_of(preview)
    assert [each.due.wall[:10] for each in posts(stage)] == [day, "2026-11-20"]


def test_a_month_comes_first_where_another_line_leaves_no_other_reading(stage):
    amy = stage.slack.hand("UAMY")

    preview = answer_to(
        amy, csv("title,platform,state,date\nTea,x,published,11/12/2026\nCake,x,published,11/20/2026\n")
    )
    amy.press(preview, "import.confirm")

    assert "je les lis" not in words_of(preview)
    assert [each.due.wall[:10] for each in posts(stage)] == ["2026-11-12", "2026-11-20"]


def test_a_day_without_a_time_is_due_at_the_hour_that_the_preview_says(stage):
    bob = stage.slack.hand("UBOB")

    preview = answer_to(bob, csv("title,platform,date\nTea,x,2026-12-11\n"))
    bob.press(preview, "import.confirm")

    assert "no time: due at 09:00" in words_of(preview)
    assert [each.due.wall for each in posts(stage)] == ["2026-12-11T09:00"]


@pytest.mark.parametrize("name", ["calendar.csv", "calendar.ics"])
@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_file_is_told_that_it_is_empty(stage, bob, name, text):
    answer = answer_to(bob, csv(text, name=name))

    assert "it is empty" in words_of(answer)
    assert "column names" not in words_of(answer)


def test_a_report_of_a_program_has_its_own_order_whoever_brings_it(stage):
    amy = stage.slack.hand("UAMY")

    preview = answer_to(amy, csv("Description,Publish time,Reach\nTea,11/12/2026 10:00,5\n", name="facebook.csv"))

    assert "je les lis mm/jj/aaaa" in words_of(preview)
