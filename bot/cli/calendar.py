"""`import` and `export`: the calendar as a CSV file, without Slack."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.cli.command import Command, is_agreed
from bot.cli.everything import content_of, export_everything, import_everything
from bot.cli.layouts import export_as, layout_arguments
from bot.cli.stores import at_hand, opened, the_strategy
from bot.clock import SystemClock
from bot.domain.errors import UserError
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.language import unescaped
from bot.ports import Store
from bot.services.exchange.imports import Imported, plan_import, run_import
from bot.services.exchange.planning import ImportPlan
from bot.services.workspace.strategy import keep_unbound, unbound
from bot.settings import is_zone
from handlers.views.exchange.imports import change_line, column_word, long_line, refusal_line, steps_told


def import_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> int:
    """Exit status 1 when a line was refused, or the answer was no."""
    if wish.everything:
        import_everything(wish, environ, t)
        return 0
    now = SystemClock().now()
    content = content_of(wish.file)
    with opened(wish.store, environ) as store:
        strategy = strategy_for(store, wish, t, now=now)
        plan = plan_import(store, content, strategy=strategy, now=now, name=wish.file.name, reader=t.date_order)
        show(plan, wish.file.name, t)
        if plan.writes and (wish.yes or is_agreed(t("cli-import-ask"), t("cli-import-unasked"))):
            strategy = strategy if strategy.id else found_strategy(store, strategy, t)
            done = run_import(
                store, content, strategy=strategy, by="", now=now, name=wish.file.name, reader=t.date_order
            )
            print(told(done, wish.file.name, t))
        elif plan.writes:
            print(t("import-dropped"))
            return 1
    return int(bool(plan.refused))


def import_file(store: Store, path: Path, *, strategy: Strategy, now: datetime) -> Imported:
    return run_import(store, content_of(path), strategy=strategy, by="", now=now, name=path.name)


def strategy_for(store: Store, wish: argparse.Namespace, t: Translator, *, now: datetime) -> Strategy:
    """The one that is named or the only one; on an empty store a new one, which is kept once something is in it."""
    with store.transaction() as tx:
        is_empty = not tx.strategies.all()
    if not is_empty:
        return the_strategy(store, wish.strategy)
    if wish.zone and not is_zone(wish.zone):
        raise UserError("setting-zone", name="--zone", what=wish.zone)
    return unbound(name=wish.file.stem, zone=wish.zone or t.zone, locale=t.locale, now=now)


def found_strategy(store: Store, wish: Strategy, t: Translator) -> Strategy:
    """Kept, and said so; it is not bound to a channel yet."""
    strategy = keep_unbound(store, wish)
    print(t("cli-new-strategy", name=strategy.name, zone=strategy.zone))
    return strategy


def show(plan: ImportPlan, name: str, t: Translator) -> None:
    counts = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same, "refused": len(plan.refused)}
    print(t("import-title", name=name, **counts).replace(f"*{name}*", name))
    print(t("import-recognised", columns=t.listing([column_word(t, each) for each in plan.recognised])))
    if plan.unused:
        print(t("import-unused", columns=", ".join(plan.unused)))
    for revision in plan.changed:
        print(f"  {plain(change_line(t, revision))}")
    for long in plan.said.long:
        print(f"  {plain(long_line(t, long))}")
    for refusal in plan.refused:
        print(f"  {plain(refusal_line(t, refusal))}")


def told(done: Imported, name: str, t: Translator) -> str:
    text = t("import-done", name=name, added=done.added, changed=done.changed, same=done.same)
    return "\n".join([text.replace(f"*{name}*", name), *filter(None, [steps_told(t, done.said)])])


def plain(mrkdwn: str) -> str:
    """A line of Slack's for the terminal: without its escapes and the word joiners that keep stars from working."""
    return unescaped(mrkdwn.replace("\u2060", ""))


def export_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    if wish.everything:
        export_everything(wish, environ, t)
        return
    with at_hand(wish.store, environ) as store:
        export_as(store, the_strategy(store, wish.strategy), wish, t, now=SystemClock().now())


def common(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--strategy", metavar="S1", help=t("cli-strategy"))
    parser.add_argument("--store", metavar="URL", help=t("cli-store"))


def import_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--yes", action="store_true", help=t("cli-import-yes"))
    parser.add_argument("--everything", action="store_true", help=t("cli-everything-import"))
    parser.add_argument("--replace", action="store_true", help=t("cli-everything-replace"))
    parser.add_argument("--zone", metavar="Europe/Paris", help=t("cli-import-zone"))
    common(parser, t)


def export_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", help=t("cli-export-file"))
    parser.add_argument("--everything", action="store_true", help=t("cli-everything-export"))
    layout_arguments(parser, t)
    common(parser, t)


IMPORT = Command(act=import_command, arguments=import_arguments)
EXPORT = Command(act=export_command, arguments=export_arguments)
