"""Two posts that read the same: pointed out on the card, in a reminder and in an import; a rewrite or a reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.moments import Due
from bot.domain.platform_limits import Room
from bot.domain.post.echo import Echo
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.sandbox.limits import check_message, check_view
from bot.services.post.adding import Wish, add_post
from handlers.views.kit import section
from handlers.views.post.echo import alike, echo_blocks, keeping_form, rewriting_form
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.plan.test_holds import AVOID, keep_plan
from tests.handlers.posting import SOCIAL, last, post, shown

TEXT = "Bring your best tea story to the bakery on Friday and win a basket of bread for the whole week."
LONG = Post(id="P123456", strategy_id="S1", title="&" * 150, platform=Platform.GOOGLE_BUSINESS, text="&" * 18000)


def twins(stage, *, due: datetime | None = None) -> Post:
    """P1 on Facebook, and P2 with the same text on Instagram, which is Bob's."""
    house = stage.bot.house
    with house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    for platform in (Platform.FACEBOOK, Platform.INSTAGRAM):
        moment = Due.of(due, "Europe/London") if due and platform is Platform.INSTAGRAM else None
        wish = Wish(title="Tea story", platform=platform, text=TEXT, owner_id="UBOB", due=moment)
        made = add_post(house.store, strategy=stage.strategy, by=by, now=stage.slack.clock.now(), wish=wish).post
    return made


def test_a_typed_post_says_at_once_with_which_post_it_reads_the_same(stage, bob):
    twins(stage)

    answer = bob.command(f'/post add "Tea" on linkedin "{TEXT.upper()} #tea"', channel=SOCIAL)

    assert "The same text as P1 on Facebook" in shown(last(answer))
    assert "post.rewrite" in shown(last(answer))
    assert "post.keep-echo" in shown(last(answer))


def test_the_form_says_so_too_and_how_alike(stage, bob):
    twins(stage)
    bob.command("/post add", channel=SOCIAL)

    near = TEXT.replace("Friday", "Saturday")
    answer = bob.submit({"title": "Tea", "platform": "linkedin", "text": near})

    assert "Nearly the same text as P1 on Facebook (9" in shown(answer.modal)


def test_a_rewrite_ends_the_question(stage, bob):
    twins(stage)
    card = last(bob.command("/post show P2", channel=SOCIAL))

    form = bob.press(card, "post.rewrite")
    answer = bob.submit({"text": "Something of its own for Instagram"})

    assert TEXT in shown(form.modal)
    assert post(stage, "P2").text == "Something of its own for Instagram"
    assert "same text as" not in shown(answer.modal)


def rewritten(stage, hand, text):
    """P2, whose text is P1's, by its button; the plan avoids a word, and that is an error."""
    keep_plan(stage, policies=(AVOID,))
    twins(stage)
    hand.press(last(hand.command("/post show P2", channel=SOCIAL)), "post.rewrite")
    return hand.submit({"text": text})


def test_a_rewrite_that_the_plan_holds_back_keeps_what_was_typed_and_can_be_mended_there(stage, bob):
    held = rewritten(stage, bob, "Cheap tea!")
    kept = post(stage, "P2").text
    bob.submit({"text": "Fine tea"})

    assert kept == TEXT
    assert "the plan avoids “cheap”" in shown(held.modal)
    assert "Cheap tea!" in shown(held.modal)
    assert '"override"' not in shown(held.modal)
    assert post(stage, "P2").text == "Fine tea"


def test_the_manager_lets_a_rewrite_pass_for_a_reason(stage, amy):
    held = rewritten(stage, amy, "Cheap tea!")
    answer = amy.submit({"override": "une citation"})

    assert "Une règle du plan bloque ceci" in shown(held.modal)
    assert (post(stage, "P2").text, post(stage, "P2").override) == ("Cheap tea!", "une citation")
    assert "Passé outre avec une raison" in shown(answer.modal)


def test_a_reason_ends_the_question_and_is_shown_instead(stage, bob):
    twins(stage)
    card = last(bob.command("/post show P2", channel=SOCIAL))

    bob.press(card, "post.keep-echo")
    answer = bob.submit({"why": "Both publics asked for it"})

    assert post(stage, "P2").echo_reason == "Both publics asked for it"
    assert "on purpose: Both publics asked for it" in shown(answer.modal)
    assert "post.rewrite" not in shown(answer.modal)


def test_whoever_was_slower_finds_the_text_they_typed_again(stage, bob):
    twins(stage)
    card = last(bob.command("/post show P2", channel=SOCIAL))
    bob.press(card, "post.rewrite")
    with stage.bot.house.store.transaction() as tx:
        was = tx.posts.get("P2")
        tx.posts.put(replace(was, text="Amy's").noted("edited", by="UAMY", at=datetime(2026, 11, 23, tzinfo=UTC)))

    answer = bob.submit({"text": "Bob's"})

    assert "Somebody was faster" in shown(answer.modal)
    assert "Bob's" in shown(answer.modal)
    assert post(stage, "P2").text == "Amy's"


def test_the_due_message_asks_again(stage, bob):
    due = stage.slack.clock.now() + timedelta(hours=2)
    twins(stage, due=due)

    stage.move_to(due)

    reminder = bob.direct_messages()[-1]
    assert "The same text as P1 on Facebook" in shown(reminder)
    bob.press(reminder, "post.keep-echo")
    bob.submit({"why": "Meant"})
    assert post(stage, "P2").echo_reason == "Meant"


def test_an_import_tells_which_lines_read_like_a_post_or_like_each_other(stage, bob):
    twins(stage)
    text = (
        "title,platform,text\n"
        f'Again,linkedin,"{TEXT}"\n'
        'One,tiktok,"A walk through the bakery before sunrise"\n'
        'Two,x,"A walk through the bakery before sunrise!"\n'
    )

    preview = answer_to(bob, csv(text))

    assert "2 rows read like other posts" in shown(preview)
    assert "line 2 · 100% like P1 on Facebook" in shown(preview)
    assert "line 4 · 100% like line 3" in shown(preview)


def test_echoes_at_their_longest_fit_slack(t):
    echoes = [Echo(post=LONG, likeness=0.9999)] * 40
    room, meta = Room(used=18000, limit=1500), {"channel": "C1", "post": LONG.id, "seen": 999}

    blocks = [*echo_blocks(t, LONG, echoes), *echo_blocks(t, replace(LONG, echo_reason="&" * 300), echoes)]

    assert check_message({"text": "x", "blocks": blocks}) is None
    assert check_view(keeping_form(t, LONG, echoes, meta=meta)) is None
    assert check_view(rewriting_form(t, LONG, echoes, room=room, meta=meta, intro=[section("&" * 3000)])) is None


def test_only_the_same_words_are_a_hundred_percent(t):
    assert alike(t, 0.999).startswith("99")
    assert alike(t, 1).startswith("100")
