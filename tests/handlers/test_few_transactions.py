"""One read, one write: a turn reads who, where and about which strategy in one transaction, and acts in another."""

import pytest

from bot.domain.posts import PostKind
from tests.builders import add_post_on
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post

TYPED = {
    "/post P1": (2, "added"),
    "/post list": (2, "added"),
    "/post move P1 tomorrow 10:00": (2, "moved"),
    "/post assign P1 <@UCHLOE|chloe>": (3, "assigned"),  # between the two: what Slack says of Chloe is kept
    f"/post done P1 {LINK}": (2, "published"),
    "/post edit P1 title: New": (2, "added"),  # the form
    "/post cancel P1": (2, "added"),  # the question
    "/post approve P1": (2, "approved"),
    '/post add tomorrow 10:00 instagram "Summer"': (2, "added"),
    "/checkin 12 received 10 answered 20 min": (2, "added"),
    "/kpi log P1 reach 1000 likes 20": (2, "added"),
    "/kpi target reach 5": (2, "added"),
    "/post review P1 <@UCHLOE|chloe>": (5, "in_review"),  # who she is, and whether she sees it, is kept between
    "/post copy P1 x": (2, "added"),
    "/post copy P1": (2, "added"),  # the form
    '/post add "Tip" on instagram every tuesday 10:00 3 times': (2, "added"),
    '/post series P4 theme "Tea"': (2, "added"),  # the question
    "/post series P4 end": (2, "added"),
    '/post serves P1 "A test"': (2, "compass-alone"),
    "/post undo": (2, "added"),
    "/post undo P2": (3, "added"),
    "/plan undo": (2, "added"),
    "/kpi undo": (2, "added"),
    "/objective undo O1": (2, "added"),
    "/plan limit 4 a day": (3, "added"),
    "/objective reopen O1": (3, "added"),
}
"""What is typed, how many transactions it takes at most, and the last line of the history of P1 then."""
PRESSED = {
    "post.done": "added",
    "post.move": "added",
    "post.assign": "added",
    "post.edit": "added",
    "post.review": "added",
    "post.cancel": "cancelled",
    "post.details": "added",
    "post.steps": "added",
    "post.step-done:P1|0": "step-done",
    "post.step-make:P1|4": "step-made",
}
"""By button: the last line of the history of P1 then."""
FILLED_IN = {
    "post.done": ({"link": LINK}, 2, "published"),
    "post.move": ({"day": "2026-11-26"}, 2, "moved"),
    "post.assign": ({"owner": "UCHLOE"}, 3, "assigned"),
    "post.edit": ({"title": "New"}, 3, "edited"),  # the owner stands in the form, and is asked for again
}
"""By the button that opens the form: what is filled in, and as above for sending it."""


UNDONE = {
    "/post move P1 by 1 day": "post.undo",
    "/plan limit 4 a day": "plan.undo",
    "/objective reopen O1": "objective.undo",
    "/kpi target reach 5": "objective.undo",
    '/post add "Tip" on instagram every tuesday 10:00 3 times': "post.undo-batch",
}
"""By what was typed: the button that takes it back."""
SENT = {
    "/plan limit": {"posts_a_day": "3"},
    "/plan tool": {"name": "Buffer"},
    "/plan theme": {"name": "Tea", "first": "2026-12-01"},
    "/objective close O1 Done": {},
    "/post copy P1": {"platforms": ["blog"]},
    "/post steps P1": {},
}
"""By the line that opens the form: what is sent."""


def taken(stage, act) -> int:
    """How many transactions *act* takes; what goes on in the background is nobody's turn."""
    begun = stage.bot.house.store.begun
    before = len(begun)
    act()
    return sum(each.startswith("listener") for each in begun[before:])


def done(stage) -> str:
    return post(stage).history[-1].what


@pytest.fixture
def known(stage, amy):
    """Amy, of whom and of whose channel nothing is new; with a contest of Bob's, a post and a series of hers."""
    add_post_on(stage, due=due_in(hours=5), text="A contest for the spring", kind=PostKind.CONTEST)
    amy.command('/post add "Tea" on x by me due fri 10:00', channel=SOCIAL)
    amy.command('/post add "Tip" on linkedin every tuesday 10:00 3 times', channel=SOCIAL)
    amy.command("/kpi target reach 4", channel=SOCIAL)
    return amy


@pytest.mark.parametrize("line", TYPED)
def test_what_is_typed_takes_one_transaction_to_read_and_one_to_act(stage, known, line):
    most, what = TYPED[line]

    assert taken(stage, lambda: known.command(line, channel=SOCIAL)) in range(1, most + 1)
    assert done(stage) == what


@pytest.mark.parametrize("button", PRESSED)
def test_a_button_of_a_card_takes_one_to_read_and_one_to_act(stage, known, button):
    card = last(known.command("/post P1", channel=SOCIAL))

    assert taken(stage, lambda: known.press(card, button)) in range(1, 3)
    assert done(stage) == PRESSED[button]


@pytest.mark.parametrize("button", FILLED_IN)
def test_a_form_that_is_sent_takes_one_to_read_and_one_to_act(stage, known, button):
    typed, most, what = FILLED_IN[button]
    known.press(last(known.command("/post P1", channel=SOCIAL)), button)

    assert taken(stage, lambda: known.submit(typed)) in range(1, most + 1)
    assert done(stage) == what


@pytest.mark.parametrize("line", UNDONE)
def test_an_undo_takes_one_to_read_and_one_to_act(stage, known, line):
    if "reopen" in line:
        known.command("/objective close O1 Done", channel=SOCIAL)
        known.submit({})
    told = last(known.command(line, channel=SOCIAL))

    assert taken(stage, lambda: known.press(told, UNDONE[line])) == 2


@pytest.mark.parametrize("line", SENT)
def test_other_forms_take_one_to_read_one_to_act_and_one_to_show(stage, known, line):
    known.command(line, channel=SOCIAL)

    assert taken(stage, lambda: known.submit(SENT[line])) in range(1, 4)
