"""Review in Slack: asked for, approved, or answered with a wish for a change; by typing, button and form."""

from datetime import date

from bot.domain.errors import UserError
from bot.domain.limits import REVIEW_NOTE_LIMIT
from bot.domain.posts import Post, PostState
from bot.domain.reminders.reviews import reviewer_of
from bot.language.requests import ME, ApprovePost, AskChanges, ReviewPost
from bot.services.people.who_may import Action, may, people_for
from bot.services.people.whom_to_ask import askable
from bot.services.plan.held_back import Held
from bot.services.post.records import Outdated
from bot.services.post.reviews import AskedReviewer, approve_post, ask_changes, ask_review, who_is_asked
from handlers.cards import card_after, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster
from handlers.post.override import HeldAction, held_back
from handlers.post.understood import with_missed
from handlers.turns import at_post, meta_for, open_post_of, post_of, turn_for
from handlers.views.kit import Json, mention, named
from handlers.views.post.history import changes_in_words
from handlers.views.post.reviews import (
    approval_question,
    asking_form,
    changed_since,
    changing_form,
    own_refusal,
)
from handlers.who_is_meant import look_up_insider, member_named

FIELD_OF = {
    "review-own": "reviewer",
    "stranger": "reviewer",
    "not-reachable": "reviewer",
    "outsider": "reviewer",
    "review-comment-missing": "comment",
}


def register(on: Listeners) -> None:
    on.press("post.review", on_review)
    on.press("post.ask-reviewer.", on_ask_reviewer)
    on.press("post.approve", on_approve)
    on.press("post.ask-change", on_ask_change)
    on.submit("post.review", on_review_submitted)
    on.submit("post.ask-change", on_change_submitted)


def on_review_typed(turn: Turn, request: ReviewPost) -> Reply:
    """At once where it is clear who reads it; else, and where a note was typed, the form asks."""
    post = open_post_of(turn, request.post_id)
    reviewer = _reviewer_typed(turn, post, request)
    if reviewer is None or request.note:
        return Reply(modal=_asking(turn, post, reviewer, request))
    if reviewer == turn.member.id and not may(turn.member, Action.APPROVE, turn.the_strategy(), post):
        return _refused(turn, post)
    look_up_insider(turn, reviewer)
    with together(turn) as one:
        kept = _ask(one, post.id, reviewer)
        return card_message(one, kept.id, notice=_said_asked(one, kept, was=post))


def _reviewer_typed(turn: Turn, post: Post, request: ReviewPost) -> str | None:
    """Who was named; nobody named: whom the plan names."""
    if request.reviewer_id:
        return turn.member.id if request.reviewer_id == ME else request.reviewer_id
    if request.reviewer_name:
        return member_named(turn, request.reviewer_name)
    return reviewer_of(post, turn.the_strategy())


def _asking(turn: Turn, post: Post, reviewer: str | None, request: ReviewPost) -> Json:
    """A name that nobody has, or a note that the field cannot hold, stands above the form."""
    unknown = "" if reviewer else request.reviewer_name
    long = request.note if len(request.note) > REVIEW_NOTE_LIMIT else ""
    form = asking_form(turn.t, post, reviewer_id=reviewer, note=request.note, meta=meta_for(turn, post))
    return with_missed(turn, form, request, unknown, long)


def on_approve_typed(turn: Turn, request: ApprovePost) -> Reply:
    """What is typed beside it may be a condition: it is asked, then."""
    post = post_of(turn, request.post_id)
    if not may(turn.member, Action.APPROVE, turn.the_strategy(), post):
        return _refused(turn, post)
    if request.not_understood:
        if post.state is not PostState.APPROVED:
            post.into(PostState.APPROVED)
        text, blocks = approval_question(turn.t, post, typed=f"/post {request.typed}")
        return Reply(text=text, blocks=blocks)
    try:
        approve_post(**turn.act, post_id=post.id)
    except Held as held:
        return held_back(turn, held, post.id, HeldAction.APPROVE)
    return card_message(turn, post.id, notice=turn.t("review-said-approved", post=post.id))


def on_changes_typed(turn: Turn, request: AskChanges) -> Reply:
    post = open_post_of(turn, request.post_id, is_changed=False)
    if not may(turn.member, Action.APPROVE, turn.the_strategy(), post):
        return _refused(turn, post)
    if not request.comment:
        return Reply(modal=changing_form(turn.t, post, meta=meta_for(turn, post)))
    ask_changes(**turn.act, post_id=post.id, comment=request.comment)
    return card_message(turn, post.id, notice=turn.t("review-said-sent-back", post=post.id))


def on_review(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        post = open_post_of(turn, press.value)
        chosen = reviewer_of(post, turn.the_strategy())
        return Reply(
            modal=asking_form(turn.t, post, reviewer_id=chosen, meta=meta_for(turn, post, press=press)), in_place=True
        )


def on_ask_reviewer(turn: Turn, press: Press) -> Reply:
    """The button of a refusal: ask whoever can."""
    post_id, _, reviewer = press.value.partition("|")
    turn = turn_for(turn, post_id)
    post = post_of(turn, post_id)
    kept = _ask(turn, post_id, look_up_insider(turn, reviewer))
    return card_after(turn, press, post_id, notice=_said_asked(turn, kept, was=post))


def on_approve(turn: Turn, press: Press) -> Reply:
    post_id, seen = _read(press)
    with at_post(turn, post_id) as turn:
        post = post_of(turn, post_id)
        if not may(turn.member, Action.APPROVE, turn.the_strategy(), post):
            return _refused(turn, post)
        try:
            approve_post(**turn.act, post_id=post_id, seen=seen)
        except Outdated as late:
            lines = changes_in_words(turn.t, late.since, zone=turn.the_strategy().zone)
            view = changed_since(turn.t, late.post, lines, meta=meta_for(turn))
            return Reply(modal=view, in_place=True)
        except Held as held:
            return held_back(turn, held, post_id, HeldAction.APPROVE, press=press)
        return card_after(turn, press, post_id, notice=turn.t("review-said-approved", post=post_id))


def on_ask_change(turn: Turn, press: Press) -> Reply:
    post_id, _ = _read(press)
    with at_post(turn, post_id) as turn:
        post = open_post_of(turn, post_id, is_changed=False)
        if not may(turn.member, Action.APPROVE, turn.the_strategy(), post):
            return _refused(turn, post)
        return Reply(modal=changing_form(turn.t, post, meta=meta_for(turn, post, press=press)), in_place=True)


def on_review_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    post = post_of(turn, post_id)
    try:
        kept = _ask(turn, post_id, look_up_insider(turn, form.text("reviewer")), note=form.text("note"))
    except UserError as error:
        return _field_error(turn, error)
    return card_in_modal(turn, post_id, notice=_said_asked(turn, kept, was=post))


def on_change_submitted(turn: Turn, form: Form) -> Reply:
    post_id, comment = str(form.meta["post"]), form.text("comment")
    try:
        ask_changes(**turn.act, post_id=post_id, comment=comment, seen=int(form.meta["seen"]))
    except Outdated as late:
        meta, intro = meta_for(turn, late.post), faster(turn, late)
        return Reply(modal=changing_form(turn.t, late.post, meta=meta, comment=comment, intro=intro))
    except UserError as error:
        return _field_error(turn, error)
    return card_in_modal(turn, post_id, notice=turn.t("review-said-sent-back", post=post_id))


def _field_error(turn: Turn, error: UserError) -> Reply:
    if error.key not in FIELD_OF:
        raise error
    return Reply(errors={FIELD_OF[error.key]: turn.t.refusal(error)})


def _read(press: Press) -> tuple[str, int | None]:
    """The post of a button, and how much of its history was there to be read."""
    post_id, _, seen = press.value.partition("|")
    return post_id, int(seen) if seen.isdecimal() else None


def _ask(turn: Turn, post_id: str, reviewer_id: str, *, note: str = "") -> Post:
    return ask_review(**turn.act, post_id=post_id, reviewer_id=reviewer_id, note=note)


def _said_asked(turn: Turn, post: Post, *, was: Post) -> str:
    if post.reviewer_id == turn.member.id:
        return turn.t("review-said-own", post=post.id)
    reviewer, since = mention(post.reviewer_id or ""), post.review_asked_at
    if post.rev == was.rev and since is not None:
        return turn.t("review-said-already", post=post.id, reviewer=reviewer, since=turn.t.moment(since))
    with turn.store.transaction() as tx:
        asked = who_is_asked(tx, post, turn.the_strategy(), at=turn.now)
    if asked.until is not None:
        return _said_away(turn, post, asked, reviewer, asked.until)
    again = was.state is PostState.IN_REVIEW and was.reviewer_id == post.reviewer_id
    return turn.t("review-said-again" if again else "review-said-asked", post=post.id, reviewer=reviewer)


def _said_away(turn: Turn, post: Post, asked: AskedReviewer, reviewer: str, last: date) -> str:
    until = turn.t.day(last, short=True)
    if asked.to is None or asked.to.id == turn.member.id:
        key = "review-said-waits" if asked.to is None else "review-said-yours"
        return turn.t(key, post=post.id, reviewer=reviewer, until=until)
    return turn.t("review-said-instead", post=post.id, reviewer=reviewer, until=until, instead=mention(asked.to.id))


def _refused(turn: Turn, post: Post) -> Reply:
    """Not yours to approve: who can, and a button to ask them."""
    with turn.store.transaction() as tx:
        them = askable(tx, people_for(Action.APPROVE, turn.the_strategy(), post), turn.member)
        people = [each for each in map(tx.members.find, them.ids or them.admins) if each]
    key = "refusal-rights-approve" if them.ids else "refusal-rights-approve-nobody"
    said = turn.t(key, post=post.id, people=named(turn.t, them))
    asks = people if post.is_open and may(turn.member, Action.CHANGE_POST, turn.the_strategy(), post) else []
    return Reply(text=said, blocks=own_refusal(turn.t, said, post, asks))
