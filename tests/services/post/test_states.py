"""Whatever is done to posts, in whatever order and by whomever: no sequence leads to a state that must not be."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform, PlatformPlan
from bot.services.people.who_may import Action, may
from bot.services.post.adding import Wish, add_post, edit_post
from bot.services.post.batches import Batch, add_series, copy_post, move_day
from bot.services.post.changes import (
    Snooze,
    assign_post,
    cancel_post,
    draft_post,
    move_post,
    publish_post,
    reopen_post,
    snooze_post,
)
from bot.services.post.checklists import finish_step, make_step_post
from bot.services.post.details import Details, detail_post
from bot.services.post.echo import keep_echo, rewrite_post
from bot.services.post.reviews import approve_post, ask_changes, ask_review
from bot.services.ways_back.table import undo_last
from tests.services.post.post_builders import AMY, BOB, GUEST, LUNE, NOW, a_store, at, undo_batch

CHLOE = Member(id="UCHLOE", name="Chloé")
DAN = Member(id="UDAN", name="Dan")
STRICT = replace(
    LUNE,
    review_required=True,
    platforms=(PlatformPlan(platform=Platform.INSTAGRAM, owner_id="UCHLOE", reviewer_id="UDAN"),),
)
LINK = "https://www.instagram.com/p/abc/"
PEOPLE = st.sampled_from([AMY, BOB, CHLOE, DAN, GUEST])
NUMBERS = st.integers(1, 6).map(lambda n: f"P{n}")
DAYS = st.integers(20, 29)
TEXTS = st.sampled_from(["", "Bring your best tea story to the bakery", "Something else altogether", "#tea"])


class Posts(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.store, self.now = a_store(), NOW
        self.before: dict[str, Post] = {}
        self.tokens: list[str] = []
        with self.store.transaction() as tx:
            tx.strategies.put(replace(STRICT, rev=tx.strategies.get("S1").rev))
            for member in (CHLOE, DAN):
                tx.members.put(member)

    def does(self, act, by: Member, **more: object) -> object:
        """A refusal is an answer; anything else that is raised is a bug."""
        self.before = {each.id: each for each in self.posts()}
        with suppress(UserError):
            return act(self.store, strategy=STRICT, by=by, now=self.now, **more)
        return None

    def posts(self) -> list[Post]:
        with self.store.transaction() as tx:
            return tx.posts.all()

    @rule(minutes=st.sampled_from([1, 5, 60, 24 * 60]))
    def time_goes_by(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule(by=PEOPLE, kind=st.sampled_from(PostKind), text=TEXTS, day=st.none() | DAYS, is_idea=st.booleans())
    def add(self, by, kind, text, day, is_idea):
        due = at(day) if day and not is_idea else None
        wish = Wish(title="A", platform=Platform.INSTAGRAM, kind=kind, text=text, due=due, is_idea=is_idea)
        self.does(add_post, by, wish=wish)

    @rule(by=PEOPLE, post_id=NUMBERS, text=TEXTS, day=st.none() | DAYS, kind=st.sampled_from(PostKind))
    def edit(self, by, post_id, text, day, kind):
        wish = Wish(title="B", platform=Platform.X, text=text, due=at(day) if day else None, kind=kind)
        self.does(edit_post, by, post_id=post_id, wish=wish)

    @rule(by=PEOPLE, post_id=NUMBERS, text=TEXTS)
    def rewrite(self, by, post_id, text):
        self.does(rewrite_post, by, post_id=post_id, text=text)

    @rule(by=PEOPLE, post_id=NUMBERS, act=st.sampled_from([draft_post, reopen_post, cancel_post, undo_last]))
    def step(self, by, post_id, act):
        self.does(act, by, post_id=post_id)

    @rule(by=PEOPLE, post_id=NUMBERS, reviewer=st.sampled_from(["", "UAMY", "UDAN", "UCHLOE", "UGUEST", "UNOBODY"]))
    def ask(self, by, post_id, reviewer):
        self.does(ask_review, by, post_id=post_id, reviewer_id=reviewer)

    @rule(by=PEOPLE, post_id=NUMBERS)
    def approve(self, by, post_id):
        found = self.does(approve_post, by, post_id=post_id)
        if isinstance(found, Post):
            assert by.id != found.owner_id
            assert may(by, Action.APPROVE, STRICT, found)

    @rule(by=PEOPLE, post_id=NUMBERS)
    def send_back(self, by, post_id):
        self.does(ask_changes, by, post_id=post_id, comment="Shorter")

    @rule(
        by=PEOPLE,
        post_id=NUMBERS,
        link=st.sampled_from([LINK, "", "nonsense"]),
        reason=st.sampled_from(["", "A story"]),
    )
    def publish(self, by, post_id, link, reason):
        self.does(publish_post, by, post_id=post_id, link=link, reason=reason)

    @rule(by=PEOPLE, post_id=NUMBERS, day=DAYS)
    def move(self, by, post_id, day):
        self.does(move_post, by, post_id=post_id, due=at(day))

    @rule(by=PEOPLE, post_id=NUMBERS, owner=st.sampled_from(["UAMY", "UCHLOE", "UGUEST", "UNOBODY"]))
    def assign(self, by, post_id, owner):
        self.does(assign_post, by, post_id=post_id, owner_id=owner)

    @rule(by=PEOPLE, post_id=NUMBERS)
    def snooze(self, by, post_id):
        self.does(snooze_post, by, post_id=post_id, span=Snooze.ONE_HOUR)

    @rule(by=PEOPLE, post_id=NUMBERS, place=st.integers(-1, 5))
    def checklist(self, by, post_id, place):
        self.does(finish_step, by, post_id=post_id, place=place)
        self.does(make_step_post, by, post_id=post_id, place=place, title="Winner")

    @rule(by=PEOPLE, post_id=NUMBERS)
    def details(self, by, post_id):
        self.does(keep_echo, by, post_id=post_id, reason="Meant")
        self.does(detail_post, by, post_id=post_id, details=Details(labels=("tea",), links=(LINK,)))

    @rule(by=PEOPLE, post_id=NUMBERS)
    def copy(self, by, post_id):
        self._remembered(self.does(copy_post, by, post_id=post_id, platforms=[Platform.X, Platform.BLOG]))

    @rule(by=PEOPLE)
    def series(self, by):
        wish = Wish(title="Tip", platform=Platform.INSTAGRAM, text="Once")
        self._remembered(self.does(add_series, by, wish=wish, dues=[at(28), at(29)]))

    @rule(by=PEOPLE, day=DAYS, to=DAYS)
    def a_day(self, by, day, to):
        self._remembered(self.does(move_day, by, day=date(2026, 11, day), to=date(2026, 11, to)))

    @rule(by=PEOPLE, token=st.integers(0, 5))
    def take_back(self, by, token):
        if token < len(self.tokens):
            self.does(undo_batch, by, token=self.tokens[token])

    def _remembered(self, batch: object) -> None:
        if isinstance(batch, Batch):
            self.tokens.append(batch.token)

    @invariant()
    def every_post_is_one_that_may_be(self):
        for post in self.posts():
            assert_lawful(post, self.before.get(post.id), now=self.now)


def assert_lawful(post: Post, was: Post | None, *, now: datetime) -> None:
    is_live = post.state is PostState.PUBLISHED
    assert is_live == (post.published_at is not None), "live posts, and no others, have a moment of publishing"
    assert not (is_live and not post.link and post.history[-1].note == "" and post.history[-1].what == "published")
    assert post.published_at is None or post.published_at <= now
    assert post.state is not PostState.IN_REVIEW or (post.review_asked_at and post.reviewer_id)
    assert post.state is not PostState.APPROVED or (post.approved_at and post.approved_by)
    assert post.state is not PostState.IDEA or post.due is None, "a date makes an idea a draft"
    assert not (post.echo_reason and not post.text.strip()) or was is not None
    assert post.owner_id != "UGUEST", "nobody owns what they cannot be reminded of"
    assert len({each.post_id for each in post.checklist if each.post_id}) == sum(
        bool(e.post_id) for e in post.checklist
    )
    assert post.history, "everything that happened is written down"
    if was is not None:
        assert post.history[: len(was.history)] == was.history, "nothing that happened is ever unwritten"
        assert post.moves >= was.moves
        assert post.due == was.due or post.moves > was.moves, "a new moment makes new reminders"


Posts.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestPosts = Posts.TestCase
