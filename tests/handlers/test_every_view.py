"""Every view has a test at its longest texts. Those of Home, set-up, round, import, help and refusals are here."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.budgets import Limited, Usage
from bot.domain.engagement import CheckIn, Question
from bot.domain.errors import UserError
from bot.domain.limits import Room
from bot.domain.measures import Counts
from bot.domain.moments import Due, Week
from bot.domain.people import Absence, Member
from bot.domain.plan import Policy, PolicyKind, Severity
from bot.domain.policies import PolicyFinding
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.i18n.catalogue import resources
from bot.language.requests import CheckInNumbers
from bot.sandbox.limits import check_home, check_message, check_view
from bot.services.engagement import AwaySaved, Round, RoundDay, RoundSaved, TeamWeek
from bot.services.import_columns import ALIASES
from bot.services.import_echo import RowEcho, RowEchoes
from bot.services.import_notes import HeldLine, LongLine, Said
from bot.services.import_posts import Fate
from bot.services.imports import Imported, Plan, Refusal, Revision, Row
from bot.services.members import CHOOSABLE, HomeFacts
from bot.services.policies import Verdict
from bot.services.post_lists import Overview
from handlers.views import checkin, home, imports, kpi, replies, sample, setup, umbrella, welcome

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
EVIL = '<!channel> <@UEVIL> <https://evil.example|x> *loud* _i_ ~s~ `c` & "q" | \u202e\u05e9\u05dc\u05d5\u05dd 😀 é\n'
AMPERSANDS = "&"
"""What grows most when it is made safe."""
SHOWN = {"Json", "list[Json]", "tuple[str, list[Json]]", "Said", "Outgoing", "Outgoing | None"}
"""What a view is: a function of `handlers/views` that returns one of these."""

REMINDERS = {
    "due_message": "DUE",
    "agenda_message": "AGENDA",
    "gaps_message": "UNOWNED",
    "catch_up_message": "CATCH_UP",
    "invitation_message": "CHECK_IN",
    "notice_message": "NOTICE",
    "measure_message": "MEASURE",
}
"""These are drawn as the reminders of a kind."""
LIMITS = {"check_message", "check_view", "check_home"}
PARTS = {
    "objective": "target_field other_target",
    "checkin": "text_fields plan_field question_fields absence_list",
    "home": "welcome my_posts my_round month footer",
    "imports": "recognised part decision echo_part held_part approval_part",
    "setup": "channel_asked",
    "agendas": "rows_that_fit",
    "batches": "batch_rows",
    "figures": "table bar_chart",
    "invitations": "done_message",
    "post_forms": "when_fields repeat_fields",
    "post_lists": "post_row",
    "post_echo": "echo_blocks",
    "post_text": "text_beside text_blocks text_parts with_hint",
    "reminders": "message marks settled_buttons open_message",
}
"""Pieces that only stand inside of the views above, in the same file or another."""


def worst(length: int, texts: str = EVIL) -> str:
    return (texts * (length // len(texts) + 1))[:length]


@pytest.fixture(params=["en-US", "fr-CA"])
def t(request: pytest.FixtureRequest) -> Translator:
    return Translator(request.param, "America/Argentina/ComodRivadavia")


@pytest.fixture(params=[EVIL, AMPERSANDS, "é😀"], ids=["markup", "ampersands", "emoji"])
def texts(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def mrkdwn_in(node: Any) -> Iterator[str]:
    """Every text that Slack reads as mrkdwn."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            yield node["text"]
        for each in node.values():
            yield from mrkdwn_in(each)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from mrkdwn_in(each)


def assert_harmless(*said: str) -> None:
    """Nothing that was typed calls, links or shouts."""
    for each in said:
        assert not re.search(r"<!|<@UEVIL|<https://evil|\*loud\*", each), each


def assert_message(text: str, blocks: Any) -> None:
    assert check_message({"channel": "C1", "text": text, "blocks": list(blocks)}) is None
    assert text.strip()
    assert_harmless(text, *mrkdwn_in(list(blocks)))


def assert_modal(view: Any) -> None:
    assert check_view(view) is None
    assert_harmless(*mrkdwn_in(view))


def a_member(texts: str, number: int = 0, **more: Any) -> Member:
    known = Member(id=f"U{number:010}", name=worst(80, texts), zone="America/Argentina/ComodRivadavia")
    return replace(known, **more)


def a_strategy(texts: str, **more: Any) -> Strategy:
    known = Strategy(id="S1", name=worst(80, texts), channel_id="C" + "0" * 10, zone="Europe/Paris", manager_id="UAMY")
    return replace(known, round_ids=tuple(f"U{n:010}" for n in range(30)), **more)


def a_post(texts: str, number: int) -> Post:
    return Post(
        id=f"P{10**5 + number}",
        strategy_id="S1",
        title=worst(150, texts),
        text=worst(63_206, texts),
        platform=Platform.GOOGLE_BUSINESS,
        kind=PostKind.RECRUITING,
        owner_id="U0000000000",
        due=Due(at=NOW - timedelta(hours=3), wall="2026-11-25T13:30", zone="Europe/Paris"),
    )


def questions(texts: str, count: int = 40) -> tuple[Question, ...]:
    return tuple(
        Question(id=f"Q{n}", strategy_id="S1", text=worst(1000, texts), asked_on=TODAY, owner_id="U0000000000")
        for n in range(count)
    )


def absences(count: int = 60) -> tuple[Absence, ...]:
    return tuple(
        Absence(first=TODAY + timedelta(days=9 * n), last=TODAY + timedelta(days=9 * n + 5)) for n in range(count)
    )


def a_check_in(texts: str) -> CheckIn:
    return CheckIn(
        strategy_id="S1",
        member_id="U0000000000",
        day=TODAY,
        received=100_000,
        answered=100_000,
        replied=100_000,
        minutes=1440,
        unanswered=worst(1000, texts),
        voices=worst(1000, texts),
        learned=worst(1000, texts),
        plan_reviewed=True,
        edited_late=True,
    )


# --- Home


@pytest.mark.parametrize("has_strategy", [True, False])
def test_home_at_its_longest(t, texts, has_strategy):
    posts = tuple(a_post(texts, n) for n in range(25))
    overview = Overview(late=posts, today=posts, next=posts, undated=posts, total=100, others=999, unowned=999)
    facts = HomeFacts(
        member=a_member(texts),
        strategy=a_strategy(texts) if has_strategy else None,
        overview=overview if has_strategy else None,
        check_in=a_check_in(texts),
        in_round=True,
        absences=absences(),
        planned=10**6,
        live=10**6,
    )

    view = home.home_view(t, facts, now=NOW)

    assert check_home(view) is None
    assert_harmless(*mrkdwn_in(view))


def test_the_settings_at_their_longest(t, texts):
    everything_off = a_member(texts, muted=frozenset(CHOOSABLE), working_days=frozenset(range(7)))

    assert_modal(home.settings_form(t, everything_off))
    assert_modal(home.settings_saved(t, everything_off))


# --- Set-up


@pytest.mark.parametrize("is_known", [True, False])
def test_the_form_of_a_strategy_at_its_longest(t, texts, is_known):
    zones = [f"Etc/GMT+{n}" for n in range(13)] * 30 + ["America/Argentina/ComodRivadavia"]
    known = a_strategy(texts, locale="de-DE") if is_known else None

    for channel_id in ("C" + "0" * 10, ""):
        assert_modal(setup.setup_form(t, a_member(texts, locale="pt-BR"), channel_id, known, zones=zones))


def test_what_follows_a_set_up_at_its_longest(t, texts):
    strategy = a_strategy(texts, locale=t.locale)
    introduction = setup.introduction(strategy, a_member(texts))

    assert_modal(setup.setup_done(t, strategy))
    assert_message(introduction.text, introduction.blocks)


def test_the_first_message_and_its_sample_are_messages(t):
    first, shown = welcome.welcome(t), sample.sample_message(t, reader_id="U0000000000", now=NOW)

    assert_message(first.text, first.blocks)
    assert_message(shown.text, shown.blocks)


# --- The round


@pytest.mark.parametrize("is_done", [True, False])
def test_the_form_of_the_round_at_its_longest(t, texts, is_done):
    found = Round(day=TODAY, check_in=a_check_in(texts) if is_done else None, questions=questions(texts))
    typed = CheckInNumbers(answered=1, learned=worst(12_000, texts))
    team = [a_member(texts, n) for n in range(1, 30)]

    for each in (found, checkin.filled(found, "S1", "U0000000000", typed)):
        assert_modal(checkin.round_form(t, each, team=team, rest=worst(12_000, texts), meta={}))


def test_a_round_for_a_hundred_colleagues_offers_as_many_as_a_menu_holds(t):
    found = Round(day=TODAY, check_in=None, questions=questions(EVIL))

    assert_modal(checkin.round_form(t, found, team=[a_member(EVIL, n) for n in range(150)], meta={}))


def test_what_was_kept_of_a_round_at_its_longest(t, texts):
    saved = RoundSaved(check_in=a_check_in(texts), still_open=questions(texts), was_edit=True)
    text, blocks = checkin.round_done(t, saved)

    assert_message(text, blocks)
    assert_modal(checkin.notice(t, text, blocks, channel_id="C1"))
    assert_modal(checkin.notice(t, text, [], channel_id="C1"))


def test_the_teams_week_at_its_longest(t, texts):
    names = tuple(worst(80, texts) for _ in range(30))
    days = tuple(RoundDay(day=TODAY, done=names, open=names, off=names) for _ in range(7))
    week = TeamWeek(week=Week.of(TODAY), days=days, received=10**7, answered=10**7, questions=questions(texts))

    assert_message(*checkin.week_status(t, week))


def test_a_week_without_rounds_is_told_as_well(t):
    empty = TeamWeek(week=Week.of(TODAY), days=(), received=None, answered=None, questions=())

    assert_message(*checkin.week_status(t, empty))


def test_absences_at_their_longest(t, texts):
    saved = AwaySaved(absences=absences(), posts=tuple(a_post(texts, n) for n in range(40)))
    text, blocks = checkin.away_saved(t, saved)

    assert_message(text, blocks)
    assert_modal(checkin.notice(t, text, blocks, channel_id="C1"))
    assert_modal(checkin.away_form(t, absences(), first="2026-11-25", rest=worst(12_000, texts), meta={}))


# --- Import


def a_plan(texts: str) -> Plan:
    row = {"title": worst(150, texts), "platform": Platform.GOOGLE_BUSINESS, "due": Due.of(NOW, "Asia/Kolkata")}
    rows = tuple(Row(line=10**5 + n, values=row, counts=Counts()) for n in range(40))
    names = ("title", "platform", "kind", "state", "due", "owner_id", "backup_id", "reviewer_id", "text", "image")
    return Plan(
        recognised=tuple(ALIASES),
        unused=tuple(worst(200, texts) for _ in range(60)),
        new=rows,
        changed=tuple(Revision(line=9, post=a_post(texts, n), names=names, row=rows[0]) for n in range(40)),
        same=10**5,
        refused=tuple(
            Refusal(line=10**5, field="published_at", reason=reason, what=worst(5000, texts))
            for reason in ("count", "doubtful", "moment", "member", "repeated", "not-yet") * 5
        ),
        without_time=10**5,
        measured=10**5,
    )


def a_told(texts: str, *, may_override: bool) -> Said:
    """What rights and the plan make of many lines."""
    policy = Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value=worst(500, texts), severity=Severity.ERROR)
    broken = PolicyFinding(policy=policy, what=tuple(worst(100, texts) for _ in range(40)))
    over = Usage(of=Limited.CAMPAIGN, used=10**9, limit=1, name=worst(80, texts))
    verdict = Verdict(findings=(broken,) * 8, usages=(over,) * 10)
    return Said(
        held=tuple(
            HeldLine(line=10**5, post=a_post(texts, n), verdict=verdict, fate=fate) for fate in Fate for n in range(40)
        ),
        long=tuple(LongLine(line=10**5, post=a_post(texts, n), room=Room(used=10**6, limit=10**5)) for n in range(40)),
        unapproved=tuple(range(10**5, 10**5 + 500)),
        reread=tuple(f"P{10**6 + n}" for n in range(500)),
        questioned=10**5,
        may_override=may_override,
    )


@pytest.mark.parametrize("token", ["0" * 16, ""])
def test_the_preview_of_an_import_at_its_longest(t, texts, token):
    found = [RowEcho(line=10**5, likeness=0.99, post=a_post(texts, n)) for n in range(40)]
    echoes = RowEchoes(found=(RowEcho(line=10**5, likeness=1, of_line=10**5), *found), whole=10**5)

    strategy = a_strategy(texts, locale=t.locale)
    for may_override in (True, False):
        plan = replace(a_plan(texts), said=a_told(texts, may_override=may_override))

        assert_message(*imports.preview(t, plan, name=worst(255, texts), token=token, strategy=strategy, echoes=echoes))


def test_what_follows_an_import_at_its_longest(t, texts):
    done = Imported(added=10**6, changed=10**6, same=10**6, said=a_told(texts, may_override=True))
    text, blocks = imports.imported(t, done, name=worst(255, texts), strategy=a_strategy(texts, locale=t.locale))

    assert_message(text, blocks)
    assert_modal(imports.imported_modal(t, blocks, channel_id="C1"))
    assert_modal(imports.overriding_form(t, meta={"channel": "C1", "token": "0" * 16}))
    assert_message(*imports.dropped(t))
    assert_message(*imports.exported(t))
    assert_message(*imports.import_help(t))


# --- Help and refusals


@pytest.mark.parametrize("has_strategy", [True, False])
def test_help_at_its_longest(t, texts, has_strategy):
    typed = worst(12_000, texts)

    assert_message(*umbrella.help_of_all(t, not_understood=typed, has_strategy=has_strategy))
    assert_message(*umbrella.help_of_all(t))
    assert_message(*checkin.checkin_help(t, not_understood=typed))
    assert_message(*checkin.checkin_help(t))


@pytest.mark.parametrize("key", ["kpi-import", "kpi-which-post"])
def test_a_sentence_alone_is_a_message(t, key):
    assert_message(*kpi.plain_said(t(key)))


def test_an_apology_gives_everything_back_that_fits(t, texts):
    assert_message(*replies.apology(t, reference="beef", typed=worst(12_000, texts)))


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 the visitor's own naming
        self.names.add(node.id.name)


def refusals() -> Iterator[tuple[str, set[str]]]:
    """The key of each refusal, and its parameters."""
    for resource in resources("en").values():
        for entry in resource.body:
            if isinstance(entry, ftl.Message) and entry.id.name.startswith("refusal-"):
                found = Variables()
                found.visit(entry)
                yield entry.id.name.removeprefix("refusal-"), found.names


def test_every_refusal_of_the_longest_text_fits_and_harms_nobody(t, texts):
    for key, names in refusals():
        typed = dict.fromkeys(names - replies.MENTIONS, worst(12_000, texts))
        error = UserError(key, **typed, **dict.fromkeys(names & replies.MENTIONS, "<@U0000000000>"))

        assert_message(*replies.refusal(t, error, typed=worst(12_000, texts)))


def test_a_refusal_that_names_a_member_mentions_them(t):
    text, _ = replies.refusal(t, UserError("strategy-rights", manager="<@UAMY>"))

    assert "<@UAMY>" in text


def test_a_refusal_that_quotes_a_typed_mention_calls_nobody(t):
    text, _ = replies.refusal(t, UserError("not-understood", what="<@UAMY> please"))

    assert "<@UAMY>" not in text


# --- Nothing is left out


def views() -> Iterator[tuple[str, str]]:
    """File and name of each public function that returns something to be shown."""
    for path in sorted((ROOT / "handlers/views").glob("*.py")):
        if path.name != "kit.py":
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                shows = isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) in SHOWN
                if isinstance(node, ast.FunctionDef) and shows and not node.name.startswith("_"):
                    yield path.stem, node.name


def names_in(path: Path) -> set[str]:
    """Every name that a test file uses."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in tree
        if isinstance(node, ast.Attribute | ast.Name)
    }


def held_to_the_limits() -> set[str]:
    """The names used in those test files of this folder that ask the local Slack's limits."""
    used = [names_in(path) for path in Path(__file__).parent.glob("test_*.py")]
    return set().union(*(names for names in used if names & LIMITS))


def test_every_view_has_a_test_at_its_longest():
    parts = {(room, name) for room, names in PARTS.items() for name in names.split()}
    tested = held_to_the_limits()

    missing = [f"{room}.{name}" for room, name in views() if (room, name) not in parts and name not in tested]

    assert [each for each in missing if each.partition(".")[2] not in REMINDERS] == []


def test_every_kind_of_reminder_has_a_test_at_its_longest():
    assert set(REMINDERS.values()) <= names_in(Path(__file__).parent / "test_ticks_views.py")


def test_the_tables_name_no_view_that_is_gone():
    known = list(views())

    assert {(room, name) for room, names in PARTS.items() for name in names.split()} <= set(known)
    assert set(REMINDERS) <= {name for _, name in known}
