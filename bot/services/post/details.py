"""What stands beside a post's text: theme, labels, campaign, spend, partnership, attachments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import Attachment, Post, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.services.plan.held_back import hold_back
from bot.services.post.adding import checked_link
from bot.services.post.records import keep, live_note, post_to_change, unchanged_since, write_note
from bot.services.post.reviews import after_change

MOST = 10
FILE_ASKED_FOR = timedelta(minutes=30)
DROPPED_FOR = timedelta(days=1)
FIELDS = names_with(Trait.DETAILS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """*spend* is in the strategy's currency. *links* are lines of "address | what it shows". None changes nothing.

    *alts* are the alternative texts of the files that are attached, by their ids; a file without an entry is taken off.
    """

    theme: str | None = ""
    labels: tuple[str, ...] | None = ()
    campaign: str | None = ""
    spend: float | None = None
    is_partnership: bool = False
    links: tuple[str, ...] | None = ()
    alts: tuple[tuple[str, str], ...] = ()


def detail_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    details: Details,
    seen: int | None = None,
    override: str = "",
) -> Post:
    """Raises `Held` where a budget is passed; `UserError`: "link-unreadable", "post-cancelled", "attachments-full"."""
    with store.transaction() as tx:
        was = unchanged_since(post_to_change(tx, strategy, post_id, by), seen)
        if was.state is PostState.CANCELLED:
            raise UserError("post-cancelled", post=was.id)
        post = after_change(was, _detailed(was, details), strategy, by=by, now=now)
        changed = [name for name in FIELDS if getattr(was, name) != getattr(post, name)]
        if not changed:
            return was
        if post.is_open:
            post = hold_back(tx, strategy, post, by=by, now=now, was=was, override=override)
        return keep(tx, was, post, what="edited", by=by, now=now, note=",".join(changed))


def _detailed(post: Post, details: Details) -> Post:
    return replace(
        post,
        theme=post.theme if details.theme is None else details.theme,
        labels=post.labels if details.labels is None else details.labels,
        campaign=post.campaign if details.campaign is None else details.campaign,
        spend=details.spend,
        is_partnership=details.is_partnership,
        attachments=_no_more_than_fit([*_attached(post, details)]),
    )


def _attached(post: Post, details: Details) -> Iterator[Attachment]:
    """What was there stays where it was, with its name; what is new follows."""
    alts = dict(details.alts)
    typed = None if details.links is None else {each.url: each for each in map(linked, details.links)}
    for each in post.attachments:
        if each.file_id:
            yield from [replace(each, alt=alts[each.file_id])] if each.file_id in alts else []
        elif typed is None:
            yield each
        elif each.url in typed:
            yield replace(each, alt=typed.pop(each.url).alt)
    yield from typed.values() if typed else ()


def linked(line: str) -> Attachment:
    """ "https://… | what it shows". Raises `UserError("link-unreadable")`."""
    url, _, alt = line.partition("|")
    return Attachment(url=checked_link(url.strip()), alt=alt.strip())


def ask_for_file(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str) -> Post:
    """The next file that *by* drops into the direct message belongs to the post."""
    with store.transaction() as tx:
        post = post_to_change(tx, strategy, post_id, by)
        _no_more_than_fit([*post.attachments, Attachment()])
        body = {"post": post.id, "strategy": strategy.id}
        write_note(tx, _asked_id(by), body, expires_at=now + FILE_ASKED_FOR, now=now)
        return post


def file_asked_of(store: Store, *, by: Member, now: datetime) -> tuple[str, str] | None:
    """The strategy and the post that a file of *by* is awaited for."""
    with store.transaction() as tx:
        note = live_note(tx, _asked_id(by), now=now)
    return (note.body["strategy"], note.body["post"]) if note else None


def keep_dropped(store: Store, *, by: Member, now: datetime, token: str, files: Sequence[Attachment]) -> None:
    """Files that wait until it is said whose they are; only their names and addresses are kept."""
    told = [{"file_id": each.file_id, "name": each.name, "url": each.url, "alt": each.alt} for each in files]
    with store.transaction() as tx:
        write_note(tx, _dropped_id(by, token), {"files": told}, expires_at=now + DROPPED_FOR, now=now)


def dropped_files(store: Store, *, by: Member, now: datetime, token: str) -> tuple[Attachment, ...]:
    """Those that *by* dropped; none where they are gone, or somebody else's."""
    with store.transaction() as tx:
        note = live_note(tx, _dropped_id(by, token), now=now)
    return tuple(Attachment(**each) for each in note.body["files"]) if note else ()


def attach_files(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, files: Sequence[Attachment]
) -> Post:
    """Raises `UserError("attachments-full")`. The same file twice is attached once."""
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        if tx.notes.find(_asked_id(by)) is not None:
            tx.notes.delete(_asked_id(by))
        known = {each.file_id for each in was.attachments}
        new = [each for each in files if each.file_id not in known]
        if not new:
            return was
        post = replace(was, attachments=_no_more_than_fit([*was.attachments, *new]))
        post = after_change(was, post, strategy, by=by, now=now)
        return keep(tx, was, post, what="edited", by=by, now=now, note="attachments")


def _no_more_than_fit(attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
    if len(attachments) > MOST:
        raise UserError("attachments-full", limit=MOST)
    return tuple(attachments)


def _dropped_id(member: Member, token: str) -> str:
    return f"dropped:{member.id}:{token}"


def _asked_id(member: Member) -> str:
    return f"asked-file:{member.id}"
