"""What a digest's buttons lead to: posts that come without owner or text, and who was asked for missing numbers."""

from slackblocks import Button

from bot.domain.kpi.digests import Digest
from bot.domain.posts import Post
from bot.i18n import Translator
from bot.services.kpi.measures import AskedForNumbers
from handlers.views.kit import actions, button, context, header, mention, section
from handlers.views.kpi.numbers import Said, named

LISTED = 10
"""Posts with their buttons: more would be a wall."""


def gaps_said(t: Translator, digest: Digest) -> Said:
    """The coming week's posts without owner or text, each with the buttons that mend it."""
    week = digest.week.shifted(1).number
    found = {post.id: post for post in (*digest.unowned, *digest.textless)}
    posts = sorted(found.values(), key=lambda each: (each.due_at or digest.made_at, each.number))
    if not posts:
        text = t("digest-gaps-none" if digest.coming else "digest-gaps-nothing", week=week)
        return text, [section(text), *([] if digest.coming else [actions(button(t("button-add-post"), "post.add"))])]
    title, lines = t("digest-gaps-title", week=week), [_line(t, post) for post in posts[:LISTED]]
    rows = [row for post, line in zip(posts, lines, strict=False) for row in (section(line), actions(*_mends(t, post)))]
    more = [context(t("kpi-missing-more", more=len(posts) - LISTED))] if len(posts) > LISTED else []
    return "\n".join([title, *lines]), [header(title), *rows, *more]


def _line(t: Translator, post: Post) -> str:
    due = t.due(post.due) if post.due else ""
    lacks = [t("digest-gap-owner")] if post.owner_id is None else []
    lacks += [] if post.has_text else [t("digest-gap-text")]
    where = {"platform": t.platform(post.platform), "due": due}
    return t("digest-gap", post=f"*{named(post)}*", **where, lacks=t.listing(lacks, "unit"))


def _mends(t: Translator, post: Post) -> list[Button]:
    found = [button(t("button-hand-over"), "post.assign", post.id)] if post.owner_id is None else []
    return [*found, *([] if post.has_text else [button(t("digest-button-write"), "post.edit", post.id)])]


def asked_said(t: Translator, asked: AskedForNumbers) -> Said:
    """Who was asked just now, who had been asked before today, and for which posts nobody could be."""
    who = t.listing([mention(each) for each in asked.asked])
    is_settled = not (asked.already or asked.unasked)
    lines = [t("digest-asked", count=len(asked.asked), who=who)] if asked.asked or is_settled else []
    for person, posts in asked.already.items():
        named_posts = t.listing([post.id for post in posts], "unit")
        lines.append(t("digest-asked-already", who=mention(person), posts=named_posts))
    if asked.unasked:
        lines.append(t("digest-asked-nobody", posts=t.listing([post.id for post in asked.unasked], "unit")))
    text = "\n".join(lines)
    return text, [section(text)]
