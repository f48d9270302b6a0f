"""The compass on a card and in a form: what a post is for, asked once where no objective says so."""

from collections.abc import Mapping, Sequence
from typing import Any

from slackblocks import Button

from bot.domain.limits import REASON_LIMIT
from bot.domain.objective.compass import CompassQuestion, Waiting, doubt_about
from bot.domain.platforms import Platform
from bot.domain.posts import Post
from bot.domain.strategy import Objective, Strategy
from bot.i18n import Translator
from bot.services.post.adding import PostFacts
from handlers.views.kit import (
    Json,
    actions,
    button,
    checkboxes,
    clip,
    context,
    field,
    menu,
    modal,
    safe,
    section,
    text_field,
)
from handlers.views.lengths import CELL, GLIMPSE, SENTENCE
from handlers.views.post.in_words import post_title

ALONE, WIDEN = "alone", "widen"
NUMBERS = 12
"""Posts named in a line; the others are counted."""


def compass_blocks(t: Translator, facts: PostFacts) -> list[Json]:
    """The question with its answers, for whoever may answer; afterwards the answer, for everybody."""
    post, doubt = facts.post, doubt_about(facts.post, facts.strategy)
    if post.compass_answer:
        return [context(_answer(t, facts))]
    if doubt is None or not facts.can_change:
        return []
    return [section(question(t, doubt, post.platform)), actions(*_answers(t, facts, doubt))]


def question(t: Translator, doubt: CompassQuestion, platform: Platform | None) -> str:
    if doubt is CompassQuestion.PLATFORM and platform is not None:
        return t("compass-ask-platform", platform=t.platform(platform))
    return t("compass-ask-objective")


def _answer(t: Translator, facts: PostFacts) -> str:
    kept = facts.post.compass_answer
    objective = next((each for each in facts.strategy.objectives if each.id == kept), None)
    if objective is not None:
        return t("compass-kept-serves", objective=safe(objective.statement, SENTENCE))
    return t("compass-kept-alone", why=safe(kept, SENTENCE))


def _answers(t: Translator, facts: PostFacts, doubt: CompassQuestion) -> list[Button]:
    """The post's own objective, else the current one; any other is in the form."""
    post, nearest = facts.post, nearest_objective(facts.post, facts.strategy)
    found = []
    if nearest is not None:
        value, name = f"{post.id}|{nearest.id}", clip(nearest.statement, CELL)
        label = t("compass-serves-label", post=post.id, objective=nearest.id)
        found.append(button(t("compass-serves", objective=name), "post.serves", value, label=label))
        if doubt is CompassQuestion.PLATFORM and facts.can_plan:
            platform = t.platform(post.platform)
            label = t("compass-widen-label", platform=platform, objective=nearest.id)
            found.append(button(t("compass-widen", platform=platform), "post.widen", value, label=label))
    return [*found, button(t("compass-else"), "post.purpose", post.id, label=t("compass-else-label", post=post.id))]


def nearest_objective(post: Post, strategy: Strategy) -> Objective | None:
    own = next((each for each in strategy.open_objectives if each.id == post.objective_id), None)
    return own or strategy.objective_for(post.platform)


def purpose_value(strategy_id: str, doubt: CompassQuestion, platform: Platform | None) -> str:
    return f"{strategy_id}|{doubt.value}|{platform.value if platform else ''}"


def purpose_form(
    t: Translator,
    posts: Sequence[Post],
    strategy: Strategy,
    *,
    doubt: CompassQuestion | None,
    can_plan: bool,
    meta: Mapping[str, Any],
) -> Json:
    """One answer for *posts*, which are on one platform where the doubt is about that."""
    ask = [(f"{each.id} · {clip(each.statement, GLIMPSE)}", each.id) for each in strategy.open_objectives]
    chosen = nearest_objective(posts[0], strategy)
    platform = t.platform(posts[0].platform)
    widen = doubt is CompassQuestion.PLATFORM and can_plan and bool(ask)
    yes = [(t("compass-ask-widen", platform=platform), WIDEN)]
    blocks = [
        section(post_title(posts[0]) if len(posts) == 1 else post_numbers(t, posts)),
        *([section(question(t, doubt, posts[0].platform))] if doubt else []),
        field(
            "purpose",
            t("compass-ask-purpose"),
            menu("purpose", [*ask, (t("compass-alone"), ALONE)], chosen=chosen.id if chosen else ALONE),
            optional=False,
        ),
        *([field(WIDEN, t("compass-ask-objective-too"), checkboxes(WIDEN, yes))] if widen else []),
        text_field("why", t("compass-ask-why"), limit=REASON_LIMIT, hint=t("compass-ask-why-hint")),
    ]
    title = t("compass-form")
    return modal("post.purpose", title, blocks, submit=t("button-save"), close=t("button-close"), meta=meta)


def post_numbers(t: Translator, posts: Sequence[Post]) -> str:
    named = t.listing([each.id for each in posts[:NUMBERS]], "unit")
    rest = len(posts) - NUMBERS
    return t("compass-posts", count=len(posts), posts=named, rest=t("compass-more", count=rest) if rest > 0 else "")


def waiting_said(t: Translator, found: Sequence[Waiting], strategy_id: str) -> tuple[str, list[Json]]:
    """What still waits for an answer, one row for each question."""
    count = sum(len(each.posts) for each in found)
    text = t("compass-waiting", count=count)
    return text, [section(text), *(_row(t, each, strategy_id) for each in found)]


def waiting_modal(t: Translator, found: Sequence[Waiting], strategy: Strategy, *, notice: str = "") -> Json:
    _, blocks = waiting_said(t, found, strategy.id)
    said = [section(notice)] if notice else []
    meta = {"channel": strategy.channel_id}
    return modal("post.purposes", t("compass-form"), [*said, *blocks], close=t("button-close"), meta=meta)


def waiting_line(t: Translator, found: Sequence[Waiting], strategy_id: str) -> list[Json]:
    """Under many posts at once: one line instead of a question for each of them."""
    count = sum(len(each.posts) for each in found)
    if not count:
        return []
    ask = button(t("compass-answer"), "post.purposes", strategy_id, label=t("compass-form"))
    return [section(t("compass-waiting", count=count), accessory=ask)]


def _row(t: Translator, waiting: Waiting, strategy_id: str) -> Json:
    value = purpose_value(strategy_id, waiting.doubt, waiting.platform)
    where = t.platform(waiting.platform) if waiting.platform else ""
    asked = t("compass-ask-platform-of", platform=where) if where else t("compass-ask-objective-of")
    said = f"*{asked}*\n{post_numbers(t, waiting.posts)}"
    label = where or t("compass-form")
    return section(said, accessory=button(t("compass-answer"), "post.purpose-of", value, label=label))
