"""`/kpi`: the numbers of now, targets, what did best, help. Logging is in `log`, digests in `digests`."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.kpi.comparisons import kind_comparisons
from bot.domain.kpi.digests import Facts
from bot.domain.kpi.formulas import Measured
from bot.domain.kpi.targets import AgainstTarget, lacking_among
from bot.domain.moments import Week
from bot.domain.strategy import Platform
from bot.language import parse_kpi
from bot.language.kpi.requests import (
    ImportNumbers,
    KpiRequest,
    LogCounts,
    SetTarget,
    ShowBest,
    ShowCare,
    ShowDigest,
    ShowNumbers,
)
from bot.language.post.undo import Undo
from bot.language.requests import Help, OpenForm
from bot.services.kpi.care import care_weeks
from bot.services.kpi.digest import LOOK_BACK, digest_of, facts_in_week, measured_between, unmeasured_among
from bot.services.kpi.measures import ranked, set_target
from handlers.context import Turn
from handlers.doubts import asked_above
from handlers.kpi import digests, log
from handlers.listening import Listeners
from handlers.objective.forms import undo_of
from handlers.one_transaction import at_once
from handlers.payloads import Reply
from handlers.undo.command import on_undo_typed
from handlers.views.kpi import numbers as views
from handlers.views.kpi.care import care_said


def register(on: Listeners) -> None:
    on.command("kpi", on_command)
    on.press("kpi.numbers", lambda turn, press: on_numbers_typed(turn, ShowNumbers()))
    on.press("kpi.best", lambda turn, press: on_best_typed(turn, ShowBest()))
    log.register(on)
    digests.register(on)


def on_command(turn: Turn, text: str) -> Reply:
    t = turn.t
    request = parse_kpi(text, now=turn.now, zone=zone_of(turn), french=t.language == "fr", dates=t.date_order)
    return asked_above(t, ANSWERS[type(request)](turn, request), request)


def zone_of(turn: Turn) -> str:
    """Weeks are those of the strategy, whose posts they count."""
    return turn.strategy.zone if turn.strategy else turn.member.zone


def said(found: views.Said) -> Reply:
    text, blocks = found
    return Reply(text=text, blocks=blocks)


def on_numbers_typed(turn: Turn, request: ShowNumbers) -> Reply:
    strategy = turn.the_strategy()
    week = request.week or Week.of(strategy.today(turn.now))
    facts, asked = _week(turn, week, request.platform)
    missing, lacking = unmeasured_among(asked), lacking_among(asked, asked, strategy)
    is_all_in = bool(asked) and not (missing or lacking)
    name = turn.t.platform(request.platform) if request.platform else ""
    found = digest_of(facts, now=turn.now)
    told = views.Numbers(digest=found, missing=missing, lacking=lacking, platform=name, is_all_in=is_all_in)
    return said(views.numbers_now(turn.t, told))


def _week(turn: Turn, week: Week, platform: Platform | None) -> tuple[Facts, list[Measured]]:
    """The facts of a week, and the posts of the last weeks, whose numbers are asked for."""
    strategy = turn.the_strategy()
    with turn.store.transaction() as tx:
        facts = facts_in_week(tx, strategy, week, now=turn.now)
        asked = measured_between(tx, strategy, turn.now - LOOK_BACK, turn.now)
    if platform is None:
        return facts, asked
    return _of_platform(facts, platform), [each for each in asked if each.post.platform is platform]


def _of_platform(facts: Facts, platform: Platform) -> Facts:
    return replace(
        facts,
        recent=tuple(each for each in facts.recent if each.post.platform is platform),
        due=tuple(each for each in facts.due if each.platform is platform),
        earlier=tuple(each for each in facts.earlier if each.platform is platform),
    )


def on_target_typed(turn: Turn, request: SetTarget) -> Reply:
    if request.percent is not None:
        return said(views.rate_asked(turn.t, request.percent / 100))
    if request.not_understood:
        return said(views.help_said(turn.t, not_understood=" ".join(request.not_understood)))
    if request.kpi is None or request.value is None:
        return said(views.target_help(turn.t, request.kpi))
    strategy = set_target(
        **turn.act,
        kpi=request.kpi,
        value=request.value,
        statement=turn.t("kpi-target-objective"),
        objective_id=request.objective_id,
    )
    turn = replace(turn, strategy=strategy)
    facts, _ = _week(turn, Week.of(strategy.today(turn.now)), None)
    found = digest_of(facts, now=turn.now)
    against = next(each for each in found.targets if _is_meant(each, request))
    return said(views.target_said(turn.t, against, found, undo=undo_of(turn, strategy, against.objective)))


def _is_meant(against: AgainstTarget, request: SetTarget) -> bool:
    return against.target.kpi is request.kpi and request.objective_id in ("", against.objective.id)


def on_best_typed(turn: Turn, request: ShowBest) -> Reply:
    if request.not_understood:
        return said(views.help_said(turn.t, not_understood=" ".join(request.not_understood)))
    strategy = turn.the_strategy()
    places, recent = ranked(turn.store, strategy, now=turn.now)
    wanted = [each for each in recent if request.platform in (None, each.post.platform)]
    found = views.Best(
        strategy=strategy,
        ranked=[each for each in places if request.platform in (None, each.post.platform)],
        findings=[each for each in kind_comparisons(_compared(wanted)) if each.is_evident],
        of=len(wanted),
    )
    return said(views.best_said(turn.t, found))


def on_care_typed(turn: Turn, request: ShowCare) -> Reply:
    if request.not_understood:
        return said(views.help_said(turn.t, not_understood=" ".join(request.not_understood)))
    strategy = turn.the_strategy()
    weeks = care_weeks(turn.store, strategy, now=turn.now)
    return said(care_said(turn.t, weeks, strategy, today=strategy.today(turn.now)))


def _compared(recent: list[Measured]) -> list[Measured]:
    return [each for each in recent if not each.counts.is_empty]


def _digest(turn: Turn, request: ShowDigest) -> Reply:
    if request.not_understood:
        return said(views.help_said(turn.t, not_understood=" ".join(request.not_understood)))
    return digests.digest_reply(turn, request.week)


def _log(turn: Turn, request: LogCounts) -> Reply:
    return log.on_log_typed(turn, request)


def _help(turn: Turn, request: Help) -> Reply:
    return said(views.help_said(turn.t, not_understood=" ".join(request.not_understood)))


def _import(turn: Turn, request: ImportNumbers) -> Reply:
    return said(views.plain_said(turn.t("kpi-import")))


def _numbers(turn: Turn, request: ShowNumbers) -> Reply:
    if request.not_understood:
        return said(views.help_said(turn.t, not_understood=" ".join(request.not_understood)))
    return on_numbers_typed(turn, request)


def _open(turn: Turn, request: OpenForm) -> Reply:
    return on_numbers_typed(turn, ShowNumbers())


ANSWERS: dict[type[KpiRequest], Callable[..., Reply]] = {
    LogCounts: _log,
    ShowDigest: _digest,
    SetTarget: at_once(on_target_typed),
    ShowNumbers: _numbers,
    ShowBest: on_best_typed,
    ShowCare: on_care_typed,
    ImportNumbers: _import,
    OpenForm: _open,
    Undo: on_undo_typed,
    Help: _help,
}
