"""Share kits at their longest texts, who gets through which door, and what they refuse."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.engage.share_kits import ANGLES, MOST_ANGLES, Shared, ShareKit, angles_for
from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.errors import UserError
from bot.domain.limits import LINK_LIMIT, STATEMENT_LIMIT, VOICE_TEXT_LIMIT
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.services.engage.advocates import Agreement, be_advocate, be_no_advocate
from bot.services.engage.share_kits import KitMade, KitWish, decline, make_kit, share
from bot.services.workspace.forgetting import forget
from handlers.views.engage import share_kits as views
from storage.memory import MemoryStore
from tests.handlers.engage.doors import NOW, PLAN, gets_through, store_with
from tests.handlers.longest import a_post, assert_message, assert_modal, worst
from tests.services.people.test_who_may import EVERYBODY

POST = Post(
    id="P1",
    strategy_id="S1",
    title="A",
    platform=Platform.X,
    owner_id="UOWNER",
    created_by="UAUTHOR",
    link="https://x.example/1",
    state=PostState.PUBLISHED,
    published_at=NOW - timedelta(days=1),
)
WISH = KitWish(angles=("What surprised you?", "Who made it?"))


def delivery(kit: ShareKit, to: str = "UAMY") -> Delivery:
    return Delivery(
        key=f"share-kit:S1:{kit.id}:{to}:2026-11-23",
        kind=ReminderKind.SHARE_KIT,
        strategy_id="S1",
        subject=kit.id,
        recipient_id=to,
        owed_at=NOW,
        expires_at=NOW + timedelta(days=3),
    )


@pytest.mark.parametrize("answer", ["open", "shared", "not now"])
def test_every_view_of_a_kit_at_its_longest(t, texts, answer):
    link = "https://example.com/" + "x" * (LINK_LIMIT - 20)
    kit = ShareKit(
        id="K100000",
        strategy_id="S1",
        post_id="P100000",
        angles=(worst(VOICE_TEXT_LIMIT, texts),) * MOST_ANGLES,
        facts=worst(STATEMENT_LIMIT, texts),
        link=link,
        asked_ids=("UAMY",),
        closed_ids=() if answer == "open" else ("UAMY",),
        shares=(Shared(member_id="UAMY", at=NOW, link=link),) if answer == "shared" else (),
    )
    post = a_post(texts, 1)
    message = views.kit_message(t, views.KitSeen(kit=kit, post=post, delivery=delivery(kit)))

    assert_message(message.text, message.blocks)
    assert_modal(views.kit_form(t, replace(post, link=link), advocates=10**5, meta={"channel": "C1"}))
    assert_modal(views.shared_form(t, kit, post, meta={"channel": "C1"}))
    assert_modal(views.fewer_form(t, kits_a_week=5, meta={"channel": "C1"}))
    voice = Voice(id="V1", strategy_id="S1", name="A", kind=VoiceKind.ADVOCATE, member_id="UAMY", kits_a_week=5)
    for agreement in (Agreement(voice=voice, count=9), Agreement(voice=None, count=0)):
        text, blocks = views.advocate_said(t, agreement, notice="*!*")
        assert_message(text, blocks)
        assert_modal(views.notice_modal(t, blocks, title=t("advocate-title"), channel_id="C1"))
    assert_message(views.kit_said(t, KitMade(kit=kit, now=10**5, later=10**5)), [])


@pytest.mark.parametrize("kind", PostKind)
@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
def test_every_kind_of_post_suggests_two_to_four_questions(kind, locale):
    t = Translator(locale, "UTC")

    said = [t(f"angle-{each}") for each in angles_for(kind)]

    assert 2 <= len(said) <= MOST_ANGLES
    assert all(each.endswith("?") for each in said)
    assert kind in ANGLES


def a_store(*advocates: str) -> MemoryStore:
    store = store_with(posts=POST)
    for each in advocates:
        be_advocate(store, strategy=PLAN, by=EVERYBODY[each], now=NOW)
    return store


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_kit_is_made_by_who_may_change_the_post(role):
    make = partial(make_kit, post_id="P1", wish=WISH)

    may_make = {"manager", "admin", "owner", "author"}
    assert gets_through(make, a_store("stranger"), role) == (role in may_make)


@pytest.mark.parametrize("role", EVERYBODY)
def test_everybody_but_a_guest_agrees_for_themselves(role):
    store, is_open = a_store(), role not in {"guest", "gone"}

    with nullcontext() if is_open else pytest.raises(UserError):
        be_advocate(store, strategy=PLAN, by=EVERYBODY[role], now=NOW)
        with store.transaction() as tx:
            assert [each.member_id for each in tx.voices.all()] == [EVERYBODY[role].id]
        be_no_advocate(store, strategy=PLAN, by=EVERYBODY["admin"], now=NOW)
        with store.transaction() as tx:
            assert len(tx.voices.all()) == (0 if role == "admin" else 1)


@pytest.mark.parametrize("answer", [share, decline])
def test_only_those_who_were_asked_answer(answer):
    store = a_store("stranger")
    kit = make_kit(store, strategy=PLAN, by=EVERYBODY["owner"], now=NOW, post_id="P1", wish=WISH).kit

    with pytest.raises(UserError, match="kit-not-asked"):
        answer(store, strategy=PLAN, by=EVERYBODY["admin"], now=NOW, kit_id=kit.id)
    answer(store, strategy=PLAN, by=EVERYBODY["stranger"], now=NOW, kit_id=kit.id)


@pytest.mark.parametrize(
    ("post", "wish", "key"),
    [
        (replace(POST, state=PostState.DRAFT, published_at=None), WISH, "kit-unpublished"),
        (POST, replace(WISH, angles=("Only one?", " ")), "kit-angles"),
        (replace(POST, link=""), WISH, "kit-link"),
        (POST, replace(WISH, link="javascript:alert(1)"), "kit-link"),
    ],
)
def test_what_makes_no_kit_is_refused(post, wish, key):
    store = a_store("stranger")
    with store.transaction() as tx:
        tx.posts.put(replace(post, rev=tx.posts.get("P1").rev))

    with pytest.raises(UserError, match=key):
        make_kit(store, strategy=PLAN, by=EVERYBODY["owner"], now=NOW, post_id="P1", wish=wish)


def test_a_post_has_one_kit():
    store = a_store("stranger")
    make_kit(store, strategy=PLAN, by=EVERYBODY["owner"], now=NOW, post_id="P1", wish=WISH)

    with pytest.raises(UserError, match="kit-known"):
        make_kit(store, strategy=PLAN, by=EVERYBODY["owner"], now=NOW, post_id="P1", wish=WISH)


def test_what_a_forgotten_colleague_shared_stays_counted_without_them():
    store = a_store("stranger", "round")
    kit = make_kit(store, strategy=PLAN, by=EVERYBODY["owner"], now=NOW, post_id="P1", wish=WISH).kit
    words = {"link": "https://x.example/mine", "words": "My own"}
    share(store, strategy=PLAN, by=EVERYBODY["stranger"], now=NOW, kit_id=kit.id, **words)

    forget(store, "USTRANGER")

    with store.transaction() as tx:
        found = tx.share_kits.get(kit.id)
        assert [each.member_id for each in tx.voices.all()] == ["UROUND"]
    assert found.shared == 1
    assert found.shares[0] == Shared(member_id="", at=NOW)
    assert found.asked_ids == ("UROUND",)
