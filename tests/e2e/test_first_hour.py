"""A team's first hour, through the local Slack: installed, set up, objective, plan, calendar, every gap, a post live.

Lived four times: in English and in French, by forms and by what is typed. What is asserted is what people see.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.app import build
from bot.domain.plan.findings import Gap
from bot.domain.plan_parts import ExportLayout, PolicyKind
from bot.domain.posts import PostState
from bot.domain.strategy import Kpi, ObjectiveKind, Platform
from bot.i18n.catalogue import Language, resources
from bot.i18n.regions import WORDS_OF_FRANCE
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, UNHURRIED, settings_of
from tests.e2e import first_hour_steps as steps
from tests.e2e.first_hour import CHANNEL, MOST_PRESSES, OPENING, TODAYS, Hour, plain
from tests.e2e.first_hour_crews import ENGLISH, FRENCH

LIVES = [(crew, way) for crew in (ENGLISH, FRENCH) for way in ("modal", "text")]
WORD = re.compile(r"[^\W\d_]{4,}")
IN_DECEMBER = set(Gap) - {Gap.NO_TEXT, Gap.OVERDUE, Gap.WANTED}  # no customer has asked anything in the first hour
"""What a month ahead can lack: nothing in it is overdue, and a missing text is looked for two days before."""
LANGUAGES = {"english", "français"}
FRANCE = set(WORDS_OF_FRANCE.values())
"""What France took over from English."""
"""A language is offered by its own name."""
KEY = re.compile(r"(?<![\w/.-])[a-z]+(?:-[a-z_]+)+(?![\w/.-])")


@pytest.fixture(scope="module", params=LIVES, ids=lambda life: f"{life[0].language}-{life[1]}")
def hour(request: pytest.FixtureRequest) -> Iterator[Hour]:
    crew, way = request.param
    with LocalSlack(manifest=MANIFEST, clock=SandboxClock(stopped_at=OPENING), ack_seconds=UNHURRIED) as slack:
        bot = build(settings_of(slack), clock=slack.clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        try:
            yield lived(Hour(slack=slack, bot=bot, crew=crew, way=way))
        finally:
            bot.stop()


def lived(hour: Hour) -> Hour:
    welcome = steps.installed(hour)
    steps.looked_at_sample(hour, welcome)
    steps.set_up(hour, welcome)
    steps.early_post(hour)
    steps.objective_set(hour, welcome)
    steps.plan_written(hour)
    steps.calendar_in(hour)
    steps.tightened(hour)
    steps.day_off(hour)
    radar = steps.checked(hour)
    hour.found = hour.lines(radar)
    for gap in steps.MENDS:
        steps.mended(hour, radar, gap)
    hour.left = steps.looked_again(hour, radar)
    steps.reviewed(hour)
    steps.published(hour)
    hour.see_everything()
    return hour


def test_the_channel_hears_once_who_set_it_up(hour: Hour) -> None:
    [introduction] = [each for each in hour.lead.hand.messages(CHANNEL) if each.bot_id and not each.ephemeral_to]

    assert f"<@{hour.crew.lead}>" in introduction.text
    assert ("Bonjour" in introduction.text) is (hour.crew.language == "fr")


def test_the_objective_stands_as_it_was_set(hour: Hour) -> None:
    [objective] = hour.strategy().objectives

    assert (objective.kind, objective.statement) == (ObjectiveKind.ENGAGEMENT, hour.crew.words["objective"])
    assert str(objective.deadline) == "2027-05-31"
    assert (objective.resources.hours_a_week, objective.resources.budget) == (8, 500)
    assert objective.platforms == (Platform.INSTAGRAM, Platform.LINKEDIN)
    assert [(each.kpi, each.value) for each in objective.targets] == [(Kpi.ENGAGEMENT_RATE_BY_REACH, 0.025)]


def test_the_plan_stands_as_it_was_written(hour: Hour) -> None:
    strategy, crew = hour.strategy(), hour.crew
    instagram, linkedin = strategy.platforms

    assert (instagram.owner_id, instagram.reviewer_id, instagram.rhythm) == (crew.lead, crew.mate, 3)
    assert (instagram.purpose, instagram.review_required) == (crew.words["purpose"], True)
    assert (linkedin.owner_id, linkedin.rhythm, linkedin.text_limit) == (crew.mate, 1, 200)
    assert [(each.kind, each.value) for each in strategy.plan.policies] == [
        (PolicyKind.AVOID_WORDS, crew.words["avoided"])
    ]
    assert (strategy.plan.limits.posts_a_day, strategy.plan.limits.spend_a_month) == (2, 200)
    assert [(each.name, each.layout) for each in strategy.plan.tools] == [("Buffer", ExportLayout.BUFFER)]
    assert [(each.name, str(each.first), str(each.last)) for each in strategy.plan.themes] == [
        (crew.words["theme"], "2026-12-07", "2026-12-18")
    ]
    assert [(each.name, str(each.day)) for each in strategy.plan.days] == [(crew.words["day"], "2026-12-24")]


def test_the_radar_finds_every_kind_of_gap_in_the_calendar_that_came(hour: Hour) -> None:
    assert {each.gap for each in hour.found} == IN_DECEMBER


def test_each_finding_is_gone_from_the_next_check_after_one_press_of_its_own_button(hour: Hour) -> None:
    found = Counter(each.gap for each in hour.found)

    assert set(hour.mended) == IN_DECEMBER
    presses = {gap: count for gap, count in hour.mended.items() if gap is not Gap.LOAD}
    assert all(1 <= count <= found[gap] for gap, count in presses.items()), presses
    assert 1 <= hour.mended[Gap.LOAD] <= MOST_PRESSES  # each press hands over one post


def test_at_last_nothing_is_missing(hour: Hour) -> None:
    said = "Rien ne manque" if hour.crew.language == "fr" else "Nothing is missing"

    assert hour.lines(hour.left) == []
    assert said in steps.shown(hour.left)


def test_the_post_of_today_went_through_review_and_is_live_with_its_link(hour: Hour) -> None:
    post, crew = hour.post(TODAYS), hour.crew
    whats = [each.what for each in post.history if each.what not in {"added", "imported"}]

    assert whats == ["in_review", "changes-asked", "edited", "in_review", "approved", "published"]
    assert [each.note for each in post.history if each.what == "changes-asked"] == [crew.words["wish"]]
    assert (post.state, post.link, post.text) == (PostState.PUBLISHED, steps.LINK, crew.words["second"])
    assert (post.approved_by, post.published_by) == (crew.mate, crew.lead)


def test_what_came_by_itself_about_the_post_reads_as_things_stand(hour: Hour) -> None:
    live = "mise en ligne" if hour.crew.language == "fr" else "has been live since"
    approved = "l’a approuvée" if hour.crew.language == "fr" else "approved it"

    assert hour.lead.reads(TODAYS, live)
    assert hour.lead.reads(TODAYS, approved)
    assert len(hour.mate.asked_to_review(TODAYS)) == 2


def test_no_message_was_sent_twice(hour: Hour) -> None:
    sent = [call.args for call in hour.slack.calls if call.method == "chat.postMessage" and call.verdict == "ok"]
    keys = Counter(each["metadata"]["event_payload"]["key"] for each in sent)
    texts = Counter((each["channel"], each["text"], str(each["blocks"])) for each in sent)

    assert keys
    assert [key for key, count in keys.items() if count > 1] == []
    assert [text for text, count in texts.items() if count > 1] == []


def test_slack_refused_nothing(hour: Hour) -> None:
    assert {call.verdict for call in hour.slack.calls} == {"ok"}


# --- one language throughout


class Words(Visitor):
    """The words of a catalogue's messages."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 – the visitor's own naming
        self.found |= words_in(node.value)


def words_in(text: str) -> set[str]:
    return {each.casefold() for each in WORD.findall(plain(text))}


def messages(language: Language) -> list[ftl.Message]:
    every = (entry for resource in resources(language).values() for entry in resource.body)
    return [each for each in every if isinstance(each, ftl.Message)]


def vocabulary(language: Language) -> set[str]:
    words = Words()
    for each in messages(language):
        words.visit(each)
    return words.found


def test_nobody_reads_a_word_of_the_other_language(hour: Hour) -> None:
    own, other = ("fr", "en") if hour.crew.language == "fr" else ("en", "fr")
    typed = words_in(" ".join([*hour.crew.typed.values(), *hour.crew.words.values()]))
    foreign = vocabulary(other) - vocabulary(own) - typed - LANGUAGES - FRANCE

    shown = {text for text in hour.seen if words_in(text) & foreign}

    assert len(hour.seen) > 1000
    assert sorted((text, sorted(words_in(text) & foreign)) for text in shown) == []


def test_nobody_reads_the_key_of_a_text_or_a_place_left_open(hour: Hour) -> None:
    keys = {each.id.name for each in messages("en")}

    assert [text for text in hour.seen if keys & set(KEY.findall(text))] == []
    assert [text for text in hour.seen if re.search(r"\{ ?\$?\w+ ?\}|<Gap\.|\w\.\.(?:\s|$)", text)] == []
