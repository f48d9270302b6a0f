"""`/checkin question`: what a customer asked is kept, typed or by form; and the list of those that wait."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.domain.errors import UserError
from bot.domain.limits import QUESTION_LIMIT
from bot.domain.moments import at_local
from bot.domain.strategy import Platform
from bot.language import unescaped
from bot.language.engage.questions import ListQuestions, NoteQuestion
from bot.language.requests import ME
from bot.services.engage.question_records import due_after
from bot.services.engage.questions import QuestionWish, ask_question, questions_waiting
from bot.services.people.sight import channel_of
from bot.services.people.who_may import Action, refuse_unless
from handlers.context import Turn
from handlers.engage.question_turns import card_modal_reply, card_reply
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Form, PickedMessage, Press, Reply, person_field
from handlers.views.engage.question_card import QuestionList, question_list
from handlers.views.engage.question_forms import FilledQuestion, Readers, keeping_form
from handlers.views.kit import Json
from handlers.who_is_meant import look_up_insider, member_named

FIELD_OF = {
    "question-consent": "consent",
    "question-empty": "text",
    "question-link": "link",
    "question-asked-later": "day",
    "question-asked-long-ago": "day",
    "question-day-missing": "day",
    "question-hour-missing": "clock",
}
"""Which field of the form a refusal belongs to: block ids, as in the views."""


def register(on: Listeners) -> None:
    on.press("question.keep", on_keep)
    on.press("question.list", on_list)
    on.press("question.list.", on_list)
    on.message_shortcut("keep_question", on_message_picked)
    on.submit("question.keep", on_kept)


def on_question_typed(turn: Turn, request: NoteQuestion) -> Reply:
    """Kept where all of it was understood; else the form opens with what was, and nothing typed is lost."""
    refuse_unless(turn.member, Action.KEEP, turn.the_strategy())
    owner_id = _owner_named(turn, request)
    is_known = not request.owner_name or owner_id is not None
    asked_at = request.due.at if request.due else None
    is_past = asked_at is None or asked_at <= turn.now
    if not (request.is_complete and is_known and is_past):
        return Reply(modal=_form_of(turn, request, owner_id))
    wish = QuestionWish(
        text=request.text,
        platform=request.platform,
        link=request.link,
        asked_by=request.asked_by,
        asked_at=asked_at,
        owner_id=look_up_insider(turn, owner_id) if owner_id and owner_id != turn.member.id else owner_id,
    )
    with together(turn) as one:
        kept = ask_question(**one.act, wish=wish)
        return card_reply(one, kept.id, notice=turn.t("question-said-kept", question=kept.id))


def _owner_named(turn: Turn, request: NoteQuestion) -> str | None:
    if request.owner_id == ME:
        return turn.member.id
    return member_named(turn, request.owner_name) if request.owner_name else request.owner_id


def _form_of(turn: Turn, request: NoteQuestion, owner_id: str | None) -> Json:
    unknown = () if owner_id or not request.owner_name else (request.owner_name,)
    due = request.due
    day = request.day if due is None else date.fromisoformat(due.wall[:10])
    filled = FilledQuestion(
        text=request.text,
        platform=request.platform,
        asked_by=request.asked_by,
        day=day,
        clock=request.clock if due is None else time.fromisoformat(due.wall[11:16]),
        link=request.link,
        owner_id=owner_id,
    )
    return form_to_keep(turn, filled, rest=" ".join((*request.not_understood, *unknown)))


def form_to_keep(
    turn: Turn,
    filled: FilledQuestion,
    *,
    rest: str = "",
    is_asked: bool = False,
    meta: Mapping[str, object] | None = None,
) -> Json:
    """*is_asked*: the words come from another conversation, so that the form asks before it keeps them."""
    strategy = turn.the_strategy()
    own = turn.member.id if turn.member.can_be_messaged else None
    return keeping_form(
        turn.t,
        replace(filled, owner_id=filled.owner_id or own),
        strategy=strategy,
        due_at=due_after(strategy, turn.now),
        now=turn.now,
        readers=Readers(name=strategy.name, is_private=is_private(turn), is_asked=is_asked),
        rest=rest,
        meta={"channel": strategy.channel_id, **(meta or {})},
    )


def is_private(turn: Turn) -> bool:
    """Whether only those of the strategy's channel see what is kept, as far as Slack says."""
    with turn.store.transaction() as tx:
        return channel_of(tx, turn.the_strategy().channel_id).is_private is True


def on_keep(turn: Turn, press: Press) -> Reply:
    refuse_unless(turn.member, Action.KEEP, turn.the_strategy())
    return Reply(modal=form_to_keep(turn, FilledQuestion(), meta={"home": True} if press.from_home else None))


def on_message_picked(turn: Turn, picked: PickedMessage) -> Reply:
    """Words of another conversation than the strategy's own are kept after a yes of their own."""
    strategy = turn.the_strategy()
    refuse_unless(turn.member, Action.KEEP, strategy)
    is_asked = picked.channel_id != strategy.channel_id
    filled = FilledQuestion(text=unescaped(picked.text)[:QUESTION_LIMIT])
    return Reply(modal=form_to_keep(turn, filled, is_asked=is_asked, meta={"asked": True} if is_asked else None))


def on_kept(turn: Turn, form: Form) -> Reply:
    try:
        if form.meta.get("asked") and not form.values.get("consent"):
            raise UserError("question-consent")
        wish = wish_of(turn, form)
        with together(turn) as one:
            kept = ask_question(**one.act, wish=wish)
            return card_modal_reply(one, kept.id, notice=turn.t("question-said-kept", question=kept.id))
    except UserError as error:
        return error_in_form(turn, form, error)


def error_in_form(turn: Turn, form: Form, error: UserError) -> Reply:
    """The refusal under the field that it is about, so that the form stays as it is."""
    block_id = FIELD_OF.get(error.key) or person_field(form, error)
    if block_id not in form.values:
        raise error
    return Reply(errors={block_id: turn.t.refusal(error)})


def wish_of(turn: Turn, form: Form) -> QuestionWish:
    """Raises `UserError` for half a moment and for people that Slack does not know."""
    owner, backup, platform = form.text("owner"), form.text("backup"), form.text("platform")
    return QuestionWish(
        text=form.text("text"),
        platform=Platform(platform) if platform else None,
        link=form.text("link"),
        asked_by=form.text("asked_by"),
        asked_at=_asked_at(turn, form),
        owner_id=look_up_insider(turn, owner) if owner else None,
        backup_id=look_up_insider(turn, backup) if backup else None,
    )


def _asked_at(turn: Turn, form: Form) -> datetime | None:
    day, clock = form.text("day"), form.text("clock")
    if day and not clock:
        raise UserError("question-hour-missing")
    if clock and not day:
        raise UserError("question-day-missing")
    return at_local(date.fromisoformat(day), time.fromisoformat(clock), turn.member.zone) if day else None


def on_list_typed(turn: Turn, request: ListQuestions) -> Reply:
    """One's own, unless all are asked for; with none of one's own, all."""
    listed = listed_for(turn, request.scope, request.platform)
    if not request.scope and not listed.questions:
        listed = listed_for(turn, "all", request.platform)
    return list_reply(turn, listed)


def listed_for(turn: Turn, scope: str, platform: Platform | None, page: int = 0) -> QuestionList:
    owner_id = "" if scope == "all" else turn.member.id
    found = questions_waiting(turn.store, turn.the_strategy(), owner_id=owner_id, platform=platform)
    return QuestionList(questions=found, scope=scope or "mine", platform=platform, page=page)


def on_list(turn: Turn, press: Press) -> Reply:
    turn.the_strategy()
    scope, platform, page = (*press.value.split("|"), "", "")[:3]
    listed = listed_for(turn, scope, Platform(platform) if platform else None, int(page or 0))
    return list_reply(turn, listed, press=press)


def list_reply(turn: Turn, listed: QuestionList, *, press: Press | None = None) -> Reply:
    text, blocks = question_list(turn.t, listed, turn.the_strategy(), now=turn.now)
    return Reply(text=text, blocks=blocks, in_place=bool(press and press.from_ephemeral))
