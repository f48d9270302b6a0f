"""`forget MEMBER`: removes what is kept about a member, from the calendar and from its backups."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.cli.backup import in_words, store_argument
from bot.cli.command import Command, is_agreed
from bot.cli.stores import opened
from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.ports import Store
from bot.services.workspace.forgetting import Forgetting, forget, plan_forgetting
from storage.copies.every_file import contains, copies_of, rewrite
from storage.tiny import TinyStore

TABLES = (
    "posts",
    "strategies",
    "check_ins",
    "questions",
    "voices",
    "corrections",
    "share_kits",
    "measurements",
    "deliveries",
    "notes",
)


def forget_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> int:
    """Exit status 1 when the answer was no."""
    with opened(wish.store, environ) as store:
        member_id = member_named(store, wish.member)
        plan, copies = plan_forgetting(store, member_id), copies_naming(store, member_id)
        if plan.is_empty and not copies:
            raise UserError("forget-unknown", what=wish.member)
        member = f"{plan.name} ({member_id})" if plan.name else member_id
        for line in plan_lines(t, plan, member, copies):
            print(line)
        if not (wish.yes or is_agreed(t("cli-forget-ask", member=member), t("cli-forget-unasked"))):
            print(t("cli-forget-dropped"))
            return 1
        forget_for_good(store, member_id)
        for line in rewrite_files(copies, member_id, t):
            print(line)
    print(t("cli-forget-done", member=member_id))
    return 0


def member_named(store: Store, said: str) -> str:
    """The id of whoever has that id or that name; else *said* as it is, for it may stand somewhere all the same."""
    word = said.strip().removeprefix("@")
    with store.transaction() as tx:
        known = tx.members.all()
    ids = [each.id for each in known if word.upper() == each.id.upper()]
    ids = ids or [each.id for each in known if word.casefold() == each.name.casefold()]
    if len(ids) > 1:
        raise UserError("forget-several", what=word, ids=", ".join(ids))
    return ids[0] if ids else word


def forget_for_good(store: Store, member_id: str) -> None:
    """Also out of the lines that the journal still holds."""
    forget(store, member_id)
    if isinstance(store, TinyStore):
        with in_words(store.path):
            store.journal.compact()


def copies_naming(store: Store, member_id: str) -> list[Path]:
    if not isinstance(store, TinyStore):
        return []
    return [each for each in copies_of(store.path) if contains(each, member_id)]


def rewrite_files(copies: list[Path], member_id: str, t: Translator) -> Iterator[str]:
    for copy in copies:
        with in_words(copy):
            is_kept = rewrite(copy, lambda store: forget(store, member_id))
        yield t("cli-forget-rewritten" if is_kept else "cli-forget-removed", path=str(copy))


def plan_lines(t: Translator, plan: Forgetting, member: str, copies: list[Path]) -> Iterator[str]:
    yield t("cli-forget-title", member=member)
    if plan.changes["members"].deleted:
        yield t("cli-forget-member-row")
    for table in TABLES:
        changes = plan.changes[table]
        if count := len(changes.deleted) or len(changes.written):
            yield t(f"cli-forget-{table}", count=count, unowned=plan.unowned)
    for strategy, follower in plan.followed.items():
        yield t("cli-forget-followed", strategy=strategy, follower=follower)
    if plan.unmanaged:
        yield t("cli-forget-unmanaged", strategies=t.listing(plan.unmanaged))
    yield t("cli-forget-copies", count=len(copies))
    if plan.named_in:
        yield t("cli-forget-named", where=t.listing(plan.named_in))
    yield t("cli-forget-again")


def arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("member", metavar="MEMBER", help=t("cli-forget-member"))
    parser.add_argument("--yes", action="store_true", help=t("cli-forget-yes"))
    store_argument(parser, t)


FORGET = Command(act=forget_command, arguments=arguments)
