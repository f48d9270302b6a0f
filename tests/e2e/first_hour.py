"""A team's first hour with the bot: drives its hands, and keeps everything that they are shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from bot.app import Bot
from bot.cli.demo import step
from bot.domain.plan.findings import Gap
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.sandbox.acting.hand import Answer, Hand
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Json, Message, Upload, View
from tests.e2e.first_hour_crews import Crew, calendar

Way = Literal["modal", "text"]

CHANNEL = "CSOCIAL"
OPENING = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 08:00 in Toronto, 13:00 in London
MOST_PRESSES = 10
"""A finding that is not mended by then is not mended by its button."""
TODAYS = "P2"
"""The post that goes live today; P1 is from before there was an objective."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding as it is read: its words, and the button beside it."""

    gap: Gap
    text: str
    button: Json

    @property
    def control(self) -> str:
        return (
            f"{self.button['action_id']}:{self.button['value']}" if "value" in self.button else self.button["action_id"]
        )


def visible(node: Any) -> Iterator[str]:
    """Every text that a reader or a screen reader gets of blocks or a view."""
    if isinstance(node, Mapping):
        for name, each in node.items():
            if name in {"text", "alt_text", "accessibility_label", "initial_value"} and isinstance(each, str):
                yield each
            yield from visible(each)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from visible(each)


@dataclass(slots=True, kw_only=True)
class Person:
    """A member's hand; whatever it is shown is kept, and the bot has a beat after each act."""

    hand: Hand
    hour: "Hour"

    def types(self, what: str) -> Answer:
        return self._did(self.hand.command(self.hour.crew.typed[what], channel=CHANNEL))

    def commands(self, text: str) -> Answer:
        return self._did(self.hand.command(text, channel=CHANNEL))

    def presses(self, where: Message | View, control: str, *, choice: Any = None) -> Answer:
        return self._did(self.hand.press(where, control, choice=choice))

    def sends(self, **values: Any) -> Answer:
        """Fill the open form in and send it, as it has to go through; then everything is closed."""
        answer = self._did(self.hand.submit({name.replace("__", "."): value for name, value in values.items()}))
        assert answer.errors == {}, answer.errors
        return answer

    def closes(self) -> None:
        while self.hand.modal:
            self.hand.close()

    @property
    def modal(self) -> View:
        assert self.hand.modal, "no form is open"
        return self.hand.modal

    def asked_to_review(self, post_id: str) -> list[Message]:
        """The messages that asked for it, as they stand now."""
        return [each for each in self.hand.direct_messages() if each.bot_id and each.text.startswith(f"{post_id} · ")]

    def reads(self, *words: str) -> Message:
        """The newest direct message of the bot that has all of *words*, as it stands now."""
        found = [each for each in self.hand.direct_messages() if each.bot_id and _has(each, words)]
        assert found, f"{self.hand.user_id} has no message with {words}"
        self.hour.see(found[-1])
        return found[-1]

    def _did(self, answer: Answer) -> Answer:
        assert answer.acknowledged, answer
        assert answer.error is None, answer
        for each in answer.messages:
            self.hour.see(each)
        if answer.modal:
            self.hour.see(answer.modal)
        self.hour.rest()
        return answer


def _has(message: Message, words: Sequence[str]) -> bool:
    shown = plain(" ".join([message.text, *visible(message.blocks)]))
    return all(each in shown for each in words)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@dataclass(slots=True, kw_only=True)
class Hour:
    """What a crew lives through, by forms or by typing; *seen* is every text that they were shown."""

    slack: LocalSlack
    bot: Bot
    crew: Crew
    way: Way
    seen: list[str] = field(default_factory=list)
    found: list[Line] = field(default_factory=list)
    mended: dict[Gap, int] = field(default_factory=dict)
    left: Message | None = None

    @property
    def lead(self) -> Person:
        return Person(hand=self.slack.hand(self.crew.lead), hour=self)

    @property
    def mate(self) -> Person:
        return Person(hand=self.slack.hand(self.crew.mate), hour=self)

    @property
    def is_typed(self) -> bool:
        return self.way == "text"

    def see(self, what: Message | View) -> None:
        texts = [what.text] if isinstance(what, Message) else [*visible({"a": what.title, "b": what.submit})]
        self.seen += [*texts, *visible(what.blocks)]

    def see_everything(self) -> None:
        """All conversations as they stand, and the Home tabs."""
        for person in (self.lead, self.mate):
            for each in [*person.hand.direct_messages(), *person.hand.messages(CHANNEL)]:
                if each.bot_id:
                    self.see(each)
            known = person.hand.home.hash if person.hand.home else ""
            person.hand.open_home()
            self.see(
                person.hand.wait_for(
                    lambda who=person, was=known: who.hand.home if who.hand.home and who.hand.home.hash != was else None
                )
            )

    def rest(self) -> None:
        """The bot's clock beats: what an act owes somebody goes out."""
        self.slack.settle()
        self.bot.tick()

    def move_to(self, moment: datetime) -> None:
        step(self.bot, self.slack.clock, moment)

    def pass_minutes(self, minutes: int) -> None:
        self.move_to(self.slack.clock.now() + timedelta(minutes=minutes))

    def strategy(self) -> Strategy:
        with self.bot.house.store.transaction() as tx:
            [only] = tx.strategies.all()
        return only

    def posts(self) -> list[Post]:
        with self.bot.house.store.transaction() as tx:
            return tx.posts.all()

    def post(self, post_id: str) -> Post:
        with self.bot.house.store.transaction() as tx:
            return tx.posts.get(post_id)

    def file(self) -> Upload:
        return Upload(name=self.crew.words["file"], content=calendar(self.crew), mimetype="text/csv")

    def lines(self, radar: Message) -> list[Line]:
        """The findings of a radar, by the words they begin with."""
        names = {plain(self.crew.t(f"radar-gap-{gap.value}")): gap for gap in Gap}
        return [
            Line(gap=names[name], text=text, button=block["accessory"])
            for block in radar.blocks
            if block["type"] == "section" and "accessory" in block
            for text in [plain(block["text"]["text"])]
            for name in [text[1:].partition("*")[0]]
        ]
