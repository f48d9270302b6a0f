"""What is done with a question that is there: answered, still open, given, dropped, reopened; typed and pressed."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from bot.domain.engage.questions import Question
from bot.domain.errors import UserError
from bot.language.engage.questions import DoWithQuestion
from bot.language.requests import ME
from bot.services.engage.forgotten_askers import erase_asker, forget_asker
from bot.services.engage.questions import (
    answer_question,
    drop_question,
    give_question,
    keep_question_open,
    reopen_question,
)
from handlers.context import Turn
from handlers.engage.question_turns import (
    card_after_press,
    card_modal_reply,
    card_reply,
    changeable,
    meta_of_question,
    turn_at,
)
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply, person_field
from handlers.views.engage.question_forms import answering_form, dropping_form, giving_form
from handlers.views.kit import Json, mention, safe
from handlers.views.lengths import PHRASE
from handlers.who_is_meant import look_up_insider, member_named

Deed = Callable[..., Question]


def register(on: Listeners) -> None:
    on.press("question.show", on_show)
    on.press("question.answer", partial(on_form, form=answering_form))
    on.press("question.give", partial(on_form, form=giving_form))
    on.press("question.drop", partial(on_form, form=dropping_form))
    on.press("question.open", on_open)
    on.press("question.reopen", on_reopen)
    on.press("question.forget", on_forget)
    on.submit("question.answer", on_answered)
    on.submit("question.give", on_given)
    on.submit("question.drop", on_dropped)


def on_question_deed_typed(turn: Turn, request: DoWithQuestion) -> Reply:
    there = turn_at(turn, request.question_id)
    return TYPED[request.deed](there, request)


def _show(turn: Turn, request: DoWithQuestion) -> Reply:
    missed = safe(" ".join(request.not_understood), PHRASE)
    notice = turn.t("question-not-understood", what=missed) if missed else ""
    return card_reply(turn, request.question_id, notice=notice)


def _answer(turn: Turn, request: DoWithQuestion) -> Reply:
    """At once with nothing but its number and an address; with other words beside it, the form asks."""
    if request.not_understood:
        question, rest = changeable(turn, request.question_id), " ".join(request.not_understood)
        meta = meta_of_question(turn, question.id)
        return Reply(modal=answering_form(turn.t, question, link=request.link, rest=rest, meta=meta))
    said = turn.t("question-said-answered", question=request.question_id)
    return _done(turn, request.question_id, partial(answer_question, link=request.link), said)


def _drop(turn: Turn, request: DoWithQuestion) -> Reply:
    if not request.why:
        question = changeable(turn, request.question_id)
        return Reply(modal=dropping_form(turn.t, question, meta=meta_of_question(turn, question.id)))
    said = turn.t("question-said-dropped", question=request.question_id)
    return _done(turn, request.question_id, partial(drop_question, why=request.why), said)


def _give(turn: Turn, request: DoWithQuestion) -> Reply:
    named = member_named(turn, request.owner_name) if request.owner_name else request.owner_id
    owner_id = turn.member.id if named == ME else named
    question = changeable(turn, request.question_id)
    if owner_id is None or request.not_understood:
        rest = " ".join((*request.not_understood, *([request.owner_name] if owner_id is None else [])))
        meta = meta_of_question(turn, question.id)
        return Reply(modal=giving_form(turn.t, question, chosen=owner_id, rest=rest, meta=meta))
    give = partial(give_question, owner_id=look_up_insider(turn, owner_id))
    return _done(turn, question.id, give, _said_given(turn, question.id, owner_id))


def _open(turn: Turn, request: DoWithQuestion) -> Reply:
    said = turn.t("question-said-open", question=request.question_id)
    return (
        _show(turn, request) if request.not_understood else _done(turn, request.question_id, keep_question_open, said)
    )


def _reopen(turn: Turn, request: DoWithQuestion) -> Reply:
    if request.not_understood:
        return _show(turn, request)
    said = turn.t("question-said-reopened", question=request.question_id)
    return _done(turn, request.question_id, reopen_question, said)


TYPED: Mapping[str, Callable[[Turn, DoWithQuestion], Reply]] = MappingProxyType(
    {"show": _show, "answer": _answer, "drop": _drop, "give": _give, "open": _open, "reopen": _reopen}
)


def _said_given(turn: Turn, question_id: str, owner_id: str) -> str:
    return turn.t("question-said-given", question=question_id, who=mention(owner_id))


def _done(turn: Turn, question_id: str, deed: Deed, said: str) -> Reply:
    with together(turn) as one:
        deed(**one.act, question_id=question_id)
        return card_reply(one, question_id, notice=said)


def on_show(turn: Turn, press: Press) -> Reply:
    turn = turn_at(turn, press.value)
    return card_modal_reply(turn, press.value)


def on_form(turn: Turn, press: Press, *, form: Callable[..., Json]) -> Reply:
    turn = turn_at(turn, press.value)
    question = changeable(turn, press.value)
    return Reply(modal=form(turn.t, question, meta=meta_of_question(turn, question.id, press=press)), in_place=True)


def on_open(turn: Turn, press: Press) -> Reply:
    return _pressed(turn, press, keep_question_open, turn.t("question-said-open", question=press.value))


def on_reopen(turn: Turn, press: Press) -> Reply:
    return _pressed(turn, press, reopen_question, turn.t("question-said-reopened", question=press.value))


def on_forget(turn: Turn, press: Press) -> Reply:
    """The button has asked before. The copies are rewritten in the background: they may be large."""
    forget_in_copies, question_id = turn.house.forget_in_copies, press.value
    with together(turn_at(turn, question_id)) as one:
        forget_asker(**one.act, question_id=question_id)
        said = turn.t("question-said-forgotten", question=question_id)
        reply = card_after_press(one, press, question_id, notice=said)
    erase = partial(erase_asker, question_id=question_id)
    turn.house.background(lambda: forget_in_copies(f'"{question_id}"', erase))
    return reply


def _pressed(turn: Turn, press: Press, deed: Deed, said: str) -> Reply:
    with together(turn_at(turn, press.value)) as one:
        deed(**one.act, question_id=press.value)
        return card_after_press(one, press, press.value, notice=said)


def on_answered(turn: Turn, form: Form) -> Reply:
    said = turn.t("question-said-answered", question=form.meta["question"])
    return _submitted(turn, form, partial(answer_question, link=form.text("link")), said)


def on_dropped(turn: Turn, form: Form) -> Reply:
    said = turn.t("question-said-dropped", question=form.meta["question"])
    return _submitted(turn, form, partial(drop_question, why=form.text("why")), said)


def on_given(turn: Turn, form: Form) -> Reply:
    question_id = str(form.meta["question"])
    there = turn_at(turn, question_id)
    try:
        owner_id = look_up_insider(there, form.text("owner"))
    except UserError as error:
        return _error(turn, form, error)
    give = partial(give_question, owner_id=owner_id)
    return _submitted(turn, form, give, _said_given(turn, question_id, owner_id))


def _submitted(turn: Turn, form: Form, deed: Deed, said: str) -> Reply:
    question_id = str(form.meta["question"])
    try:
        with together(turn_at(turn, question_id)) as one:
            deed(**one.act, question_id=question_id)
            return card_modal_reply(one, question_id, notice=said)
    except UserError as error:
        return _error(turn, form, error)


def _error(turn: Turn, form: Form, error: UserError) -> Reply:
    """Under its field, so that the form stays as it is."""
    block_id = {"question-link": "link", "question-why": "why"}.get(error.key) or person_field(form, error)
    if block_id not in form.values:
        raise error
    return Reply(errors={block_id: turn.t.refusal(error)})
