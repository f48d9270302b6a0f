"""A bot that lives on a local Slack: started in either mode, moved through time, and what it sent is kept."""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import Bot, Ticker, build
from bot.cli.demo import step
from bot.cli.sample import found_team
from bot.ports import Store
from bot.sandbox.acting.hand import Hand
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack, Mode
from bot.sandbox.team import Json, Message, Upload
from bot.settings import Settings
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, UNHURRIED

HOMES = {
    "UAMY": "America/Toronto",
    "UBOB": "Europe/London",
    "UCHLOE": "Europe/Paris",
    "UDAN": "America/Vancouver",
    "UINES": "America/Toronto",
    "CSOCIAL": "America/Toronto",
}
"""Whose clock hangs where: the members of the sample team, and its channel."""

SIGNS = {
    "agenda": (r"^Good morning!", r"^Bonjour ?!"),
    "soon": (r"is due on .+, in 1 hour$", r"à publier sur .+, dans 1 heure$"),
    "due": (r"is due on \S+ now, \d", r"à publier sur \S+ maintenant, \d"),
    "overdue": (r"is late: it was due on", r"est en retard : elle était prévue sur"),
    "backup": (r"You are its backup", r"Vous en êtes la relève"),
    "manager": (r"You manage the strategy", r"La stratégie est entre vos mains"),
    "round": (r"^Time for today's round", r"^C’est l’heure de la ronde"),
    "useful": (r"^Three rounds of .+ went by", r"^Trois rondes pour .+ sont passées"),
    "gaps": (r"due within a week and ha(s|ve) no owner", r"d’ici une semaine et n’(a|ont) pas de responsable"),
    "handed": (r" is yours now: ", r" est maintenant à vous : |> vous l’a confiée : "),
    "changed": (r"<@U\w+> (published|moved|cancelled|changed) ", r"<@U\w+> (l’a|a changé)"),
    "radar": (r"^Maison Lune, \w+ \d{4}: ", r"^Maison Lune, \w+ \d{4} : "),
    "measure": (r"its numbers are missing$", r"ses chiffres manquent$"),
    "catch-up": (r"^While I was away", r"^Pendant mon absence"),
    "day-line": (r"^\w+day,? \w+ \w+: ", r"^([A-Z]\w+di|Dimanche) \d+(er)? \w+ : "),
    "question": (
        r"^<@U\w+> (gave you|reopened) Q\d|^Q\d+, with |^<@U\w+> is away or |^\d+ questions? wait",
        r"^<@U\w+> (vous a confié|a rouvert) Q\d|^Q\d+, confiée à |^<@U\w+> n’est pas dispo|^\d+ questions? attend",
    ),
    "kit": (r"^Our post is live: ", r"^Notre publication est en ligne : "),
    "digest": (r"^Week \d+", r"^Semaine \d+"),
}
"""How a reader tells what a message is: by words in English, by words in French."""


def local(zone: str, day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZoneInfo(zone))


def without_odd_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def blocks_as_text(blocks: Sequence[Json]) -> str:
    return without_odd_spaces(json.dumps(blocks, ensure_ascii=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A message of the bot as it read when it came; *who* is a member, or a channel."""

    at: datetime
    who: str
    text: str
    blocks: Sequence[Json]
    thread_ts: str
    key: str

    @property
    def words(self) -> str:
        return without_odd_spaces(self.text)

    @property
    def headline(self) -> str:
        """What a notification begins with."""
        return self.words.partition("\n")[0]

    @property
    def shown(self) -> str:
        """All of its blocks."""
        return blocks_as_text(self.blocks)

    @property
    def kind_and_language(self) -> tuple[str, str]:
        found = [
            (kind, language)
            for kind, both in SIGNS.items()
            for language, sign in zip(("en", "fr"), both, strict=True)
            if re.search(sign, self.headline)
        ]
        assert len(found) == 1, f"what is this? {self.words!r}: {found}"
        return found[0]

    @property
    def posts(self) -> list[str]:
        return sorted(set(re.findall(r"\bP\d+\b(?= · )", self.text)), key=lambda post: int(post[1:]))

    def is_late(self) -> bool:
        return "This message is late" in self.shown or "Ce message arrive en retard" in self.shown

    def line(self, zone: str = "", *, form: str = "%a %H:%M") -> str:
        """`Tue 09:00 bob en agenda P6`, by the clock on the reader's wall."""
        there = self.at.astimezone(ZoneInfo(zone or HOMES[self.who]))
        kind, language = self.kind_and_language
        name = self.who[1:].lower()
        return " ".join(
            [f"{there:{form}}", name, language, kind, *(self.posts if kind not in {"digest", "radar"} else [])]
        )


class Nudges:
    """How often the bot finished with something that came from Slack: then it asks its metronome for a beat."""

    def __init__(self) -> None:
        self.count = 0
        self._changed = threading.Condition()

    def __call__(self) -> None:
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def wait_beyond(self, known: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self.count > known, timeout=20), "the bot did not react"


class Life:
    """A bot, its Slack and the sample team; *store* opens what it keeps its calendar in, again at each start."""

    def __init__(self, slack: LocalSlack, store: Callable[[], Store]) -> None:
        self.slack = slack
        self.nudges = Nudges()
        self._store = store
        self.bot = self._built()

    def start(self) -> None:
        self.bot.start(ticking=False)
        if self.slack.mode == "http":
            self.slack.listen_at(f"http://127.0.0.1:{self.bot.settings.port}/slack/events")
            assert self.slack.verify_request_url()
        else:
            self.slack.wait_for_app()

    def stop(self) -> None:
        self.bot.stop()
        self.slack.wait_for(lambda: self.slack.connections.count == 0)

    def restart(self) -> None:
        self.stop()
        self.bot = self._built()
        self.start()

    def _built(self) -> Bot:
        is_http = self.slack.mode == "http"
        settings = Settings(
            bot_token=self.slack.bot_token,
            app_token="" if is_http else self.slack.app_token,
            signing_secret=self.slack.signing_secret if is_http else "",
            port=free_port() if is_http else 0,
            api_url=self.slack.api_url,
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Ticker, "nudge", lambda ticker: self.nudges())
            return build(settings, clock=self.slack.clock, store=self._store())

    def move_to(self, moment: datetime) -> None:
        """Through every moment at which the calendar owes something, as the demo's clock moves."""
        step(self.bot, self.slack.clock, moment)

    def tick_to(self, moment: datetime, *, every: timedelta) -> None:
        """By a metronome that beats on full minutes and knows nothing of the calendar."""
        clock = self.slack.clock
        while clock.now() < moment:
            since_beat = timedelta(seconds=clock.now().timestamp() % every.total_seconds())
            clock.set(min(moment, clock.now() + every - since_beat))
            self.bot.tick()

    def move_by_restarts(self, moment: datetime) -> None:
        """As `move_to`, with a new bot on the same store for each beat."""
        while (following := self.bot.next_moment()) and self.slack.clock.now() < following <= moment:
            self.slack.clock.set(following)
            self.restart()
            self.bot.tick()
        self.slack.clock.set(moment)
        self.restart()
        self.bot.tick()

    def arrived(self) -> list[Arrived]:
        """What the bot wrote by itself, first to last; answers to what somebody said are not among it."""
        sent = [call for call in self.slack.calls if call.method == "chat.postMessage" and call.verdict == "ok"]
        return [_arrived(call.at, call.args) for call in sent if _is_delivery(call.args)]

    def lines(self) -> list[str]:
        return [each.line() for each in self.arrived() if not each.thread_ts]

    def hand(self, user_id: str) -> Hand:
        return self.slack.hand(user_id)

    def last_message(self, user_id: str, words: str) -> Message:
        """The newest direct message with *words* in it, as it reads now."""
        found = [each for each in self.hand(user_id).direct_messages() if words in without_odd_spaces(each.text)]
        assert found, f"{user_id} has no message with {words!r}"
        return found[-1]

    def settle(self) -> None:
        """Acts of members are told to the bot; the next beat shows what came of them."""
        self.slack.settle()
        self.bot.tick()

    def change_member(self, user_id: str, **changes: str) -> None:
        """In Slack's own settings; returns when the bot has taken it over."""
        known = self.nudges.count
        self.slack.change_member(user_id, **changes)
        self.nudges.wait_beyond(known)

    def set_up(self, **choices: str) -> None:
        """Change the strategy's settings in the form that `/parution setup` opens."""
        amy = self.hand("UAMY")
        assert amy.command("/parution setup", channel="CSOCIAL").modal
        assert amy.submit(choices).errors == {}

    @staticmethod
    def upload(name: str, content: bytes) -> Upload:
        return Upload(name=name, content=content, mimetype="text/csv")

    def import_file(self, user_id: str, name: str, content: bytes) -> Message:
        """As a member does it: the file into the direct message, a look at the preview, the button."""
        hand = self.hand(user_id)
        known = len(hand.direct_messages())
        assert hand.say("", files=[self.upload(name, content)]).acknowledged
        preview = hand.wait_for(lambda: _answer(hand.direct_messages()[known:]))
        assert hand.press(preview, "import.confirm").acknowledged
        return preview


def _answer(messages: Sequence[Message]) -> Message | None:
    return next((each for each in messages if each.bot_id and each.blocks), None)


def _is_delivery(args: Json) -> bool:
    """The preview of a file is an answer: it begins with the file's name."""
    return re.match(r"\*?\S+\.csv\b", str(args.get("text"))) is None


def _arrived(at: datetime, args: dict[str, Any]) -> Arrived:
    channel = str(args["channel"])
    return Arrived(
        at=at,
        who=f"U{channel[1:]}" if channel.startswith("D") else channel,
        text=str(args.get("text", "")),
        blocks=args.get("blocks") or (),
        thread_ts=str(args.get("thread_ts") or ""),
        key=str(((args.get("metadata") or {}).get("event_payload") or {}).get("key", "")),
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def living(
    *,
    at: datetime,
    mode: Mode = "socket",
    optional_scopes: bool = True,
    store: Callable[[], Store] = MemoryStore,
) -> Iterator[Life]:
    """The sample team with an empty calendar, at *at*."""
    with LocalSlack(
        manifest=MANIFEST,
        optional_scopes=optional_scopes,
        clock=SandboxClock(stopped_at=at),
        mode=mode,
        ack_seconds=UNHURRIED,
    ) as slack:
        life = Life(slack, store)
        life.start()
        try:
            found_team(life.bot.house, at, with_posts=False)
            yield life
        finally:
            life.stop()
