"""Every view of /kpi and of the digest at its longest, in both languages, within Slack's limits."""

import struct
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.kpi.comparisons import KindComparison, comparisons, kind_comparisons
from bot.domain.kpi.decisions import Decision, DecisionKind
from bot.domain.kpi.digests import Digest
from bot.domain.kpi.formulas import Measured
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Kpi, Platform, Strategy, Target
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.kpi.digest import digest_of
from bot.services.kpi.measures import AskedForNumbers, Logged
from handlers.views.kit import button
from handlers.views.kpi import gaps as gap_views
from handlers.views.kpi import numbers as views
from handlers.views.kpi.digest import Marks, details_blocks, details_text, digest_blocks, digest_message, digest_short
from handlers.views.kpi.log import done_modal, log_form
from tests.domain.kpi.digest_builders import MONDAY_AFTER, WEEK, ZONE, a_post, a_strategy, an_open_post, facts, measured

BEFORE, AFTER = WEEK.shifted(-1), WEEK.shifted(1)
NASTY = "*&<!channel>_~`|" * 10
LONGEST = (NASTY + "W" * 200)[:150]
EVERYONE = [f"U{n:010}" for n in range(40)]
HUGE = 10**12
KINDS, PLATFORMS = list(PostKind), list(Platform)


@pytest.fixture(params=["en-US", "fr-CA"])
def t(request: pytest.FixtureRequest) -> Translator:
    return Translator(request.param, "Asia/Kolkata")


def a_wide_strategy() -> Strategy:
    targets = [Target(kpi=kpi, value=0.123456 if "rate" in kpi.value else 123456789.5) for kpi in Kpi]
    return a_strategy(*targets, name="É" * 80)


def a_long_post(number: int, **fields: Any) -> Post:
    given = {
        "title": LONGEST,
        "owner_id": EVERYONE[number % len(EVERYONE)],
        "platform": PLATFORMS[number % len(PLATFORMS)],
        "kind": KINDS[number % 2],
        "day": number % 7,
        **fields,
    }
    return a_post(number, **given)


def many(first: int, count: int, **fields: Any) -> list[Measured]:
    parts = {"reactions": HUGE, "comments": HUGE, "shares": HUGE, "clicks": HUGE, "saves": HUGE}
    return [
        measured(a_long_post(first + n, **fields), reach=HUGE + n, impressions=HUGE, participants=HUGE, **parts)
        if n % 4
        else measured(a_long_post(first + n, **fields))
        for n in range(count)
    ]


def the_widest() -> Digest:
    """Twelve platforms, targets on everything, ninety posts, forty people with numbers to add."""
    recent = [*many(100, 90), *many(300, 90, week=BEFORE)]
    ahead = tuple(an_open_post(n, week=AFTER, title=LONGEST, owner_id=None) for n in range(400, 440))
    due = tuple(an_open_post(n, title=LONGEST) for n in range(500, 540))
    rounds = tuple(
        CheckIn(strategy_id="S1", member_id=each, day=WEEK.monday, voices=LONGEST * 4, learned=LONGEST * 4)
        for each in EVERYONE
    )
    found = facts(*recent, strategy=a_wide_strategy(), coming=ahead, due=due, check_ins=rounds)
    return digest_of(found, now=MONDAY_AFTER)


A_FINDING = KindComparison(
    platform=Platform.INSTAGRAM,
    kind=PostKind.RECRUITING,
    basis=Kpi.ENGAGEMENT_RATE_BY_REACH,
    median=0.123456,
    n=999,
    other_median=0.012345,
    other_n=999,
    chance=0.001,
)


DAYS = {
    "en": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "fr": ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
}


def refused(text: str, blocks: Sequence[dict[str, Any]]) -> object:
    return check_message({"channel": "C1", "text": text, "blocks": list(blocks)})


def test_the_widest_digest_is_taken_with_and_without_its_chart(t: Translator) -> None:
    marks = Marks(late=MONDAY_AFTER, put_off_by=EVERYONE[0])

    message = digest_message(the_widest(), t, marks=marks)

    assert refused(message.text, message.blocks) is None
    assert refused(message.text, message.plain_blocks) is None
    assert len(message.text) <= 4000


def test_the_widest_thread_is_taken(t: Translator) -> None:
    assert refused(details_text(the_widest(), t), details_blocks(the_widest(), t)) is None


def test_the_digest_of_an_asker_is_taken(t: Translator) -> None:
    digest = the_widest()
    own = button(t("digest-button-post"), "digest.post", "S1|2026-W47")

    blocks = digest_blocks(digest, t, marks=Marks(), for_asker=[own])

    assert refused(digest_short(digest, t), blocks) is None


def test_an_empty_week_is_one_section_with_a_button(t: Translator) -> None:
    message = digest_message(digest_of(facts(strategy=a_wide_strategy()), now=MONDAY_AFTER), t)

    assert refused(message.text, message.blocks) is None
    assert [each["type"] for each in message.blocks] == ["section", "actions"]


def test_a_week_without_posts_but_with_plans_is_taken(t: Translator) -> None:
    digest = digest_of(facts(due=(an_open_post(1),)), now=MONDAY_AFTER)

    message = digest_message(digest, t)

    assert refused(message.text, message.blocks) is None
    assert not message.uploads


def test_user_text_calls_nobody_and_formats_nothing(t: Translator) -> None:
    message = digest_message(the_widest(), t)

    assert "<!channel>" not in message.text + str(message.blocks) + str(message.plain_blocks)


def test_a_decision_has_its_buttons_until_somebody_puts_it_off(t: Translator) -> None:
    peers = [measured(a_post(n, week=BEFORE), reach=1000, engagements=10 + n) for n in range(1, 9)]
    ahead = (an_open_post(60, week=AFTER),)
    found = facts(*peers, measured(a_post(50), reach=100, engagements=90), strategy=a_strategy(), coming=ahead)
    digest = digest_of(found, now=MONDAY_AFTER)
    assert digest.decision.kind is DecisionKind.SEQUEL

    asked, put_off = digest_message(digest, t), digest_message(digest, t, marks=Marks(put_off_by="U9"))

    assert "digest.sequel" in str(asked.blocks)
    assert "digest.sequel" not in str(put_off.blocks)
    assert "<@U9>" in str(put_off.blocks)


@pytest.mark.parametrize("kind", DecisionKind)
def test_each_decision_at_its_longest_is_taken_and_has_a_button_that_helps(t: Translator, kind: DecisionKind) -> None:
    digest = the_widest()
    question = Question(id="Q1", strategy_id="S1", text=NASTY * 20, asked_on=WEEK.monday, owner_id="U1")
    comparison = next(iter((*digest.worked, *digest.failed)))
    decision = Decision(
        kind=kind,
        post=comparison.post if kind in (DecisionKind.SEQUEL, DecisionKind.KIND, DecisionKind.EMPTY) else None,
        comparison=comparison,
        finding=A_FINDING,
        count=999,
        of=999,
        unowned=999,
        textless=999,
        oldest=question,
        against=digest.targets[0],
        is_round_undone=True,
    )

    message = digest_message(replace(digest, decision=decision), t)

    assert refused(message.text, message.blocks) is None
    assert refused(message.text, message.plain_blocks) is None
    assert (message.blocks[2]["type"] == "actions") == (kind is not DecisionKind.NONE)
    assert "<!channel>" not in message.text + str(message.blocks)


def test_the_charts_days_are_those_of_both_weeks_and_carry_no_date(t: Translator) -> None:
    digest = digest_of(facts(measured(a_post(1, day=0), engagements=5)), now=MONDAY_AFTER)

    chart = next(each for each in digest_blocks(digest, t, marks=Marks()) if each["type"] == "data_visualization")

    named = [each.replace(".", "").casefold() for each in chart["chart"]["axis_config"]["categories"]]
    assert named == DAYS[t.language]


def test_a_row_of_the_thread_adds_up_or_says_that_the_total_is_the_platforms(t: Translator) -> None:
    parts = {"reactions": 5, "comments": 4, "shares": 3, "saves": 2, "clicks": 1}
    digest = digest_of(
        facts(measured(a_post(1), **parts), measured(a_post(2), engagements=20, **parts)), now=MONDAY_AFTER
    )

    blocks = details_blocks(digest, t)

    rows = [[cell["text"] for cell in row] for row in next(b for b in blocks if b["type"] == "table")["rows"]]
    assert rows[1][4:] == ["15", "5", "4", "3", "2", "1"]
    assert t("digest-own-totals", count=1, posts="P2") in str(blocks)


def test_the_picture_is_a_png_whose_alternative_text_holds_every_number(t: Translator) -> None:
    digest = digest_of(
        facts(
            measured(a_post(1, day=0), engagements=1234),
            measured(a_post(2, day=1)),
            measured(a_post(3, day=0, week=BEFORE), engagements=77),
        ),
        now=MONDAY_AFTER,
    )

    (picture,) = digest_message(digest, t).uploads

    assert picture.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture.content[16:24]) == (1200, 540)
    assert t.number(1234) in picture.alt
    assert "77" in picture.alt
    assert t("digest-no-numbers") in picture.alt


def test_the_numbers_of_now_are_taken_with_ever_so_many_missing(t: Translator) -> None:
    digest = the_widest()

    text, blocks = views.numbers_now(t, views.Numbers(digest=digest, missing=digest.missing, platform=LONGEST[:40]))

    assert refused(text, blocks) is None


@pytest.mark.parametrize(
    ("locale", "said"), [("en-US", "1 post published, 1 engagement"), ("fr-CA", "1 publication, 1 interaction")]
)
def test_one_engagement_so_far_is_no_plural(locale: str, said: str) -> None:
    digest = digest_of(facts(measured(a_post(1), engagements=1)), now=MONDAY_AFTER)

    text, _ = views.numbers_now(Translator(locale, ZONE), views.Numbers(digest=digest, missing=[]))

    assert text.splitlines()[0].endswith(said)


def test_the_form_is_taken_with_everything_known(t: Translator) -> None:
    counts = Counts(**dict.fromkeys(views.NAMES, HUGE))
    earlier = [Measurement(id=f"P1:{n}", post_id="P1", at=MONDAY_AFTER, counts=counts) for n in range(9)]
    meta = {"channel": "C1", "home": False}

    for kind in PostKind:
        form = log_form(
            t,
            a_long_post(1, kind=kind),
            earlier,
            typed=counts,
            missing=NASTY * 30,
            meta=meta,
            zone=ZONE,
            currency="CAD",
        )
        assert check_view(form) is None


def test_a_large_count_stands_in_the_form_as_it_is(t: Translator) -> None:
    known = [Measurement(id="P1:1", post_id="P1", at=MONDAY_AFTER, counts=Counts(reach=1234567, spend=12.5))]

    form = log_form(t, a_post(1), known, meta={}, zone=ZONE, currency="CAD")

    given = {each["block_id"]: each["element"].get("initial_value") for each in form["blocks"] if "block_id" in each}
    assert (given["reach"], given["spend"], given["shares"]) == ("1234567", "12.5", None)


def test_what_was_logged_is_taken_as_message_and_as_modal(t: Translator) -> None:
    before, after = Counts(**dict.fromkeys(views.NAMES, 1)), Counts(**dict.fromkeys(views.NAMES, HUGE))
    at = datetime(2026, 11, 23, tzinfo=UTC)
    logged = Logged(
        post=a_long_post(1),
        measurement=Measurement(id="P1:2", post_id="P1", at=at, counts=after),
        before=Measurement(id="P1:1", post_id="P1", at=at - timedelta(days=1), counts=before),
        advice=("reach", "clicks", "engagements"),
    )

    text, blocks = views.logged_said(t, logged, currency="CAD")
    _, in_modal = views.logged_said(t, logged, currency="CAD", in_modal=True)

    assert refused(text, blocks) is None
    assert check_view(done_modal(t, logged.post, in_modal, meta={})) is None


def test_taking_back_targets_help_gaps_and_asking_are_taken(t: Translator) -> None:
    digest, post = the_widest(), a_long_post(1)
    people = dict.fromkeys(EVERYONE, (post,) * 3)
    every = [
        views.taken_back_said(t, post, None, currency="CAD"),
        views.target_said(t, digest.targets[0], digest),
        views.target_help(t, None),
        *(views.target_help(t, kpi) for kpi in Kpi),
        views.rate_asked(t, 0.999),
        views.help_said(t),
        views.help_said(t, not_understood=NASTY * 20),
        gap_views.gaps_said(t, digest),
        gap_views.gaps_said(t, digest_of(facts(), now=MONDAY_AFTER)),
        gap_views.asked_said(t, AskedForNumbers(asked=people, already=people, unasked=(post,) * 90)),
        gap_views.asked_said(t, AskedForNumbers(asked={}, already={})),
    ]

    assert [refused(text, blocks) for text, blocks in every] == [None] * len(every)


def test_what_did_best_is_taken(t: Translator) -> None:
    recent = [*many(100, 90, platform=Platform.INSTAGRAM), *many(300, 90, platform=Platform.INSTAGRAM)]
    ranked, found = comparisons(recent, recent), kind_comparisons(recent)
    best = views.Best(strategy=a_wide_strategy(), ranked=ranked, findings=found, of=len(recent))

    text, blocks = views.best_said(t, best)
    empty = views.best_said(t, views.Best(strategy=a_wide_strategy(), ranked=[], findings=[], of=0))

    assert refused(text, blocks) is None
    assert refused(*empty) is None
