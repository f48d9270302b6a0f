"""`/post undo`: the last thing done, whatever it was; ten minutes later it says what to do instead."""

from datetime import timedelta

import pytest

from bot.domain.errors import People, UserError
from bot.domain.plan_parts import Limits
from bot.domain.posts import PostState
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from bot.services.post.batches import Batch
from bot.services.undo.deeds import Deed, DeedPart, PartKind
from bot.services.undo.stack import LaterChange, Outlook, Stay
from handlers.views.undo import stays_said, undo_question, undone_said
from tests.builders import add_post_on
from tests.conftest import MONDAY
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.plan.test_holds import keep_plan
from tests.handlers.post.several.test_batch_views import LONG
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post, posts, shown
from tests.services.post.post_builders import LUNE

END = "la fin de O1 (« More people who talk with us before Christmas »)"


@pytest.mark.parametrize(
    ("typed", "was"),
    [
        ("move P1 2026-12-01 16:00", "moved"),
        ("assign P1 @amy", "handed over"),
        ("review P1 @amy", "review asked for"),
        (f"done P1 {LINK}", "published"),
        ('serves P1 "A test"', "stands on its own"),
    ],
)
@pytest.mark.parametrize("undo", ["undo", "undo P1", "défaire"])
def test_what_was_typed_last_is_taken_back(stage, bob, typed, was, undo):
    add_post_on(stage, text="Tea", due=due_in(days=1))
    before = post(stage)
    bob.command(f"/post {typed}", channel=SOCIAL)
    assert post(stage) != before

    answer = bob.command(f"/post {undo}", channel=SOCIAL)

    after = post(stage)
    assert f"*Undone on P1:* {was}." in shown(last(answer))
    assert (after.due, after.owner_id, after.state, after.compass_answer) == (
        before.due,
        before.owner_id,
        before.state,
        before.compass_answer,
    )


def test_of_two_things_the_later_is_taken_back_and_then_the_other(stage, bob):
    add_post_on(stage, due=due_in(days=1))
    add_post_on(stage, title="Bread", due=due_in(days=2))
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=1))
    bob.command("/post assign P1 @amy", channel=SOCIAL)
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=2))
    bob.command("/post assign P2 @amy", channel=SOCIAL)

    bob.command("/post undo", channel=SOCIAL)
    assert [each.owner_id for each in posts(stage)] == ["UAMY", "UBOB"]
    bob.command("/post undo", channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UBOB", "UBOB"]


def test_of_two_things_in_one_moment_the_later_is_taken_back(stage, bob):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 2 times', channel=SOCIAL)
    add_post_on(stage, title="Tea", due=due_in(days=1))
    add_post_on(stage, title="Bread", due=due_in(days=2))
    bob.command("/post assign P4 @amy", channel=SOCIAL)
    bob.command("/post assign P3 @amy", channel=SOCIAL)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "Undone on P3" in shown(last(answer))


def test_a_series_is_taken_back_whole(stage, bob):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 3 times', channel=SOCIAL)

    asked = last(bob.command("/post undo", channel=SOCIAL))
    assert "3 posts are concerned: what was added will be cancelled" in asked.text
    assert {each.state for each in posts(stage)} == {PostState.DRAFT}
    answer = bob.press(asked, "undo.yes")

    assert "Undone: 3 posts." in last(answer).text
    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}


def test_the_question_counts_what_goes_back_and_not_what_stays(stage, bob, amy):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 3 times', channel=SOCIAL)
    amy.command("/post déplacer P2 11 dec 9h", channel=SOCIAL)

    asked = last(bob.command("/post undo", channel=SOCIAL))

    assert "2 posts are concerned" in asked.text
    assert "Undo on 2 posts" in shown(asked)


def test_a_round_is_said_to_be_changed_elsewhere(stage, bob):
    bob.command("/checkin received 5 answered 4", channel=SOCIAL)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "Rounds and absences are changed with /checkin" in last(answer).text


def test_an_import_is_taken_back_whole(stage, bob):
    bob.press(answer_to(bob, csv()), "import.confirm")

    answer = bob.press(last(bob.command("/post undo", channel=SOCIAL)), "undo.yes")

    assert "The import is undone: 2 posts" in last(answer).text
    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}


def test_a_day_of_which_nothing_moved_leaves_what_was_done_before_to_be_taken_back(stage, bob):
    add_post_on(stage, due=due_in(days=1))
    add_post_on(stage, title="Bread", due=due_in(days=2))
    keep_plan(stage, limits=Limits(posts_a_day=1))
    bob.press(last(bob.command("/post move 2026-11-24 to 2026-11-25", channel=SOCIAL)), "post.move-day")
    assert post(stage).due == due_in(days=1)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "*Undone on P2:* added." in shown(last(answer))


@pytest.mark.parametrize("undo", ["undo", "undo P1"])
def test_after_ten_minutes_it_says_what_to_do_instead(stage, bob, undo):
    add_post_on(stage, due=due_in(days=1))
    bob.command("/post assign P1 @amy", channel=SOCIAL)
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))

    answer = bob.command(f"/post {undo}", channel=SOCIAL)

    assert "ten minutes" in last(answer).text
    assert post(stage).owner_id == "UAMY"


def test_nobody_takes_back_what_somebody_else_did(stage, bob, amy):
    add_post_on(stage, due=due_in(days=1))
    bob.command("/post assign P1 @amy", channel=SOCIAL)

    answer = amy.command("/post défaire", channel=SOCIAL)

    assert "Vous n’avez rien à défaire" in last(answer).text
    assert post(stage).owner_id == "UAMY"


def test_a_word_that_is_no_number_asks_for_one(stage, bob):
    answer = bob.command("/post undo everything", channel=SOCIAL)

    assert "P12" in last(answer).text


# --- one after the other


def test_each_undo_takes_back_what_was_done_before_and_says_what_comes_next(stage, bob):
    bob.command('/post add "Tea" on instagram by me due fri 10:00', channel=SOCIAL)
    bob.command('/post add "Bread" on instagram by me due sat 10:00', channel=SOCIAL)
    bob.command("/post move P1 by 3 days", channel=SOCIAL)
    bob.command("/post move P2 by 3 days", channel=SOCIAL)
    bob.command("/post assign P1 @amy", channel=SOCIAL)

    said = [last(bob.command("/post undo", channel=SOCIAL)).text for _ in range(5)]

    assert [each.partition(" P1 · ")[0].partition(" P2 · ")[0] for each in said] == [
        "Undone on P1: handed over. As before: owner <@UBOB> instead of <@UAMY>. Next to undo: P2 (moved).",
        "Undone on P2: moved. As before: due moment Sat 28 Nov 10:00 (05:00 in Montréal) instead of "
        "Tue 1 Dec 10:00 (05:00 in Montréal). "
        "Next to undo: P1 (moved).",
        "Undone on P1: moved. As before: due moment Fri 27 Nov 10:00 (05:00 in Montréal) instead of "
        "Mon 30 Nov 10:00 (05:00 in Montréal). "
        "Next to undo: P2 (added).",
        "Undone on P2: added. Next to undo: P1 (added).",
        "Undone on P1: added.",
    ]
    assert "nothing of yours" in last(bob.command("/post undo", channel=SOCIAL)).text


def test_plan_objective_and_numbers_are_of_the_same_row(stage, amy, bob):
    add_post_on(stage, due=due_in(days=1))
    bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    amy.command("/plan limit 4 a day", channel=SOCIAL)
    amy.command("/objective close O1 Done", channel=SOCIAL)
    amy.submit({})
    amy.command("/kpi log P1 reach 5", channel=SOCIAL)

    said = [last(amy.command("/post défaire", channel=SOCIAL)).text.splitlines()[0] for _ in range(3)]

    assert [each.replace("\xa0", " ").replace("\u202f", " ") for each in said] == [
        f"Défait : les chiffres de P1 (portée 5). Ensuite, à défaire : {END}.",
        f"Défait : {END}. Ensuite, à défaire : les limites du plan : publications par jour 4.",
        "Défait : les limites du plan : publications par jour 4.",
    ]


def test_what_somebody_changed_since_stays_with_the_reason_and_the_one_before_is_offered(stage, bob, amy):
    add_post_on(stage, due=due_in(days=1))
    add_post_on(stage, title="Bread", due=due_in(days=2))
    bob.command("/post move P1 by 1 day", channel=SOCIAL)
    bob.command("/post move P2 by 1 day", channel=SOCIAL)
    amy.command("/post move P2 by 1 day", channel=SOCIAL)

    stays = last(bob.command("/post undo", channel=SOCIAL))

    assert "*Not undone:* P2 (moved). <@UAMY> changed P2 since" in shown(stays)
    assert post(stage, "P2").due.at == due_in(days=4).at
    done = bob.press(stays, "undo.this")
    assert "*Undone on P1:* moved." in shown(last(done))
    assert post(stage).due == due_in(days=1)


def test_a_button_takes_back_its_own_deed_only_and_once(stage, bob):
    add_post_on(stage, due=due_in(days=1))
    first = last(bob.command("/post move P1 by 1 day", channel=SOCIAL))
    bob.command("/post assign P1 @amy", channel=SOCIAL)

    stays = bob.press(first, "post.undo")
    assert "You changed P1 since" in stays.text
    bob.command("/post undo", channel=SOCIAL)
    bob.command("/post undo", channel=SOCIAL)
    again = bob.press(first, "post.undo")

    assert (post(stage).due, post(stage).owner_id, post(stage).state) == (due_in(days=1), "UBOB", PostState.DRAFT)
    assert "undone already" in again.text


def test_the_button_below_what_was_undone_takes_back_what_was_done_before(stage, bob):
    add_post_on(stage, due=due_in(days=1))
    bob.command("/post move P1 by 1 day", channel=SOCIAL)
    bob.command("/post assign P1 @amy", channel=SOCIAL)
    undone = last(bob.command("/post undo", channel=SOCIAL))
    assert "Next to undo: P1 (moved)" in undone.text

    again = last(bob.press(undone, "post.undo"))
    assert "*Undone on P1:* moved." in shown(again)
    bob.press(again, "post.undo")

    assert (post(stage).due, post(stage).state) == (due_in(days=1), PostState.CANCELLED)


def test_a_post_with_somebody_elses_numbers_stays_published(stage, bob, amy):
    add_post_on(stage, due=due_in(days=1))
    bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    amy.command("/kpi log P1 reach 500", channel=SOCIAL)

    stays = last(bob.command("/post undo", channel=SOCIAL))

    assert "*Not undone:* P1 (published). <@UAMY> changed the numbers of P1 since" in shown(stays)
    assert post(stage).state is PostState.PUBLISHED


def test_ones_own_numbers_are_taken_back_before_the_publishing_of_their_post(stage, bob):
    add_post_on(stage, due=due_in(days=1))
    published = last(bob.command(f"/post done P1 {LINK}", channel=SOCIAL))
    bob.command("/kpi log P1 reach 500", channel=SOCIAL)

    stays = bob.press(published, "post.undo")
    assert "You changed the numbers of P1 since" in stays.text
    first = last(bob.command("/post undo P1", channel=SOCIAL))
    assert "*Undone:* the numbers of P1 (reach 500). Next to undo: P1 (published)." in shown(first)
    assert post(stage).state is PostState.PUBLISHED
    bob.command("/post undo P1", channel=SOCIAL)

    assert post(stage).state is PostState.DRAFT


def test_several_posts_can_be_left_as_they_are(stage, bob):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 3 times', channel=SOCIAL)

    left = bob.press(last(bob.command("/post undo", channel=SOCIAL)), "undo.no")

    assert "Nothing was undone" in left.text
    assert {each.state for each in posts(stage)} == {PostState.DRAFT}


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_question_and_the_longest_reason_fit_a_message(locale):
    t = Translator(locale, "America/Toronto")
    parts = tuple(DeedPart(kind=PartKind.POST, key=each.id, what="compass-serves", rev=1) for each in (LONG,) * 400)
    deed = Deed(by="UBOB", strategy_id="S1", what="compass-serves", parts=parts, token="0" * 16)
    stays = tuple(Stay(part=each, change=LaterChange(key=each.key, who="UBOB", at=MONDAY)) for each in parts)
    outlook = Outlook(deed=deed, strategy=LUNE, back=parts, stays=stays)
    batch = Batch(posts=(LONG,) * 400, left=(LONG,) * 400)
    why = UserError("undo-changed", who=People(("U" + "X" * 10,)), thing="&" * 200, when=t.moment(MONDAY))

    messages = [
        undo_question(t, outlook, batch, now=MONDAY, zone="America/Toronto", may_change=bool),
        stays_said(t, deed, why, deed),
        undone_said(t, outlook, batch, "&" * 900, now=MONDAY, zone="America/Toronto", may_change=bool),
    ]

    assert [check_message({"text": text, "blocks": blocks}) for text, blocks in messages] == [None] * 3
