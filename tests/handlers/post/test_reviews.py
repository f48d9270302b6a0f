"""Review in Slack, from asking to publishing: messages, agenda, refusals."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.members import Absence
from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from bot.services.post.adding import Wish, add_post
from tests.handlers.posting import SOCIAL, last, post, shown
from tests.handlers.reviewing import asked, bobs

LINK = "https://www.instagram.com/p/abc/"


@pytest.fixture
def stage(stage):
    """Nothing goes out on Instagram that Amy, who manages, has not read."""
    with stage.bot.house.store.transaction() as tx:
        was = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(was, review_required=True))
    return stage


@pytest.mark.parametrize(("member", "way"), [("UBOB", "/post review P1 @name"), ("UCHLOE", "/post relecture P1 @nom")])
def test_where_nobody_is_named_who_may_approve_it_says_how_to_name_somebody(stage, member, way):
    house, now = stage.bot.house, stage.slack.clock.now()
    with house.store.transaction() as tx:
        by, strategy = tx.members.get("UAMY"), tx.strategies.get(stage.strategy.id)
    wish = Wish(title="Tea", platform=Platform.X, owner_id="UAMY", text="Tea")  # Amy manages, and owns the post
    add_post(house.store, strategy=replace(strategy, platforms=()), by=by, now=now, wish=wish)
    with house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(strategy.id), platforms=()))

    answer = stage.slack.hand(member).command("/post approve P1", channel=SOCIAL)

    assert way in answer.text


def test_from_a_request_to_an_approval_both_are_told(stage, bob, amy):
    asked(stage, bob, due=timedelta(hours=20))
    request = amy.direct_messages()[-1]
    assert "P1 · Tea attend votre relecture" in request.text
    assert "Tea at four" in shown(request)

    amy.press(request, "post.approve")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    assert post(stage).state is PostState.APPROVED
    assert "P1 · Tea: <@UAMY> approved it" in bob.direct_messages()[-1].text
    assert "est approuvée" in next(each for each in amy.direct_messages() if each.ts == request.ts).text


def test_what_was_asked_before_the_bot_first_looked_is_told_late_and_not_lost(stage, bob, amy):
    bobs(stage)
    bob.command("/post review P1 <@UAMY>", channel=SOCIAL)

    stage.slack.clock.move_to(stage.slack.clock.now() + timedelta(minutes=40))
    stage.bot.tick()

    assert any("P1 · Tea" in each.text for each in amy.direct_messages())


def test_a_wish_for_a_change_comes_back_to_the_owner_with_its_words(stage, bob, amy):
    asked(stage, bob)

    amy.press(amy.direct_messages()[-1], "post.ask-change")
    amy.submit({"comment": "Plus court & plus gai"})
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    notice = bob.direct_messages()[-1]
    assert "P1 · Tea: <@UAMY> asked for a change" in notice.text
    assert "Plus court &amp; plus gai" in shown(notice)
    assert post(stage).state is PostState.DRAFT
    assert "post.review" in shown(notice)


def test_an_owner_who_approves_is_told_who_can_and_may_ask_them(stage, bob):
    bobs(stage)

    answer = bob.command("/post approve P1", channel=SOCIAL)

    assert "P1 can't be approved by you. Ask <@UAMY>." in answer.text
    assert "Ask Amy" in shown(last(answer))
    done = bob.press(last(answer), "post.ask-reviewer.0")
    assert post(stage).state is PostState.IN_REVIEW
    assert "<@UAMY> is told at once" in shown(last(done))


def test_words_beside_an_approval_may_be_a_condition_so_it_is_asked(stage, bob, amy):
    asked(stage, bob)

    answer = amy.command("/post approve P1 but only once the price is fixed", channel=SOCIAL)

    assert post(stage).state is PostState.IN_REVIEW
    assert "but only once the price is fixed" in shown(last(answer))
    amy.press(last(answer), "post.approve")
    assert post(stage).state is PostState.APPROVED


def test_a_draft_that_is_approved_with_words_can_be_approved_and_not_sent_back(stage, bob, amy):
    bobs(stage)

    question = last(amy.command("/post approuver P1 mais pas avant jeudi", channel=SOCIAL))

    assert "post.ask-change" not in shown(question)
    amy.press(question, "post.approve")
    assert post(stage).state is PostState.APPROVED


def test_praise_beside_an_approval_is_no_condition(stage, bob, amy):
    asked(stage, bob)

    amy.command("/post approuver P1 très bien, merci", channel=SOCIAL)

    assert post(stage).state is PostState.APPROVED


def test_what_cannot_be_approved_is_refused_at_once_whatever_stands_beside_it(stage, bob, amy):
    bobs(stage)
    bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    bob.submit({})

    answer = amy.command("/post approve P1 but shorter", channel=SOCIAL)

    assert "post.approve" not in shown(last(answer))
    assert "but shorter" in shown(last(answer))


def test_what_is_typed_beside_a_wish_for_review_is_its_note(stage, bob):
    bobs(stage)

    bob.command("/post review P1 <@UAMY> please check the price", channel=SOCIAL)
    bob.submit({})

    assert post(stage).history[-1].note == "please check the price"


def test_a_note_longer_than_its_field_stands_above_the_form_as_well(stage, bob):
    bobs(stage)

    form = bob.command("/post review P1 <@UAMY> " + "word " * 80 + "the end", channel=SOCIAL).modal

    assert "the end" in shown(form)


def test_a_reviewer_whom_nobody_knows_is_named_above_the_form(stage, bob):
    bobs(stage)

    form = bob.command("/post review P1 @zoe", channel=SOCIAL).modal

    assert "make sense of “zoe”" in shown(form)


def test_nobody_becomes_the_reviewer_of_a_post_by_naming_themselves(stage):
    bobs(stage)
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), owner_id="UDAN", created_by="UINES"))
    ines = stage.slack.hand("UINES")

    typed = ines.command("/post review P1 me", channel=SOCIAL)
    assert "Vous ne pouvez pas approuver P1. Demandez à <@UAMY>." in typed.text
    ines.command("/post review P1 <@UINES> mine", channel=SOCIAL)
    filled = ines.submit({})
    assert "Demandez à <@UAMY>" in shown(filled.modal)

    assert post(stage).state is PostState.DRAFT
    ines.press(last(typed), "post.ask-reviewer.0")
    assert (post(stage).state, post(stage).reviewer_id) == (PostState.IN_REVIEW, "UAMY")


def test_who_may_approve_may_take_the_review_upon_themselves(stage, amy):
    bobs(stage)

    amy.command("/post relire P1 moi", channel=SOCIAL)

    assert (post(stage).state, post(stage).reviewer_id) == (PostState.IN_REVIEW, "UAMY")


def test_the_form_asks_whom_it_shall_be_and_refuses_the_owner(stage, bob):
    bobs(stage)
    bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "post.review")

    assert list(bob.submit({"reviewer": "UBOB"}).errors) == ["reviewer"]
    answer = bob.submit({"reviewer": "UAMY", "note": "The date"})

    assert "is in review now" in shown(answer.modal)
    assert post(stage).history[-1].note == "The date"


def test_what_changed_after_it_was_read_is_shown_before_it_is_approved(stage, bob, amy):
    asked(stage, bob)
    request = amy.direct_messages()[-1]
    with stage.bot.house.store.transaction() as tx:
        was = tx.posts.get("P1")
        change = was.noted("edited", by="UBOB", at=datetime(2026, 11, 23, 13, 2, tzinfo=UTC), note="text")
        tx.posts.put(replace(change, text="Coffee at four"))

    answer = amy.press(request, "post.approve")

    assert post(stage).state is PostState.IN_REVIEW
    assert "Coffee at four" in shown(answer.modal)
    amy.press(answer.modal, "post.approve")
    assert post(stage).state is PostState.APPROVED


def test_a_silent_reviewer_is_asked_again_in_their_morning(stage, bob, amy):
    asked(stage, bob)

    stage.move_to(stage.slack.clock.now() + timedelta(days=1, hours=2))

    said = [each.text for each in amy.direct_messages()]
    assert sum("attend votre relecture" in each for each in said) == 1
    agenda = next(each for each in amy.direct_messages() if "1 chose en attente" in each.text)
    assert "À relire : P1 · Tea" in shown(agenda).replace("\u00a0", " ")
    amy.press(agenda, "post.approve")
    assert post(stage).state is PostState.APPROVED


def test_publishing_what_was_not_approved_is_questioned_and_never_stopped(stage, bob):
    bobs(stage)

    form = bob.command(f"/post done P1 {LINK}", channel=SOCIAL).modal

    assert post(stage).state is PostState.DRAFT
    assert "Not approved: P1" in shown(form)
    bob.submit({})
    assert (post(stage).state, post(stage).history[-1].what) == (PostState.PUBLISHED, "published-unapproved")


def test_who_gets_a_post_handed_over_is_told(stage, bob):
    bobs(stage)

    bob.command("/post assign P1 <@UCHLOE>", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    notice = stage.slack.hand("UCHLOE").direct_messages()[-1]
    assert "P1 · Tea" in notice.text
    assert "post.edit" in shown(notice)


def test_a_post_has_a_message_in_the_channel_that_follows_it_where_the_plan_wants_one(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        was = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(was, plan=replace(was.plan, thread_per_post=True)))
    bobs(stage)
    bobs(stage, due=timedelta(days=20))

    for _ in range(3):
        stage.move_to(stage.slack.clock.now() + timedelta(minutes=1))
    said = [each for each in bob.messages(SOCIAL) if "P1 · Tea" in each.text]
    assert len(said) == 1
    assert "draft · Bob" in said[0].text
    assert not [each for each in bob.messages(SOCIAL) if "P2" in each.text]

    bob.command("/post review P1 <@UAMY>", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=1))
    assert "in review" in next(each for each in bob.messages(SOCIAL) if each.ts == said[0].ts).text


# --- at their longest


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("UBOB", "P1 is an idea, so it cannot become a post in review."),
        ("UAMY", "P1 est une idée et ne peut donc pas devenir une publication en relecture."),
    ],
)
def test_a_step_that_does_not_exist_is_named_in_words(stage, bob, member, said):
    bob.command('/post idea "Tea" on instagram', channel=SOCIAL)

    answer = stage.slack.hand(member).command("/post review P1", channel=SOCIAL)

    assert said in last(answer).text


def be_away(stage, member_id: str) -> None:
    with stage.bot.house.store.transaction() as tx:
        absences = (Absence(first=date(2026, 11, 23), last=date(2026, 12, 4)),)
        tx.members.put(replace(tx.members.get(member_id), absences=absences))


def test_who_asks_somebody_away_reads_who_is_asked_instead(stage, bob):
    bobs(stage)
    be_away(stage, "UINES")

    answer = bob.command("/post review P1 <@UINES>", channel=SOCIAL)

    assert "<@UINES> is away until Fri 4 Dec; <@UAMY> is asked instead" in shown(last(answer))


def test_who_asks_somebody_away_reads_that_nobody_else_is_there(stage, bob):
    bobs(stage)
    be_away(stage, "UAMY")

    answer = bob.command("/post review P1 <@UAMY>", channel=SOCIAL)

    assert "<@UAMY> is away until Fri 4 Dec and nobody else who may approve it is there" in shown(last(answer))


def test_an_absence_names_the_reviews_that_wait(stage, bob, amy):
    asked(stage, bob)

    answer = amy.command("/checkin absence 25/11..4/12", channel=SOCIAL)

    assert "Une publication attend votre relecture" in shown(last(answer))
    assert "*P1* Tea" in shown(last(answer))
