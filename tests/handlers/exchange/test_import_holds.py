"""What the plan holds back of a calendar that is dropped: said before it is confirmed, with what becomes of it."""

import re
from dataclasses import replace

import pytest

from bot.domain.plan_parts import Limits, Plan, Policy, PolicyKind, Severity
from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.posting import SOCIAL, posts

AVOID = Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value="cheap", severity=Severity.ERROR, text="We are not cheap")
HEAD = "title,platform,state,due,text\n"
FINE = "Bread,instagram,draft,2026-12-01 10:00,Fresh bread\n"
CHEAP = "Tea,instagram,in review,2026-12-02 10:00,Cheap tea\n"
LONG = f"Book,x,draft,2026-12-03 10:00,{'é' * 281}\n"


def keep_plan(stage, **parts) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, plan=replace(Plan(), **parts)))


def titles(stage) -> list[str]:
    return [each.title for each in posts(stage)]


def said(what) -> str:
    return re.sub(r"\s", " ", str(what.blocks).replace("\\xa0", " ").replace("\\u202f", " "))


def result(hand, preview):
    """The preview as it reads once it was pressed."""
    return hand.wait_for(
        lambda: next((m for m in hand.direct_messages() if m.ts == preview.ts and m.text != preview.text), None)
    )


# --- a rule that is an error


def test_the_preview_names_the_rows_that_break_a_rule_and_what_becomes_of_them(stage, bob):
    keep_plan(stage, policies=(AVOID,))

    preview = answer_to(bob, csv(HEAD + FINE + CHEAP))

    assert posts(stage) == []
    assert "1 row breaks a strict rule; it comes in as a draft" in said(preview)
    assert "line 3 · Tea: " in said(preview)
    assert "cheap" in said(preview)
    assert "<@UAMY> can override the rule with a reason" in said(preview)


def test_in_french_the_manager_reads_it_and_may_let_it_pass(stage, amy):
    keep_plan(stage, policies=(AVOID,))

    preview = answer_to(amy, csv(HEAD + FINE + CHEAP))

    assert "1 ligne enfreint une règle bloquante" in said(preview)
    assert "Vous pouvez passer outre avec une raison" in said(preview)
    assert "import.override" in said(preview)


def test_a_row_that_breaks_a_rule_comes_in_as_a_draft_that_card_and_radar_hold(stage, bob):
    keep_plan(stage, policies=(AVOID,))
    preview = answer_to(bob, csv(HEAD + FINE + CHEAP))

    bob.press(preview, "import.confirm")

    assert [each.state for each in posts(stage)] == [PostState.DRAFT, PostState.DRAFT]
    assert "cheap" in said(bob.command("/post show P2", channel=SOCIAL).messages[-1])
    assert "Policy" in said(bob.command("/plan check december", channel=SOCIAL).messages[-1])
    assert "plan.check" in said(result(bob, preview))


def test_such_rows_can_be_left_out(stage, bob):
    keep_plan(stage, policies=(AVOID,))
    preview = answer_to(bob, csv(HEAD + FINE + CHEAP))

    bob.press(preview, "import.without")

    assert titles(stage) == ["Bread"]
    assert "A plan rule blocks 1 row, which stays out" in said(result(bob, preview))


def test_an_advice_holds_nothing_back(stage, bob):
    keep_plan(stage, policies=(replace(AVOID, severity=Severity.ADVICE),))

    preview = answer_to(bob, csv(HEAD + CHEAP))
    bob.press(preview, "import.confirm")

    assert "breaks a rule" not in said(preview)
    assert [each.state for each in posts(stage)] == [PostState.IN_REVIEW]


def test_what_went_out_long_ago_is_held_to_no_rule(stage, bob):
    keep_plan(stage, policies=(AVOID,))

    preview = answer_to(bob, csv(HEAD + "Old,instagram,published,2026-01-02 10:00,Cheap tea\n"))

    assert "breaks a rule" not in said(preview)


def test_the_manager_lets_all_of_it_pass_with_a_reason_on_the_record(stage, amy):
    keep_plan(stage, policies=(AVOID,), limits=Limits(posts_a_day=1))
    preview = answer_to(amy, csv(HEAD + CHEAP + CHEAP.replace("Tea", "Second tea")))

    amy.press(preview, "import.override")
    answer = amy.submit({"override": "Le mot est dans la marque"})

    assert [(each.state, each.override) for each in posts(stage)] == [
        (PostState.IN_REVIEW, "Le mot est dans la marque")
    ] * 2
    assert "override" in [each.what for each in posts(stage)[0].history]
    assert "2 ajoutées" in said(answer.modal) or "2 ajout" in said(answer.modal)


def test_nobody_else_lets_it_pass(stage, bob):
    keep_plan(stage, policies=(AVOID,))
    preview = answer_to(bob, csv(HEAD + FINE + CHEAP))
    preview.blocks[:] = [_forged(each) for each in preview.blocks]

    answer = bob.press(preview, "import.override")

    assert "<@UAMY>" in answer.text
    assert posts(stage) == []


def _forged(block):
    buttons = [
        {**each, "action_id": each["action_id"].replace("import.without", "import.override")}
        for each in block.get("elements", ())
        if "action_id" in each
    ]
    return {**block, "elements": buttons} if buttons else block


# --- limits


def test_a_row_beyond_the_days_limit_stays_out_and_each_row_counts_for_the_next(stage, bob):
    keep_plan(stage, limits=Limits(posts_a_day=2))
    rows = "".join(f"Bread {n},instagram,draft,2026-12-01 1{n}:00,Loaf {n} of the day\n" for n in range(4))

    preview = answer_to(bob, csv(HEAD + rows))
    bob.press(preview, "import.confirm")

    assert "A plan rule blocks 2 rows, which stay out" in said(preview)
    assert "line 4 · Bread 2: " in said(preview)
    assert "Import 2 posts" in said(preview)
    assert titles(stage) == ["Bread 0", "Bread 1"]


@pytest.mark.parametrize(("spend", "titles_in"), [("60", ["A"]), ("40", ["A", "B"])])
def test_a_row_beyond_the_months_budget_stays_out(stage, bob, spend, titles_in):
    keep_plan(stage, limits=Limits(spend_a_month=100))
    rows = f"A,facebook,2026-12-01 10:00,60\nB,facebook,2026-12-02 10:00,{spend}\n"

    preview = answer_to(bob, csv("title,platform,due,spend\n" + rows))
    bob.press(preview, "import.confirm")

    assert titles(stage) == titles_in


def test_a_known_post_that_a_row_would_move_beyond_the_limit_stays_where_it_is(stage, bob):
    two = "number,title,platform,due\nP1,A,x,2026-12-01 10:00\nP2,B,x,2026-12-02 10:00\n"
    bob.press(answer_to(bob, csv(two)), "import.confirm")
    keep_plan(stage, limits=Limits(posts_a_day=1))

    preview = answer_to(bob, csv(two.replace("12-02", "12-01")))

    assert "A plan rule blocks 1 row, which stays out" in said(preview)
    assert "import.confirm" not in said(preview)
    assert posts(stage)[1].due.day.isoformat() == "2026-12-02"


def test_when_every_row_is_held_back_the_manager_can_still_let_them_pass(stage, amy):
    keep_plan(stage, limits=Limits(posts_a_day=0))
    preview = answer_to(amy, csv(HEAD + FINE))

    amy.press(preview, "import.override")
    amy.submit({"override": "Journée du pain"})

    assert titles(stage) == ["Bread"]


# --- texts that are too long, approvals, the compass


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("UBOB", "line 2 · Book · X: 281 of 280 characters"),
        ("UAMY", "ligne 2 · Book · X : 281 caractères sur 280"),
    ],
)
def test_a_text_too_long_for_its_platform_is_said_and_comes_in_as_it_is(stage, who, told):
    hand = stage.slack.hand(who)

    preview = answer_to(hand, csv(HEAD + LONG))
    hand.press(preview, "import.confirm")

    assert told in said(preview)
    assert len(posts(stage)[0].text) == 281


@pytest.mark.parametrize(
    ("who", "told"),
    [("UBOB", "Pinterest: title, 101 of 100 characters"), ("UAMY", "Pinterest : titre, 101 caractères sur 100")],
)
def test_a_title_too_long_for_its_platform_is_said_as_a_text_is(stage, who, told):
    preview = answer_to(stage.slack.hand(who), csv(f"title,platform\n{'T' * 101},pinterest\n"))

    assert told in said(preview)


@pytest.mark.parametrize(
    ("who", "platform", "told"),
    [
        ("UBOB", "instagram", "Line 2 is marked approved, but you can't approve it"),
        ("UAMY", "facebook", "La ligne 2 est marquée approuvée, mais vous ne pouvez pas l’approuver"),
    ],
)
def test_an_approval_that_is_not_theirs_to_give_is_said(stage, who, platform, told):
    hand = stage.slack.hand(who)

    preview = answer_to(hand, csv(f"title,platform,state\nTea,{platform},approved\n"))
    hand.press(preview, "import.confirm")

    assert told in said(preview)
    assert [each.state for each in posts(stage)] == [PostState.DRAFT]


def test_an_approved_post_that_the_file_changes_is_named(stage, bob):
    bob.press(answer_to(bob, csv(HEAD + FINE)), "import.confirm")
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), state=PostState.APPROVED))

    changed = csv("number,title,platform,due,text\nP1,Bread,instagram,2026-12-01 10:00,Old bread\n")
    preview = answer_to(bob, changed)
    bob.press(preview, "import.confirm")

    assert "P1 was approved and changes, so it has to be approved again" in said(preview)
    assert posts(stage)[0].state is PostState.IN_REVIEW


def test_a_hundred_rows_are_asked_what_they_are_for_in_one_line(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        wanted = replace(known.objectives[0], platforms=(Platform.INSTAGRAM,))
        tx.strategies.put(replace(known, objectives=(wanted,)))
    rows = "".join(f"Dance {n},tiktok,2027-01-01 10:00,Step {n}\n" for n in range(100))
    preview = answer_to(bob, csv("title,platform,due,text\n" + rows))
    bob.press(preview, "import.confirm")

    opened = bob.press(result(bob, preview), "post.purposes")
    bob.press(opened.modal, "post.purpose-of")
    bob.submit({"purpose": "alone", "why": "Our apprentices"})

    assert "100 posts do not say what they are for yet" in said(preview)
    assert {each.compass_answer for each in posts(stage)} == {"Our apprentices"}


def test_what_stays_out_is_counted_as_left_out(stage, bob):
    keep_plan(stage, limits=Limits(posts_a_day=0))

    assert "0 new posts, 0 to be changed, 0 already here, 1 to be left out" in answer_to(bob, csv(HEAD + FINE)).text


def test_once_they_are_let_through_the_preview_says_what_came_of_it_and_asks_no_more(stage, amy):
    keep_plan(stage, policies=(AVOID,))
    preview = answer_to(amy, csv(HEAD + CHEAP))

    amy.press(preview, "import.override")
    amy.submit({"override": "Le mot est dans la marque"})

    after = result(amy, preview)
    assert "1 ajoutée" in said(after)
    assert "import.confirm" not in said(after)
    assert "import.override" not in said(after)
