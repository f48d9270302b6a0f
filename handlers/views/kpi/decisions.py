"""The buttons under a digest's decision: each kind has those that help. Owns no ids of other rooms."""

from collections.abc import Callable

from slackblocks import Button

from bot.domain.kpi.decisions import DecisionKind
from bot.domain.kpi.digests import Digest
from bot.i18n import Translator
from handlers.views.kit import Json, actions, button, context, mention

Buttons = list[Button]


def decision_blocks(t: Translator, digest: Digest, *, put_off_by: str) -> list[Json]:
    """*put_off_by*: who said "not now" to what was proposed."""
    found = HELP[digest.decision.kind](t, digest)
    proposed = [] if put_off_by else proposal(t, digest)
    said = [context(t("digest-decided-later", who=mention(put_off_by)))] if put_off_by and digest.decision.post else []
    row = [*proposed[:1], *found, *proposed[1:]]
    return [*([actions(*row)] if row else []), *said]


def proposal(t: Translator, digest: Digest) -> Buttons:
    """A sequel, and what puts it off, where the decision proposes one."""
    post = digest.decision.post
    if post is None:
        return []
    return [
        button(t("digest-button-sequel"), "digest.sequel", post.id, style="primary"),
        button(t("digest-button-later"), "digest.later", reference(digest)),
    ]


def reference(digest: Digest) -> str:
    """What the buttons of a digest carry: the strategy and the week."""
    return f"{digest.strategy.id}|{digest.week}"


def ask_button(t: Translator, digest: Digest) -> Button:
    return button(t("digest-button-ask"), "digest.ask", reference(digest))


def gaps_button(t: Translator, digest: Digest) -> Button:
    return button(t("digest-button-gaps"), "digest.gaps", reference(digest))


def _missed(t: Translator, digest: Digest) -> Buttons:
    return [
        button(t("digest-button-sort"), "digest.sort", reference(digest), style="primary"),
        button(t("digest-button-week"), "digest.week", reference(digest)),
    ]


def _overdue(t: Translator, digest: Digest) -> Buttons:
    return [button(t("digest-button-sort"), "digest.sort", reference(digest), style="primary")]


def _gaps(t: Translator, digest: Digest) -> Buttons:
    return [gaps_button(t, digest)]


def _round(t: Translator, digest: Digest) -> Buttons:
    return [button(t("button-my-round"), "checkin.open", f"{digest.strategy.id}:", style="primary")]


def _questions(t: Translator, digest: Digest) -> Buttons:
    oldest = digest.decision.oldest
    answer = button(t("digest-button-answer"), "question.show", oldest.id if oldest else "", style="primary")
    return [answer, button(t("digest-button-questions"), "checkin.status")]


def _missing(t: Translator, digest: Digest) -> Buttons:
    """Who has added some numbers of a post is not asked for them again: the list shows what it lacks."""
    ask = [ask_button(t, digest)] if digest.missing or digest.missing_before else []
    return [*ask, button(t("digest-button-add-numbers"), "kpi.numbers")]


def _best(t: Translator, digest: Digest) -> Buttons:
    return [] if digest.decision.post else [button(t("kpi-button-best"), "kpi.best")]


def add_post(t: Translator, digest: Digest) -> Buttons:
    return [button(t("button-add-post"), "post.add")]


def empty_buttons(t: Translator, digest: Digest) -> Buttons:
    """Of a week without posts: what is still to go out comes before anything new."""
    return [*(_overdue(t, digest) if digest.overdue else []), *add_post(t, digest)]


def _nothing(t: Translator, digest: Digest) -> Buttons:
    return []


HELP: dict[DecisionKind, Callable[[Translator, Digest], Buttons]] = {
    DecisionKind.MISSED: _missed,
    DecisionKind.OVERDUE: _overdue,
    DecisionKind.GAPS: _gaps,
    DecisionKind.ROUND: _round,
    DecisionKind.QUESTIONS: _questions,
    DecisionKind.MISSING: _missing,
    DecisionKind.PACE: _best,
    DecisionKind.EMPTY: add_post,
    DecisionKind.SEQUEL: _nothing,
    DecisionKind.KIND: _nothing,
    DecisionKind.NONE: _nothing,
}
