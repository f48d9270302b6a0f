"""The preview of an import, what became of it, and how to bring a calendar in."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.services.import_echo import RowEcho, RowEchoes
from bot.services.imports import Imported, Plan, Refusal, Revision, Row
from handlers.views.kit import Ask, Json, actions, button, clip, context, divider, escape, header, safe, section
from handlers.views.post_echo import alike

SHOWN = 5


NO_ECHOES = RowEchoes()


def preview(
    t: Translator, plan: Plan, *, name: str, token: str, echoes: RowEchoes = NO_ECHOES
) -> tuple[str, list[Json]]:
    """What is recognised, new, changed, an echo, refused and why; a button when there is work."""
    text = t(
        "import-title",
        name=escape(clip(name, 100)),
        new=len(plan.new),
        changed=len(plan.changed),
        same=plan.same,
        refused=len(plan.refused),
    )
    blocks = [section(text), *recognised(t, plan)]
    blocks += part(t("import-new"), [new_line(t, row) for row in plan.new[:SHOWN]], t, len(plan.new))
    blocks += part(t("import-changed"), [change_line(t, each) for each in plan.changed[:SHOWN]], t, len(plan.changed))
    blocks += part(t("import-refused"), [refusal_line(t, each) for each in plan.refused[:10]], t, len(plan.refused))
    return text, [*blocks, *echo_part(t, echoes), divider(), *decision(t, plan, token)]


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


def recognised(t: Translator, plan: Plan) -> list[Json]:
    said = [t("import-recognised", columns=clip(", ".join(plan.recognised), 1000))]
    if plan.unused:
        said.append(t("import-unused", columns=safe(", ".join(plan.unused), 800)))
    if plan.without_time:
        said.append(t("import-without-time", count=plan.without_time))
    if plan.dates:
        said.append(t("import-dates", dates=plan.dates))
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
    title = escape(clip(str(row.values["title"]), 100))
    return t("import-line-new", line=row.line, title=title, platform=t.platform(row.values["platform"]), when=when)


def change_line(t: Translator, revision: Revision) -> str:
    names = t.listing([t(f"import-field-{name}") for name in revision.names])
    title = escape(clip(revision.post.title, 100))
    return t("import-line-changed", line=revision.line, post=revision.post.id, title=title, names=names)


def refusal_line(t: Translator, refusal: Refusal) -> str:
    reason = t(f"import-bad-{refusal.reason}", what=escape(clip(refusal.what, 60)))
    return t("import-line-refused", line=refusal.line, column=refusal.field, reason=reason)


def decision(t: Translator, plan: Plan, token: str) -> list[Json]:
    if not token:
        return [section(t("import-nothing"))]
    ask = Ask(
        title=t("import-ask-title"),
        text=t("import-ask", new=len(plan.new), changed=len(plan.changed)),
        yes=t("import-yes"),
        no=t("button-back"),
    )
    confirm = button(t("import-confirm", count=plan.writes), "import.confirm", token, style="primary", ask=ask)
    return [actions(confirm, button(t("import-drop"), "import.drop", token)), context(t("import-until"))]


def imported(t: Translator, done: Imported, *, name: str) -> tuple[str, list[Json]]:
    text = t("import-done", name=escape(clip(name, 100)), added=done.added, changed=done.changed, same=done.same)
    return text, [section(text), actions(button(t("import-show"), "post.mine", style="primary"))]


def dropped(t: Translator) -> tuple[str, list[Json]]:
    text = t("import-dropped")
    return text, [section(text)]


def exported(t: Translator) -> tuple[str, list[Json]]:
    text = t("export-done")
    return text, [section(text)]


def import_help(t: Translator) -> tuple[str, list[Json]]:
    text = t("import-help-title")
    blocks = [header(text), section(t("import-help")), context(t("import-help-columns"))]
    return text, [*blocks, actions(button(t("export-button"), "import.export"))]
