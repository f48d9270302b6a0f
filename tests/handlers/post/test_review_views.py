"""Review at its longest: messages, rows, forms and refusals fit what Slack takes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.post.echo import Echo
from bot.domain.posts import Attachment, Change, Post, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Platform
from bot.sandbox.limits import check_message, check_view
from bot.services.post.reviews import AskedReviewer
from bot.services.reminders.notices import NoticeTopic
from handlers.views.kit import section
from handlers.views.post.reviews import (
    approval_question,
    asking_form,
    changed_since,
    changing_form,
    own_refusal,
    review_rows,
)
from handlers.views.reminders.post import Ping
from handlers.views.reminders.reviews import (
    ReviewTold,
    post_notice,
    review_message,
    review_told,
    reviewer_away,
    reviews_message,
    thread_message,
)
from tests.handlers.reminding import a_strategy

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
WORST = "&" * 3000
LONG = Post(
    id="P123456",
    strategy_id="S1",
    title="&" * 150,
    platform=Platform.GOOGLE_BUSINESS,
    text="&" * 63206,
    state=PostState.IN_REVIEW,
    owner_id="UXXXXXXXXXX",
    reviewer_id="UYYYYYYYYYY",
    review_asked_at=datetime.fromtimestamp(1, UTC),
    review_asked_by="UXXXXXXXXXX",
    image="https://example.com/" + "&" * 1900,
    image_text=WORST,
    attachments=(Attachment(url="https://example.com/" + "&" * 1900, name="&" * 255, alt=WORST),) * 10,
    due=Due.of(NOW, "America/Argentina/ComodRivadavia"),
    history=(Change(at=NOW, by="UXXXXXXXXXX", what="in_review", note=WORST),),
)


def a_ping(post=LONG, **more) -> Ping:
    delivery = Delivery(
        key="review:S1:P123456:UYYYYYYYYYY:2026-11-24:asked-1",
        kind=ReminderKind.REVIEW,
        strategy_id="S1",
        subject=post.id,
        recipient_id="UYYYYYYYYYY",
        owed_at=NOW - timedelta(hours=5),
        expires_at=NOW,
        **more,
    )
    return Ping(
        delivery=delivery, post=post, strategy=a_strategy(), now=NOW, echoes=[Echo(post=post, likeness=0.99)] * 9
    )


def test_the_request_and_what_becomes_of_it_fit_a_message(t):
    back = Change(at=NOW, by="UYYYYYYYYYY", what="changes-asked", note=WORST)
    pings = [
        a_ping(),
        a_ping(replace(LONG, state=PostState.DRAFT, history=(back,)), sent_at=NOW),
        a_ping(replace(LONG, state=PostState.APPROVED, approved_by="UYYYYYYYYYY"), sent_at=NOW),
        a_ping(replace(LONG, state=PostState.CANCELLED), sent_at=NOW),
        a_ping(replace(LONG, review_asked_by="UYYYYYYYYYY")),
        a_ping(replace(LONG, review_asked_at=NOW), sent_at=NOW),
        a_ping(replace(LONG, review_asked_at=NOW, reviewer_id="UZZZZZZZZZZ"), sent_at=NOW),
    ]

    for ping in pings:
        said = review_message(t, ping)
        assert said
        assert check_message({"text": said.text, "blocks": list(said.blocks)}) is None
    assert review_message(t, a_ping(replace(LONG, state=PostState.APPROVED))) is None


def test_what_becomes_of_a_reviewer_who_is_away_fits_a_message(t):
    away, other = Member(id="UYYYYYYYYYY", name="&" * 80), Member(id="UZZZZZZZZZZ", name="&" * 80)
    found = [
        reviewer_away(t, a_ping(), AskedReviewer(reviewer=away, until=date(2026, 12, 4), to=other)),
        reviewer_away(t, a_ping(), AskedReviewer(reviewer=None, until=date(2026, 12, 4), to=None)),
        reviewer_away(t, a_ping(sent_at=NOW), AskedReviewer(reviewer=away, until=None, to=None)),
    ]

    for said in found:
        assert said
        assert check_message({"text": said.text, "blocks": list(said.blocks)}) is None
    assert reviewer_away(t, a_ping(), AskedReviewer(reviewer=away, until=None, to=None)) is None


def test_many_at_once_fit_a_message(t):
    away, other = Member(id="UYYYYYYYYYY", name="&" * 80), Member(id="UZZZZZZZZZZ", name="&" * 80)
    absent = AskedReviewer(reviewer=away, until=date(2026, 12, 4), to=other)
    told = [ReviewTold(ping=a_ping()), ReviewTold(ping=a_ping(), away=absent)] * 7

    said = reviews_message(t, told)

    assert said
    assert review_told(t, told[0])
    assert check_message({"text": said.text, "blocks": list(said.blocks)}) is None
    assert reviews_message(t, [ReviewTold(ping=a_ping(replace(LONG, state=PostState.APPROVED)))] * 2) is None


@pytest.mark.parametrize("told", [each for each in NoticeTopic if each is not NoticeTopic.THREAD])
def test_every_notice_to_an_owner_fits_a_message(t, told):
    change = Change(at=NOW, by="UYYYYYYYYYY", what="x", note="&\n" * 500)

    for state in (PostState.DRAFT, PostState.PUBLISHED):
        said = post_notice(t, a_ping(replace(LONG, state=state, owner_id="UYYYYYYYYYY")), told, change)
        assert said
        assert check_message({"text": said.text, "blocks": list(said.blocks)}) is None


def test_the_message_of_a_thread_fits_the_channel(t):
    said = thread_message(t, LONG, a_strategy(), owner=Member(id="U1", name="&" * 80), is_new=True)

    assert said
    assert check_message({"text": said.text, "blocks": list(said.blocks)}) is None
    assert thread_message(t, replace(LONG, state=PostState.CANCELLED), a_strategy(), owner=None, is_new=True) is None


def test_rows_forms_and_refusals_of_a_review_fit_slack(t):
    meta = {"channel": "C1", "post": LONG.id, "seen": 999}
    rows = review_rows(t, [LONG] * 30, {"S1": a_strategy()})
    refusal = own_refusal(t, "x" * 900, LONG, [Member(id="U1", name="&" * 80)] * 9)
    asked_text, question = approval_question(t, LONG, typed="&" * 12_000)
    views = [
        asking_form(t, LONG, reviewer_id="UYYYYYYYYYY", note="&" * 300, meta=meta),
        changing_form(t, LONG, meta=meta, comment="&" * 1000, intro=[section(WORST)]),
        changed_since(t, LONG, [WORST] * 9, meta=meta),
    ]

    assert check_message({"text": "x", "blocks": [*rows, *refusal]}) is None
    assert check_message({"text": asked_text, "blocks": question}) is None
    assert [check_view(each) for each in views] == [None] * 3
