"""What an export for another program holds, what it leaves out and why, and how that program takes it."""

from bot.i18n import Translator
from bot.services.exchange.layouts import Export, LeftOut
from handlers.views.kit import Json, clip, context, escape, section
from handlers.views.lengths import GLIMPSE, TITLE

SHOWN = 15


def bulk_said(t: Translator, export: Export, *, zone: str) -> tuple[str, list[Json]]:
    """The answer to whoever asked, while the files are on their way."""
    text = bulk_title(t, export)
    blocks = [section(text)]
    if export.left_out:
        blocks.append(section("\n".join([f"*{t('export-out-title')}*", *left_out_lines(t, export)])))
    if export.rows:
        blocks.append(context(bulk_hint(t, export, zone=zone)))
    return text, blocks


def bulk_comment(t: Translator, export: Export, *, zone: str) -> str:
    """The message that the files come with."""
    return f"{bulk_title(t, export)}\n{bulk_hint(t, export, zone=zone)}"


def bulk_title(t: Translator, export: Export) -> str:
    tool = t(f"export-layout-{export.layout.value}")
    if not export.rows:
        return t("export-bulk-nothing", tool=tool)
    return t("export-bulk", tool=tool, rows=export.rows, files=len(export.files))


def bulk_hint(t: Translator, export: Export, *, zone: str) -> str:
    return t(f"export-hint-{export.layout.value}", dates=export.dates, place=t.place(zone))


def left_out_lines(t: Translator, export: Export) -> list[str]:
    lines = [f"• {left_out_line(t, each)}" for each in export.left_out[:SHOWN]]
    rest = len(export.left_out) - len(lines)
    return [*lines, f"• {t('export-out-more', count=rest)}"] if rest > 0 else lines


def left_out_line(t: Translator, left_out: LeftOut) -> str:
    post = left_out.post
    reason = t(f"export-out-{left_out.reason}", what=left_out.what)
    title = escape(clip(post.title, GLIMPSE))
    return t("export-out-line", post=post.id, title=title, platform=t.platform(post.platform), reason=reason)


def ics_said(t: Translator, count: int) -> tuple[str, list[Json]]:
    text = t("export-ics", count=count)
    return text, [section(text), context(t("export-ics-snapshot"))]


def ics_comment(t: Translator, count: int, *, name: str) -> str:
    return f"{t('export-ics-message', name=escape(clip(name, TITLE)), count=count)}\n{t('export-ics-snapshot')}"
