"""What a contest needs: rules, a deadline, a winner post; and how a winner post is known."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import Due
from bot.domain.plan import contests
from bot.domain.plan.findings import Gap
from bot.domain.post.checklists import checklist_of
from bot.domain.posts import Post, PostKind, PostState, Step
from tests.domain.plan.covering import ZONE, a_post, found

CONTEST_GAPS = (Gap.CONTEST_RULES, Gap.CONTEST_DEADLINE, Gap.CONTEST_WINNER)


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, CONTEST_GAPS),
        ({"text": "Rules in the bio. Until Friday!"}, (Gap.CONTEST_WINNER,)),
        ({"text": "Règlement en bio, jusqu’au 24."}, (Gap.CONTEST_WINNER,)),
        ({"text": "Règlement en bio, jusqu’à dimanche."}, (Gap.CONTEST_WINNER,)),
        ({"text": "Règles en bio. Date limite : 9 décembre."}, (Gap.CONTEST_WINNER,)),
        ({"text": "Terms in the bio. Last day: 9 December."}, (Gap.CONTEST_WINNER,)),
        ({"title": "Soyez le prochain gagnant !"}, CONTEST_GAPS),
        ({"checklist": (Step(key="rules"), Step(key="draw", day=date(2026, 12, 20)))}, (Gap.CONTEST_WINNER,)),
        ({"checklist": (Step(key="rules"), Step(key="draw"))}, (Gap.CONTEST_DEADLINE, Gap.CONTEST_WINNER)),
        ({"kind": PostKind.NEWS}, ()),
        ({"parent_id": "P9"}, ()),
        ({"state": PostState.PUBLISHED}, ()),
    ],
)
def test_a_contest_has_rules_a_deadline_and_a_winner_post(more, missing):
    contest = a_post(**{"kind": PostKind.CONTEST, "title": "Spring contest", **more})

    assert tuple(gap for gap in CONTEST_GAPS if found(gap, contest)) == missing


STEPS = checklist_of(PostKind.CONTEST, date(2026, 12, 10), ())


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("rules", (Gap.CONTEST_RULES,)),
        ("draw", (Gap.CONTEST_DEADLINE,)),
        ("winner", (Gap.CONTEST_WINNER,)),
        ("start", ()),
        ("", ()),
    ],
)
def test_each_step_that_a_contests_checklist_lacks_is_a_finding(left_out, missing):
    steps = [replace(each, post_id="P2") if each.key == "winner" else each for each in STEPS if each.key != left_out]
    contest = a_post(kind=PostKind.CONTEST, title="Spring contest", checklist=tuple(steps))
    made = a_post(2, day=date(2026, 12, 21), title="And the basket goes to…", parent_id="P1")
    posts = (contest,) if left_out == "winner" else (contest, made)

    assert tuple(gap for gap in CONTEST_GAPS if found(gap, *posts)) == missing


def test_a_winner_step_is_no_winner_post_before_it_is_made():
    contest = a_post(kind=PostKind.CONTEST, title="Spring contest", checklist=STEPS)

    assert [gap for gap in CONTEST_GAPS if found(gap, contest)] == [Gap.CONTEST_WINNER]


@pytest.mark.parametrize(
    ("winner", "is_missing"),
    [
        (a_post(2, day=date(2026, 12, 20), title="The winner is…"), False),
        (a_post(2, day=date(2027, 1, 5), title="Les gagnantes"), False),
        (a_post(2, day=date(2026, 12, 5), title="The winner is…"), True),
        (a_post(2, day=date(2026, 12, 20), title="The winner is…", state=PostState.CANCELLED), True),
        (a_post(2, day=date(2026, 12, 20), title="Thanks"), True),
        (a_post(2, day=date(2026, 12, 20), title="The winner is…", state=PostState.IDEA), True),
        (a_post(2, day=date(2026, 12, 20), title="Le gagnant !", kind=PostKind.CONTEST), False),
        (a_post(2, day=date(2026, 12, 20), title="Concours : résultats"), False),
        (a_post(2, day=date(2026, 12, 18), title="Nos résultats de l’année"), True),
        (a_post(2, day=date(2026, 12, 18), title="Tea results"), False),
        (a_post(2, day=date(2026, 12, 20), title="The winner is…", parent_id="P9"), True),
        (a_post(2, day=date(2027, 3, 20), title="The winner is…"), True),
    ],
)
def test_the_winner_post_comes_after_its_contest_and_says_so(winner, is_missing):
    missing = [each.post for each in found(Gap.CONTEST_WINNER, a_post(kind=PostKind.CONTEST), winner)]

    assert (a_post(kind=PostKind.CONTEST) in missing) is is_missing


@pytest.mark.parametrize(("live", "is_missing"), [(date(2026, 12, 18), False), (date(2026, 12, 5), True)])
def test_a_winner_post_that_went_out_counts_from_when_it_did(live, is_missing):
    planned_before = a_post(
        2,
        day=date(2026, 12, 5 if not is_missing else 18),
        title="The winner is…",
        state=PostState.PUBLISHED,
        published_at=Due.local(live, time(10), ZONE).at,
    )

    gaps = found(Gap.CONTEST_WINNER, a_post(kind=PostKind.CONTEST), planned_before)

    assert bool(gaps) is is_missing


class Counted:
    """A pattern that counts how often it is asked."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.count = pattern, 0

    def search(self, text: str) -> re.Match[str] | None:
        self.count += 1
        return self.pattern.search(text)


def test_winner_posts_are_looked_for_in_steps_that_grow_with_the_posts_not_with_their_square(monkeypatch):
    asked = Counted(contests.WINNER)
    monkeypatch.setattr(contests, "WINNER", asked)
    posts = [a_post(n, kind=PostKind.CONTEST, title="Tea story") for n in range(300)]

    assert len(found(Gap.CONTEST_WINNER, *posts)) == 300
    assert asked.count <= 3 * len(posts)


def contest(number: int, day: int, title: str) -> Post:
    return a_post(number, kind=PostKind.CONTEST, day=date(2026, 12, day), title=title)


@pytest.mark.parametrize(
    ("winners", "untold"),
    [
        ([], ["P1", "P2"]),
        (["The winner is…"], ["P2"]),
        (["Winner: the golden cup"], ["P1"]),
        (["Winner: the golden cup", "The winner is…"], []),
        (["The winner is…", "The winner is…"], []),
    ],
)
def test_a_winner_post_tells_of_one_contest_the_one_whose_words_it_has_or_the_first_that_waits(winners, untold):
    told = [a_post(n, day=date(2026, 12, 18), title=title) for n, title in enumerate(winners, start=3)]

    gaps = found(Gap.CONTEST_WINNER, contest(1, 3, "Contest: a tea basket"), contest(2, 10, "A golden cup"), *told)

    assert [each.post.id for each in gaps if each.post] == untold


IDS = st.sampled_from(["P0", "P1", "P2", "P3", None])
CALENDARS = st.lists(
    st.builds(
        lambda day, title, state, parent, made: {
            "due": Due.local(date(2026, 12, day), time(10), ZONE) if day else None,
            "title": title,
            "state": state,
            "parent_id": parent,
            "checklist": (Step(key="winner", post_id=made),),
        },
        st.integers(0, 3),
        st.sampled_from(["Tea", "The winner is…"]),
        st.sampled_from([PostState.DRAFT, PostState.CANCELLED]),
        IDS,
        IDS,
    ),
    max_size=4,
)


@given(CALENDARS)
def test_no_more_contests_are_told_of_than_posts_can_tell(given_posts):
    posts = [a_post(number, kind=PostKind.CONTEST, **given) for number, given in enumerate(given_posts)]
    alive = {each.id: each for each in posts if each.state is not PostState.CANCELLED}
    made = {
        each.id
        for each in alive.values()
        for step in each.checklist
        if step.post_id in alive and step.post_id != each.id
    }
    titled = [each for each in alive.values() if "winner" in each.title]

    read = contests.Contests.among(posts)

    assert made <= read.told
    assert len(read.told - made) <= len(titled)
    assert read.all <= set(alive)
