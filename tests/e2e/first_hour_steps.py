"""The steps of a team's first hour: what each hand does, by forms or by typing, and what it reads on the way."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from bot.domain.moments import Due
from bot.domain.plan.findings import Gap
from bot.domain.posts import PostState
from bot.sandbox.team import Message
from tests.e2e.first_hour import CHANNEL, MOST_PRESSES, TODAYS, Hour, Line, plain, visible

LINK = "https://instagram.example/p/1"


def installed(hour: Hour) -> Message:
    """Whoever installed the app opens it; the first message waits there."""
    lead = hour.lead
    lead.hand.open_messages()
    lead.hand.wait_for(lambda: lead.hand.direct_messages() or None)
    return lead.reads(plain(hour.crew.t("welcome-title")))


def looked_at_sample(hour: Hour, welcome: Message) -> None:
    hour.lead.presses(welcome, "welcome.sample")
    hour.lead.reads(plain(hour.crew.t("sample-text")), plain(hour.crew.t("sample-contest")))
    hour.lead.presses(welcome, "welcome.steps")


def set_up(hour: Hour, welcome: Message) -> None:
    lead, name = hour.lead, "Maison Lune"
    if hour.is_typed:
        lead.types("setup")
        lead.sends(name=name, round=[hour.crew.lead, hour.crew.mate])
    else:
        lead.presses(welcome, "setup.open")
        lead.sends(name=name, conversation=CHANNEL, round=[hour.crew.lead, hour.crew.mate])
    lead.closes()


def early_post(hour: Hour) -> None:
    """Somebody cannot wait: a post from before anybody said what it is for."""
    lead, words = hour.lead, hour.crew.words
    if hour.is_typed:
        answer = lead.types("early")
        assert answer.modal is None, answer.text
    else:
        lead.presses(lead.commands("/post").messages[-1], "post.add")
        lead.sends(title=words["early"], platform="linkedin", day="2026-12-18", clock="10:00", text=words["why"])
        lead.closes()


def objective_set(hour: Hour, welcome: Message) -> None:
    lead, statement = hour.lead, hour.crew.words["objective"]
    if hour.is_typed:
        lead.types("objective")
        lead.sends(hours="8", budget="500")
    else:
        lead.presses(welcome, "objective.new")
        lead.sends(kind="engagement", statement=statement, deadline="2027-05-31", hours="8", budget="500")
    lead.sends(platforms=["instagram", "linkedin"], target__engagement_rate_by_reach="2.5")
    lead.closes()


def plan_written(hour: Hour) -> None:
    if hour.is_typed:
        for part in ("instagram", "linkedin", "limit", "budget", "policy", "tool", "theme", "day"):
            answer = hour.lead.types(part)
            assert answer.modal is None, f"{part}: {answer.text}"
    else:
        by_forms(hour)


def by_forms(hour: Hour) -> None:
    crew = hour.crew
    people = {"purpose": crew.words["purpose"], "owner": crew.lead, "reviewer": crew.mate}
    parts: list[tuple[str, dict[str, object]]] = [
        ("plan.add.platform", {**people, "platform": "instagram", "rhythm": "3", "review": "yes"}),
        ("plan.add.platform", {"platform": "linkedin", "owner": crew.mate, "rhythm": "1", "text_limit": "200"}),
        ("plan.edit:limits|", {"posts_a_day": "3", "spend_a_month": "100"}),
        ("plan.add.policy", {"kind": "avoid_words", "value": crew.words["avoided"]}),
        ("plan.add.tool", {"name": "Buffer", "layout": "buffer"}),
        ("plan.add.theme", {"name": crew.words["theme"], "first": "2026-12-07", "last": "2026-12-18"}),
        ("plan.add.day", {"name": crew.words["day"], "day": "2026-12-24"}),
    ]  # fmt: skip
    for control, values in parts:
        card = hour.lead.commands("/plan").messages[-1]
        hour.lead.presses(card, control)
        hour.lead.sends(**values)
        hour.lead.closes()


def calendar_in(hour: Hour) -> Message:
    """The file into the direct message, a look at the preview, the button; the preview becomes the result."""
    lead = hour.lead
    known = len(lead.hand.direct_messages())
    lead.hand.say("", files=[hour.file()])
    arrived = lead.hand.wait_for(
        lambda: [each for each in lead.hand.direct_messages()[known:] if each.bot_id and each.blocks] or None
    )
    hour.see(arrived[-1])
    lead.presses(arrived[-1], "import.confirm")
    return arrived[-1]


def tightened(hour: Hour) -> None:
    """With the calendar before their eyes they want fewer posts a day."""
    if hour.is_typed:
        hour.lead.types("tighter")
    else:
        hour.lead.presses(hour.lead.commands("/plan").messages[-1], "plan.edit:limits|")
        hour.lead.sends(posts_a_day="2")
        hour.lead.closes()


def day_off(hour: Hour) -> None:
    mate = hour.mate
    if hour.is_typed:
        mate.types("away")
    else:
        mate.hand.open_home()
        home = mate.hand.wait_for(lambda: mate.hand.home)
        mate.presses(home, "checkin.away")
        mate.sends(first="2026-12-09", last="2026-12-09")
        mate.closes()


# --- the radar


def checked(hour: Hour) -> Message:
    """The radar of December: typed, or from the plan and a month on."""
    if hour.is_typed:
        return hour.lead.types("check").messages[-1]
    card = hour.lead.commands("/plan").messages[-1]
    radar = hour.lead.presses(card, "plan.check").messages[-1]
    return hour.lead.presses(radar, "plan.check.after").messages[-1]


def mended(hour: Hour, radar: Message, gap: Gap) -> None:
    """By its own button, until the next check has none of the kind."""
    for presses in range(MOST_PRESSES):
        radar = looked_again(hour, radar)
        lines = [each for each in hour.lines(radar) if each.gap is gap]
        if not lines:
            hour.mended[gap] = presses
            return
        hour.lead.presses(radar, lines[0].control)
        MENDS[gap](hour, lines[0])
        hour.lead.closes()
    raise AssertionError(f"{gap} is still found: {lines[0].text}")


def looked_again(hour: Hour, radar: Message) -> Message:
    return hour.lead.presses(radar, "plan.check.again").messages[-1]


def edits(word: str) -> Callable[[Hour, Line], None]:
    """Write something else in place of the text, or after it where *word* begins with a plus."""

    def mend(hour: Hour, line: Line) -> None:
        words = hour.crew.words
        before = hour.post(line.button["value"]).text if word.startswith("+") else ""
        hour.lead.sends(text=f"{before} {words[word.lstrip('+')]}".strip())

    return mend


def handed_over(hour: Hour, line: Line) -> None:
    hour.lead.sends(owner=hour.crew.lead)


def moved_to(day: str) -> Callable[[Hour, Line], None]:
    return lambda hour, line: _sent(hour, day=f"2026-12-{day}", clock="14:00")


def _sent(hour: Hour, **values: str) -> None:
    hour.lead.sends(**values)


def added(hour: Hour, line: Line, **values: str) -> None:
    """As the finding's form begins; only the title is asked of who is in a hurry."""
    title = f"{hour.crew.words['title']} {line.gap.value[:2]}{len(hour.posts())}"
    values = {"kind": "question", **values} if line.gap is not Gap.MIX else values
    known = {control["block_id"]: control["element"] for control in hour.lead.modal.blocks if "element" in control}
    title = known["title"].get("initial_value") or title
    platform = {} if "initial_option" in known["platform"] else {"platform": "instagram"}
    hour.lead.sends(title=title, **platform, **values)


def spread(hour: Hour, line: Line) -> None:
    """Somebody's posts of the month: the last of them goes to a colleague."""
    buttons = [each["accessory"]["value"] for each in hour.lead.modal.blocks if "accessory" in each]
    hour.lead.presses(hour.lead.modal, f"post.assign:{buttons[-1]}")
    hour.lead.sends(owner=hour.crew.mate)


MENDS: Mapping[Gap, Callable[[Hour, Line], None]] = {
    Gap.MIX: added,
    Gap.EMPTY_DAYS: added,
    Gap.BUDGET: lambda hour, line: _sent(hour, spend_a_month="200"),
    Gap.POLICY: edits("good"),
    Gap.TOO_LONG: edits("good"),
    Gap.UNOWNED: handed_over,
    Gap.AWAY: handed_over,
    Gap.DAY_FULL: moved_to("11"),
    Gap.HOLIDAY: moved_to("22"),
    Gap.CONTEST_RULES: edits("+rules"),
    Gap.CONTEST_DEADLINE: edits("+ends"),
    Gap.CONTEST_WINNER: added,
    Gap.RHYTHM: added,
    Gap.THEME: added,
    Gap.COMPASS_PLATFORM: lambda hour, line: _sent(hour, purpose="alone", why=hour.crew.words["why"]),
    Gap.COMPASS_OBJECTIVE: lambda hour, line: _sent(hour, purpose="O1"),
    Gap.LOAD: spread,
}
"""In the order in which the team takes them."""


# --- review, due, published


def reviewed(hour: Hour) -> None:
    """Asked, sent back with a wish, changed, asked again, approved."""
    lead, mate, words = hour.lead, hour.mate, hour.crew.words
    asks_review(hour)
    hour.pass_minutes(2)
    wish(hour)
    hour.pass_minutes(11)  # what others do within ten minutes is told in one message
    notice = lead.reads(TODAYS, words["wish"])
    if hour.is_typed:
        lead.types("edit")
    else:
        lead.presses(notice, "post.edit")
    lead.sends(text=words["second"])
    lead.closes()
    asks_review(hour)
    hour.pass_minutes(2)
    if hour.is_typed:
        mate.types("approve")
    else:
        mate.presses(mate.reads(TODAYS, words["second"]), "post.approve")


def asks_review(hour: Hour) -> None:
    lead = hour.lead
    if hour.is_typed:
        lead.types("review")
        return
    overview = lead.commands("/post").messages[-1]
    lead.presses(overview, f"post.more:show:{TODAYS}")
    lead.presses(lead.modal, "post.review")
    lead.sends()
    lead.closes()


def wish(hour: Hour) -> None:
    mate, words = hour.mate, hour.crew.words
    asked = mate.reads(TODAYS, words["first"])
    if hour.is_typed:
        mate.types("changes")
    else:
        mate.presses(asked, "post.ask-change")
        mate.sends(comment=words["wish"])
        mate.closes()


def due_at(hour: Hour) -> datetime:
    hours, minutes = map(int, hour.crew.due_clock.split(":"))
    return Due.local(date(2026, 11, 23), time(hours, minutes), hour.crew.zone).at


def published(hour: Hour) -> Message:
    """From the message that came when it was due; it becomes what was done."""
    moment = due_at(hour)
    hour.move_to(moment - timedelta(hours=1))
    hour.move_to(moment)
    ping = hour.lead.reads(TODAYS, plain(hour.crew.words["second"]))
    hour.move_to(moment + timedelta(minutes=4))
    hour.lead.presses(ping, "post.done")
    hour.lead.sends(link=LINK)
    hour.lead.closes()
    assert hour.post(TODAYS).state is PostState.PUBLISHED
    return hour.lead.reads(TODAYS, LINK)


def shown(message: Message) -> str:
    return plain(" ".join([message.text, *visible(message.blocks)]))
