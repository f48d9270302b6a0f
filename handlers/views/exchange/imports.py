"""The preview of an import, what became of it, and how to bring a calendar in."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from slackblocks import Button

from bot.domain.errors import People
from bot.domain.limits import REASON_LIMIT
from bot.domain.post.fields import COLUMNS
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.exchange.columns import COUNTS
from bot.services.exchange.echoes import RowEcho, RowEchoes
from bot.services.exchange.imports import Imported, Refusal, Revision, Row
from bot.services.exchange.planning import ImportPlan
from bot.services.exchange.remarks import HeldLine, LongLine, Said
from bot.services.plan.held_back import Verdict
from handlers.views.kit import (
    Ask,
    Json,
    actions,
    button,
    clip,
    context,
    divider,
    escape,
    header,
    modal,
    named,
    safe,
    section,
    text_field,
)
from handlers.views.lengths import EXCERPT, GLIMPSE, LINE, NOTE, PLACEABLE, ROW, TITLE
from handlers.views.plan_words import verdict_lines
from handlers.views.post.echo import alike

SHOWN, FEW, REASONS, NAMED = 5, 3, 2, 12

NO_ECHOES = RowEchoes()


def preview(
    t: Translator,
    plan: ImportPlan,
    *,
    name: str,
    token: str,
    strategy: Strategy,
    lead: People,
    echoes: RowEchoes = NO_ECHOES,
) -> tuple[str, list[Json]]:
    """What is recognised, new, changed, held back, an echo, refused and why; a button when there is work.

    *lead*: who can let pass what is held back.
    """
    text = t(
        "import-title",
        name=escape(clip(name, TITLE)),
        new=len(plan.new),
        changed=len(plan.changed),
        same=plan.same,
        refused=len(plan.refused) + len(plan.said.out),
    )
    blocks = [section(text), *recognised(t, plan)]
    blocks += part(t("import-new"), [new_line(t, row) for row in plan.new[:SHOWN]], t, len(plan.new))
    blocks += part(t("import-changed"), [change_line(t, each) for each in plan.changed[:SHOWN]], t, len(plan.changed))
    blocks += part(t("import-refused"), [refusal_line(t, each) for each in plan.refused[:10]], t, len(plan.refused))
    blocks += [*held_part(t, plan.said, strategy), *_who_may(t, plan.said, lead), *approval_part(t, plan.said)]
    return text, [*blocks, *echo_part(t, echoes), divider(), *decision(t, plan, token)]


def running(t: Translator, *, name: str, done: int, total: int) -> tuple[str, list[Json]]:
    """How far a large file is; nothing to press, because it goes on by itself."""
    text = t("import-progress", name=escape(clip(name, TITLE)), done=done, total=total)
    return text, [section(text), context(t("import-progress-hint"))]


def held_part(t: Translator, said: Said, strategy: Strategy) -> list[Json]:
    """What breaks a rule, passes a limit or is too long, and what becomes of it."""
    currency = strategy.currency
    drafts, out, long = said.drafts, said.out, said.long
    return [
        *part(
            t("import-held-drafts", count=len(drafts)),
            [held_line(t, each, currency) for each in drafts[:FEW]],
            t,
            len(drafts),
        ),
        *part(t("import-held-out", count=len(out)), [held_line(t, each, currency) for each in out[:FEW]], t, len(out)),
        *part(t("import-long", count=len(long)), [long_line(t, each) for each in long[:FEW]], t, len(long)),
    ]


def _who_may(t: Translator, said: Said, lead: People) -> list[Json]:
    if not said.held:
        return []
    if said.may_override:
        return [context(t("import-held-you"))]
    return [context(t("import-held-who" if lead.ids else "import-held-nobody", who=named(t, lead)))]


def held_line(t: Translator, held: HeldLine, currency: str) -> str:
    """With the figures of what holds it back, and of nothing else."""
    verdict = Verdict(findings=held.verdict.errors, usages=held.verdict.passed)
    why = " · ".join(verdict_lines(t, verdict, currency)[:REASONS])
    return clip(t("import-line-held", line=held.line, title=safe(held.post.title, GLIMPSE), why=why), ROW)


def long_line(t: Translator, long: LongLine) -> str:
    figures = {"used": long.room.used, "limit": long.room.limit or 0}
    title, platform = safe(long.post.title, GLIMPSE), t.platform(long.post.platform)
    what = "title" if long.is_title else long.room.unit.value
    return t("import-line-long", line=long.line, title=title, platform=platform, what=what, **figures)


def approval_part(t: Translator, said: Said) -> list[Json]:
    """What lies in the past, whose approval does not count (any more), what has no purpose, what brings steps."""
    posts = t.listing(list(said.reread[:NAMED]), "unit")
    told = [
        t("import-past", count=len(said.past), lines=line_numbers(t, said.past)) if said.past else "",
        t("import-unapproved", count=len(said.unapproved), lines=line_numbers(t, said.unapproved))
        if said.unapproved
        else "",
        t("import-reread", count=len(said.reread), posts=posts) if said.reread else "",
        t("compass-waiting", count=said.questioned) if said.questioned else "",
        steps_told(t, said),
    ]
    return [context(each) for each in told if each]


def line_numbers(t: Translator, lines: Sequence[int]) -> str:
    more = ["…"] if len(lines) > NAMED else []
    return t.listing([*map(str, lines[:NAMED]), *more], "unit")


def steps_told(t: Translator, said: Said) -> str:
    gone = [t("import-steps-gone", count=said.gone)] if said.gone else []
    hurried = [t("import-steps-hurried", count=said.hurried)] if said.hurried else []
    return " ".join([t("import-steps", count=said.stepped), *hurried, *gone]) if said.stepped else ""


def echo_part(t: Translator, echoes: RowEchoes) -> list[Json]:
    said = [context(t("echo-import-part", count=echoes.whole))] if echoes.whole is not None else []
    if not echoes.found:
        return said
    total = len(echoes.found)
    return [
        *part(t("echo-import", count=total), [echo_line(t, each) for each in echoes.found[:SHOWN]], t, total),
        *said,
    ]


def echo_line(t: Translator, echo: RowEcho) -> str:
    what = t("echo-import-row", line=echo.of_line)
    if echo.post is not None:
        what = t("echo-import-post", post=echo.post.id, platform=t.platform(echo.post.platform))
    return t("echo-import-line", line=echo.line, alike=alike(t, echo.likeness), what=what)


def recognised(t: Translator, plan: ImportPlan) -> list[Json]:
    said = [
        t("import-recognised", columns=clip(t.listing([column_word(t, each) for each in plan.recognised]), PLACEABLE))
    ]
    if plan.unused:
        said.append(t("import-unused", columns=safe(", ".join(plan.unused), EXCERPT)))
    if plan.without_time:
        said.append(t("import-without-time", count=plan.without_time, clock=t.wall(time(9))))
    if plan.dates:
        order = "day" if plan.dates.startswith("dd") else "month"
        said.append(t("import-dates", dates=t(f"import-dates-{order}-first")))
    if plan.measured:
        said.append(t("import-measured", count=plan.measured))
    return [context(each) for each in said]


def part(title: str, lines: Sequence[str], t: Translator, total: int) -> list[Json]:
    if not lines:
        return []
    more = [t("import-more", count=total - len(lines))] if total > len(lines) else []
    return [section("\n".join([f"*{title}*", *lines, *more]))]


def new_line(t: Translator, row: Row) -> str:
    due = row.values.get("due")
    when = t.moment(due.at, zone=due.zone, year=True) if due else t("import-no-date")
    title = safe(clip(str(row.values["title"]), TITLE), LINE)
    return t("import-line-new", line=row.line, title=title, platform=t.platform(row.values["platform"]), when=when)


def change_line(t: Translator, revision: Revision) -> str:
    names = t.listing([t(f"field-{name}") for name in revision.names])
    title = safe(clip(revision.post.title, TITLE), LINE)
    return t("import-line-changed", line=revision.line, post=revision.post.id, title=title, names=names)


def refusal_line(t: Translator, refusal: Refusal) -> str:
    what = safe(clip(refusal.what, GLIMPSE), NOTE)
    reason = t(f"import-bad-{refusal.reason}", what=what, post=what)
    return t("import-line-refused", line=refusal.line, column=column_word(t, refusal.field), reason=reason)


def column_word(t: Translator, column: str) -> str:
    """What a column holds; its header may say so in other words."""
    if column in COUNTS:
        return t(f"count-{column}")
    return t(f"field-{COLUMNS[column].name if column in COLUMNS else column}")


def decision(t: Translator, plan: ImportPlan, token: str) -> list[Json]:
    if not token:
        return [section(t("import-nothing"))]
    ask = Ask(
        title=t("import-ask-title"),
        text=t("import-ask", new=len(plan.new), changed=len(plan.changed)),
        yes=t("import-yes"),
        no=t("button-back"),
    )
    confirm = button(t("import-confirm", count=plan.writes), "import.confirm", token, style="primary", ask=ask)
    ways = [
        *([confirm] if plan.writes else []),
        *_other_ways(t, plan, token),
        button(t("import-drop"), "import.drop", token),
    ]
    return [actions(*ways), context(t("import-until"))]


def _other_ways(t: Translator, plan: ImportPlan, token: str) -> list[Button]:
    """Without the lines that break a rule; or with all of them, for a reason, by whoever may."""
    said = plan.said
    rest = plan.writes - len(said.drafts)
    without = [button(t("import-without", count=rest), "import.without", token)] if said.drafts and rest else []
    override = button(t("import-override", count=plan.writes + len(said.out)), "import.override", token)
    return [*without, *([override] if said.held and said.may_override else [])]


def overriding_form(t: Translator, *, meta: Mapping[str, Any]) -> Json:
    ask = text_field(
        "override", t("plan-ask-override"), limit=REASON_LIMIT, hint=t("import-override-hint"), optional=False
    )
    title = t("import-override-form")
    return modal("import.override", title, [ask], submit=t("import-yes"), close=t("button-close"), meta=meta)


def imported(t: Translator, done: Imported, *, name: str, strategy: Strategy) -> tuple[str, list[Json]]:
    """What came in, and what of it still wants a look."""
    text = t("import-done", name=escape(clip(name, TITLE)), added=done.added, changed=done.changed, same=done.same)
    ways = [button(t("import-show"), "post.mine", style="primary"), *_still(t, done, strategy)]
    undo = [button(t("button-undo"), "import.undo", f"{strategy.id}|{done.token}")] if done.token else []
    below = [context(t("import-undo-until"))] if undo else []
    held = held_part(t, done.said, strategy)
    return text, [section(text), *held, *approval_part(t, done.said), actions(*ways, *undo), *below]


def _still(t: Translator, done: Imported, strategy: Strategy) -> list[Button]:
    asks = [button(t("compass-answer"), "post.purposes", strategy.id, label=t("compass-form"))]
    gaps = [*(each.post for each in done.said.drafts), *(each.post for each in done.said.long)]
    days = sorted(each.due.day for each in gaps if each.due)
    month = f"{strategy.id}|{days[0].isoformat() if days else ''}"
    look = [button(t("plan-button-check"), "plan.check", month)]
    return [*(asks if done.said.questioned else []), *(look if gaps else [])]


def imported_modal(t: Translator, blocks: Sequence[Json], *, channel_id: str) -> Json:
    return modal(
        "import.done", t("import-override-form"), blocks, close=t("button-close"), meta={"channel": channel_id}
    )


def dropped(t: Translator) -> tuple[str, list[Json]]:
    text = t("import-dropped")
    return text, [section(text)]


def exported(t: Translator) -> tuple[str, list[Json]]:
    text = t("export-done")
    return text, [section(text)]


def import_help(t: Translator) -> tuple[str, list[Json]]:
    text = t("import-help-title")
    blocks = [header(text), section(t("import-help")), context(t("import-help-columns")), section(t("export-help"))]
    return text, [*blocks, actions(button(t("export-button"), "import.export"))]
