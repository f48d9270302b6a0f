"""A fortnight in which everything that is stored comes to be: what its members type, and what Slack does to them.

Only what lasts from version to version is leaned on: typed commands, forms by their fields, the local Slack.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.app import Bot, build
from bot.cli.demo import step
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Outage
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Upload
from bot.settings import Settings
from storage import open_store
from storage.copies.daily_backup import back_up_daily
from tests.storage.keep_fill import fill

MANIFEST = Path(__file__).resolve().parents[2] / "manifest.yml"
OPENING = datetime(2026, 11, 9, 13, 0, tzinfo=UTC)  # a Monday, 08:00 in Toronto
SOCIAL, PRIVATE, GENERAL = "CSOCIAL", "CCAMPAGNE", "CGENERAL"

NUMBERS = """\
title;platform;owner;state;due;link;reach;impressions;reactions;comments;shares;text;notes
Cold wax;facebook;amy;published;2026-11-04T12:00;https://facebook.example/w/1;1200;1800;80;9;4;Cold wax.;from the file
Old wicks;instagram;chloé;published;2026-11-05T12:00;https://instagram.example/w/2;3100;4100;250;21;12;Old wicks.;
"""


@dataclass(kw_only=True)
class Life:
    """A bot on a local Slack, its calendar in a file in *folder*."""

    slack: LocalSlack
    folder: Path
    bot: Bot
    answers: list[tuple[str, str]]

    def at(self, moment: str) -> None:
        """On to *moment* (UTC, of November 2026, as `10 14:30`), beat by beat."""
        step(self.bot, self.slack.clock, datetime.fromisoformat(f"2026-11-{moment}+00:00"))

    def restarts(self) -> None:
        self.bot.stop()
        self.slack.wait_for(lambda: self.slack.connections.count == 0)
        self.bot = born(self.slack, self.folder)

    def types(self, who: str, *commands: str, channel: str = SOCIAL) -> None:
        for typed in commands:
            answer = self.slack.hand(f"U{who}").command(typed, channel=channel)
            assert answer.acknowledged, (who, typed, answer.status)
            if answer.modal:
                self.sends(who, typed, {})
            self.answers.append((f"{who} {typed}", answer.messages[-1].text if answer.messages else ""))
            self.slack.settle()

    def fills(
        self, who: str, typed: str, /, channel: str = SOCIAL, *, then: tuple[dict[str, Any], ...] = (), **values: Any
    ) -> None:
        """A form, and the ones that follow it."""
        assert self.slack.hand(f"U{who}").command(typed, channel=channel).modal, (who, typed)
        self.sends(who, typed, values, *then)
        self.answers.append((f"{who} {typed}", "(form)"))

    def sends(self, who: str, typed: str, *forms: dict[str, Any]) -> None:
        hand = self.slack.hand(f"U{who}")
        for each in forms:
            answer = hand.submit({name.replace("__", "."): value for name, value in each.items()})
            assert answer.errors == {}, (who, typed, answer.errors)
        while hand.modal:
            hand.close()
        self.slack.settle()

    def agrees(self, who: str, typed: str, control: str) -> None:
        """Types, and presses a button of the answer."""
        hand = self.slack.hand(f"U{who}")
        assert hand.press(hand.command(typed, channel=SOCIAL).messages[-1], control).acknowledged
        self.slack.settle()

    def presses(self, who: str, words: str, control: str) -> None:
        """The newest of the bot's messages with *words* in it, in the direct message."""
        hand = self.slack.hand(f"U{who}")
        found = [each for each in hand.direct_messages() if each.bot_id and words in f"{each.text} {each.blocks}"]
        assert found, (who, words)
        assert hand.press(found[-1], control).acknowledged
        self.slack.settle()

    def drops(self, who: str, name: str, content: str) -> None:
        hand = self.slack.hand(f"U{who}")
        known = len(hand.direct_messages())
        assert hand.say("", files=[Upload(name=name, content=content.encode(), mimetype="text/csv")]).acknowledged
        hand.wait_for(lambda: [each for each in hand.direct_messages()[known:] if each.bot_id and each.blocks])


def born(slack: LocalSlack, folder: Path) -> Bot:
    settings = Settings(bot_token=slack.bot_token, app_token=slack.app_token, api_url=slack.api_url)
    store = open_store(f"tinydb://{folder}/parution.json")
    bot = build(settings, clock=slack.clock, store=store)
    bot.start(ticking=False)
    slack.wait_for_app()
    return bot


def local_slack(at: datetime = OPENING) -> LocalSlack:
    return LocalSlack(manifest=MANIFEST, clock=SandboxClock(stopped_at=at), ack_seconds=30)


def lived(life: Life) -> None:
    """Every part of the fortnight, one after the other."""
    for part in PARTS:
        part(life)


def founded(life: Life) -> None:
    life.fills("AMY", "/parution setup", name="Maison Lune <&> été", round=["UAMY", "UBOB", "UCHLOE"])
    life.fills("CHLOE", "/parution setup", channel=PRIVATE, name="Campagne", round=["UCHLOE"], digest_weekday="3")
    life.slack.join("UAPP", GENERAL)
    life.fills("BOB", "/parution setup", channel=GENERAL, name="Everybody’s", round=["UBOB"], language="en-GB")
    back_up_daily(life.bot.house.store, now=life.slack.clock.now())


def aimed(life: Life) -> None:
    life.fills(
        "AMY",
        '/objective engagement "Plus de gens qui nous parlent" until 2027-05-31',
        hours="8",
        budget="500",
        then=({"platforms": ["instagram", "facebook"], "target__engagement_rate_by_reach": "2.5"},),
    )
    life.fills("AMY", '/objective awareness "Seen in spring"', then=({"platforms": ["linkedin"]},))
    life.fills("AMY", "/objective close O2", result="Nobody saw us")
    life.types("AMY", "/kpi target engagements 500")
    life.fills("CHLOE", '/objective sales "Vendre" until 2026-12-24', channel=PRIVATE, then=({},))


def planned(life: Life) -> None:
    life.types(
        "AMY",
        '/plan platform instagram for "pictures of the day" owner @chloé backup @amy reviewer @bob rhythm 3 review yes',
        "/plan platform facebook owner @amy backup @bob limit 5000 characters",
        "/plan platform linkedin owner @bob",
        "/plan platform blog owner @dan backup @bob",
        "/plan limit 6 a day",
        "/plan budget 500 a month",
        '/plan budget 200 for "Winter"',
        "/plan policy avoid cheap, best",
        "/plan policy error 5 hashtags",
        '/plan theme "Winter" 1/12..24/12',
        "/plan theme Tips every monday from 1 dec",
        '/plan day "Company day" 2/1',
        '/plan awareness "Tea day" 15/12',
        "/plan tools Buffer, Canva",
    )


def written(life: Life) -> None:
    """One of every state, each with what can stand in a post."""
    life.types(
        "AMY",
        '/post add "Spring contest" on instagram by @chloé due tue 15:00 kind contest text "A candle 🕯️ <b>&amp;</b>"',
        '/post add "Soup" on facebook by @amy due tue 16:00 #soup #cold',
        '/post add "Six people" on linkedin by @bob due wed 14:00',
        '/post add "Nobody’s" on facebook due fri 10:00',
        '/post add "To be read" on instagram by @chloé due thu 18:00 text "Read me"',
        '/post add "Agreed" on instagram by @chloé due wed 17:00 text "Fine words"',
        '/post add "Called off" on blog by @dan due fri 12:00',
        '/post add "Taken up again" on blog by @dan due thu 11:00',
        '/post idea "Behind the scenes" on tiktok',
    )
    life.types("AMY", '/post add "Tuesday tip" on facebook by @amy every tuesday 10:00 until 2026-12-01')
    life.types("GUEST", '/post idea "A guest’s idea" on facebook', channel=GENERAL)
    life.types("CHLOE", '/post add "Entre nous" on instagram due wed 16:00 text "Un secret"', channel=PRIVATE)
    life.types("BOB", '/post add "Hello all" on linkedin due tue 11:00', channel=GENERAL)


def talked_over(life: Life) -> None:
    """Monday: reviews, files, changes that can still be taken back."""
    life.types("AMY", "/post review P5 @bob please check the price", "/post review P6 @bob")
    life.types("BOB", "/post changes P5 Shorter, please", "/post approve P6")
    life.types("AMY", "/post review P5 @ines")
    life.agrees("AMY", "/post cancel P7 because it rains", "post.cancel")
    life.agrees("AMY", "/post cancel P8", "post.cancel")
    life.types("AMY", "/post reopen P8")
    life.types(
        "AMY", "/post serves P3 our neighbours are there", "/post move P2 tue 17:00", "/post copy P2 to linkedin"
    )
    life.drops("AMY", "numbers.csv", NUMBERS)
    life.presses("AMY", "numbers.csv", "import.confirm")
    life.drops("AMY", "waits.csv", NUMBERS.replace("w/", "v/"))


def rounds_done(life: Life) -> None:
    """A round with more answers than questions is kept as it was typed."""
    life.at("09 14:30")
    life.types("BOB", "/checkin answered 5 received 3 minutes 10 replied 4 learned ask earlier", channel=GENERAL)
    life.types("CHLOE", "/checkin answered 2 received 6 minutes 15", "/checkin question Is it <vegan> & kind?")
    life.types("AMY", "/checkin question Do you ship?")
    life.types("DAN", "/checkin away 11/11..13/11")


def gone_live(life: Life) -> None:
    """Tuesday to Thursday: what is due is done or not, one answer gets lost, one reader is gone."""
    life.at("10 18:00")
    life.slack.faults.plan("chat.postMessage", "drop_after", Outage(kind="429", retry_after=60))
    life.at("10 20:30")
    life.types("CHLOE", "/post done P1 https://instagram.example/p/1")
    life.types("AMY", "/kpi log P1 reach 1200 reactions 30 comments 4")
    people = life.slack.workspace.members
    people["UDAN"] = replace(people["UDAN"], deleted=True)
    life.at("12 17:00")


def away(life: Life) -> None:
    """No bot over the weekend: what was owed is told on Monday in one message, or is too late."""
    life.restarts()
    life.slack.clock.set(datetime(2026, 11, 16, 15, 0, tzinfo=UTC))
    life.at("16 15:01")
    fill(life.bot.house.store)
    life.types("AMY", "/post move P3 fri 10:00", "/plan limit 8 a day")


def killed(life: Life) -> None:
    """Tuesday at three: nine messages are owed, and the bot dies over the fifth, which Slack has taken."""
    for who, day in (("chloé", "17/11"), ("bob", "17/11"), ("amy", "17/11"), ("ines", "17/11"), ("bob", "17/11")):
        life.types("AMY", f'/post add "For {who} {len(life.answers)}" on facebook by @{who} due {day} 10:00')
    life.at("17 14:59")
    life.restarts()  # so that only the last beat is in the journal
    life.slack.faults.plan("chat.postMessage", "drop_before", "drop_after", "ok", "500")
    post, left = life.bot.house.messenger.post, iter(range(4, -1, -1))

    def dying(*args: Any, **more: Any) -> Any:
        last = next(left) == 0
        sent = post(*args, **more)
        if last:
            raise Killed
        return sent

    life.bot.house.messenger.post = dying  # type: ignore[method-assign]
    life.slack.clock.set(datetime(2026, 11, 17, 15, 0, tzinfo=UTC))
    with suppress(Killed):
        life.bot.tick()
    life.bot.house.messenger.post = post  # type: ignore[method-assign]


class Killed(BaseException):
    """Nothing in the bot catches it, as nothing catches a kill."""


PARTS: list[Callable[[Life], None]] = [
    founded,
    aimed,
    planned,
    written,
    talked_over,
    rounds_done,
    gone_live,
    away,
    killed,
]
