"""Whatever is typed is acknowledged and answered, within Slack's limits, and never with the apology for a bug."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.domain.moments import Due
from bot.domain.strategy import Platform
from bot.language import words
from bot.language.engage.words import CHECKIN_VERBS, ROUND_NUMBERS
from bot.language.kpi.words import COUNTS, KPI_VERBS, KPIS
from bot.language.post.words import KINDS, POST_VERBS, SCOPES, STATES
from bot.sandbox.installation import read_manifest
from bot.services.post.adding import Wish, add_post
from bot.services.post.changes import publish_post
from tests.conftest import MANIFEST

SOCIAL = "CSOCIAL"
READERS = ("UBOB", "UAMY", "UGUEST")
"""English in London, French in Toronto, a guest."""
TABLES = (
    POST_VERBS,
    CHECKIN_VERBS,
    KPI_VERBS,
    words.COMMANDS,
    words.PLATFORMS,
    KINDS,
    STATES,
    KPIS,
    COUNTS,
    ROUND_NUMBERS,
    SCOPES,
)
KNOWN = sorted({" ".join(phrase) for table in TABLES for phrase in table})
PIECES = tuple(
    piece
    for line in (
        "P1 P2 P12 p0 P999999 #1 12 0 -3 12/14 1e9 2.5% 2,5 % 99999999999999999999 1200 1.2k on sur by par due pour",
        "tomorrow demain tue mardi 10:00 10h 9 h 25:99 31/2 30/02/2027 24/12..2/1 2/1..24/12 2026-12-01 2014-W51 W53",
        "last week semaine dernière next month in 2 hours dans 3 jours +1d monday..friday ../..  le",
        '"Spring contest" « Concours » " \' ” <@UBOB> <@UBOB|bob> @amy @nobody <@UNOBODY> <!channel> <!here> @channel',
        "<#CSOCIAL|social> https://example.com/p/1 <https://example.com/a?b=c|x> http:// ftp://x & &amp; &lt;b&gt; < >",
        "*bold* _it_ ~no~ `code` ``` 😀 :tada: \u202e\u05e9\u05dc\u05d5\u05dd \u200b \u0000 \x07 \ufeff … –",
        "é e\u0301 ß İ ﬁ label:x theme:été text: kind genre setup help aide ? // -- = : ; . , ( ) [ ] { } \\ | % $x",
    )
    for piece in line.split(" ")
)

Typed = tuple[str, str]
"""A member and what they type."""

vocabulary = st.lists(st.sampled_from([*KNOWN, *PIECES]), max_size=9).map(" ".join)
prose = st.text(max_size=60)
glued = st.lists(st.one_of(st.sampled_from([*KNOWN, *PIECES]), st.text(max_size=4)), max_size=6).map("".join)
long = st.tuples(st.sampled_from([*KNOWN, *PIECES]), st.integers(500, 6000)).map(lambda pair: (pair[0] + " ") * pair[1])
COMMANDS = sorted(read_manifest(MANIFEST).commands or ())
verbs = {
    "/post": POST_VERBS,
    "/checkin": CHECKIN_VERBS,
    "/kpi": KPI_VERBS,
    "/parution": words.COMMANDS,
}


def typed(command: str) -> st.SearchStrategy[str]:
    """Any text, often one that begins with a word this command knows."""
    first = st.sampled_from(sorted(" ".join(phrase) for phrase in verbs.get(command, words.COMMANDS)))
    known = st.tuples(first, vocabulary).map(" ".join)
    return st.one_of(known, known, vocabulary, glued, prose, long.map(lambda text: text[:12_000]))


class Bugs(logging.Handler):
    """What was logged as an error: a bug leaves its traceback there, also one that nobody was told of."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(logging.Formatter().format(record))


@pytest.fixture
def bugs() -> Iterator[list[str]]:
    handler = Bugs()
    logging.getLogger().addHandler(handler)
    yield handler.found
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def calendar(stage):
    """Two posts and a published one, so that numbers find something."""
    house, now = stage.bot.house, stage.slack.clock.now()
    with house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    for days in (1, 2, 3):
        due = Due.of(now + timedelta(days=days), stage.strategy.zone)
        wish = Wish(title="Tea & cake", text="Come by!", platform=Platform.INSTAGRAM, owner_id=by.id, due=due)
        post = add_post(house.store, strategy=stage.strategy, by=by, now=now, wish=wish).post
    publish_post(house.store, strategy=stage.strategy, by=by, now=now, post_id=post.id, link="https://example.com/p/3")
    return stage


EXAMPLES = 200


def drawn(wanted: st.SearchStrategy[Typed]) -> list[Typed]:
    """Examples for the bot, all drawn before it is asked: its sockets use `random`, which Hypothesis keeps to itself.

    What one of them leaves in the calendar is there for the next, so there is nothing to shrink.
    """
    found: list[Typed] = []

    @settings(max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(wanted)
    def draw(example: Typed) -> None:
        found.append(example)

    draw()
    return found


def refused_calls(stage, since: int) -> list[str]:
    return [f"{call.method}: {call.verdict}" for call in stage.slack.calls[since:] if call.verdict != "ok"]


@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_is_sent_to_a_command_is_answered_and_never_with_an_apology(calendar, bugs, command):
    for reader, text in drawn(st.tuples(st.sampled_from(READERS), typed(command))):
        hand = calendar.slack.hand(reader)
        hand.reload()
        before = len(calendar.slack.calls)

        answer = hand.command(f"{command} {text}", channel=SOCIAL if reader != "UGUEST" else "CGENERAL")

        told = f"{reader} typed {text!r}"
        assert bugs == [], told
        assert answer.error is None, told
        assert answer.acknowledged, told
        assert answer.text.strip() or answer.modal is not None, told
        assert refused_calls(calendar, before) == [], told


def test_whatever_is_written_to_the_bot_is_answered_and_never_with_an_apology(calendar, bugs):
    wanted = st.sampled_from(COMMANDS).flatmap(lambda each: typed(each).map(lambda rest: f"{each[1:]} {rest}"))

    for reader, text in drawn(st.tuples(st.sampled_from(READERS[:2]), st.one_of(wanted, typed("/parution")))):
        hand = calendar.slack.hand(reader)
        before = len(calendar.slack.calls)

        taken = hand.say(text.strip() or "?")

        told = f"{reader} wrote {text!r}"
        assert taken.acknowledged, told
        hand.wait_for(lambda: bugs or "chat.postMessage" in {call.method for call in calendar.slack.calls[before:]})  # noqa: B023
        assert bugs == [], told
        assert refused_calls(calendar, before) == [], told
