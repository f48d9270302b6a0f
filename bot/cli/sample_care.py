"""What the sample team does for customers and colleagues: questions, voices, a share kit, mistakes put right.

All by the services that a command or a button calls, so that everybody is told what a real team would be told.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from bot.cli.sample_texts import TEXTS
from bot.domain.engage.corrections import Advice, NoticedBy, Remedy
from bot.domain.engage.voices import Address, VoiceKind
from bot.domain.members import Member
from bot.domain.moments import at_local, local_day
from bot.domain.platforms import Platform
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.services.engage.advocates import be_advocate
from bot.services.engage.corrections import CorrectionWish, change_correction, published_lately, take_on_correction
from bot.services.engage.questions import QuestionWish, answer_question, ask_question, drop_question
from bot.services.engage.rounds import RoundWish, save_round
from bot.services.engage.share_kits import KitWish, decline, make_kit, share
from bot.services.engage.voices import (
    VoiceWish,
    finish_voice_step,
    give_voice,
    keep_voice,
    move_voice_step,
    note_happening,
)

CARE = TEXTS["care"]
LAST = "last"
RECENT = 20
"""Published posts among which the one with the mistake is."""

Row = Mapping[str, Any]
Act = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCare:
    """The team's week from *monday* on, as it is told at *present*."""

    store: Store
    strategy: Strategy
    members: Mapping[str, Member]
    monday: date
    present: datetime

    def acts(self) -> Iterator[Act]:
        """In no order; some may lie after the present."""
        for each in CARE["questions"]:
            yield from self._question(each)
        for each in CARE["voices"]:
            yield self._at(each), partial(self._keep_voice, each)
        for each in CARE["voice_deeds"]:
            yield self._at(each), partial(self._follow_voice, each)
        for each in CARE["corrections"]:
            yield from self._correction(each)
        for each in CARE["learned"]:
            yield self._at(each), partial(self._learn, each)
        yield from self._kit(CARE["kit"], CARE["advocates"])

    def _day(self, after: int | str, clock: str = "23:59") -> date:
        """*after* "last": the last working day whose *clock* is over."""
        if after != LAST:
            return self.monday + timedelta(days=int(after))
        day = local_day(self.present, self.strategy.zone)
        while day.weekday() > 4 or self._moment(day, clock) >= self.present:
            day -= timedelta(days=1)
        return day

    def _moment(self, day: date, clock: str) -> datetime:
        return at_local(day, time.fromisoformat(clock), self.strategy.zone)

    def _at(self, row: Row) -> datetime:
        return self._moment(self._day(row["after"], row["clock"]), row["clock"])

    def _now_of(self, row: Row, **more: str) -> dict[str, Any]:
        """Who does it, and when; *more*: of a row within."""
        return {"strategy": self.strategy, "by": self.members[row["by"]], "now": self._at(row), **more}

    # Questions.

    def _question(self, row: Row) -> Iterator[Act]:
        yield self._at(row), partial(self._ask, row)
        if end := row.get("end"):
            yield self._at(end), partial(self._close, row["text"], end)

    def _ask(self, row: Row) -> None:
        asked = row.get("asked")
        wish = QuestionWish(
            text=row["text"],
            platform=Platform(row["platform"]),
            asked_by=row.get("asked_by", ""),
            asked_at=self._moment(self._day(asked[0]), asked[1]) if asked else None,
            owner_id=row.get("owner"),
            backup_id=row.get("backup"),
        )
        ask_question(self.store, wish=wish, **self._now_of(row))

    def _close(self, text: str, end: Row) -> None:
        with self.store.transaction() as tx:
            found = next(each.id for each in tx.questions.of_strategy(self.strategy.id) if each.text == text)
        if "why" in end:
            drop_question(self.store, question_id=found, why=end["why"], **self._now_of(end))
        else:
            answer_question(self.store, question_id=found, link=end["link"], **self._now_of(end))

    # Voices.

    def _keep_voice(self, row: Row) -> None:
        platform = Platform(row["platform"]) if "platform" in row else None
        wish = VoiceWish(
            name=row["name"],
            kind=VoiceKind(row["kind"]),
            addresses=(Address(platform=platform, where=row["where"]),) if "where" in row else (),
            step_day=self._day(row["day"]),
            **{name: row[name] for name in ("language", "cares_for", "notes", "step") if name in row},
        )
        keep_voice(self.store, wish=wish, **self._now_of(row))

    def _follow_voice(self, row: Row) -> None:
        with self.store.transaction() as tx:
            found = next(each.id for each in tx.voices.of_strategy(self.strategy.id) if each.name == row["name"])
        act, words = self._now_of(row, voice_id=found), row.get("words", "")
        if row["deed"] == "done":
            finish_voice_step(self.store, **act)
        elif row["deed"] == "happened":
            note_happening(self.store, words=words, on=act["by"].today(act["now"]), **act)
        elif row["deed"] == "give":
            give_voice(self.store, owner_id=row["to"], **act)
        else:
            move_voice_step(self.store, day=self._day(row["day"]), step=words, **act)

    # The share kit, of what went live last.

    def _kit(self, row: Row, advocates: Row) -> Iterator[Act]:
        for member_id in advocates["ids"]:
            yield self._at(advocates), partial(be_advocate, self.store, **self._now_of({**advocates, "by": member_id}))
        yield self._at(row), partial(self._make_kit, row)
        yield self._at(row["shared"]), partial(self._answer_kit, row["shared"])
        yield self._at(row["declined"]), partial(self._answer_kit, row["declined"])

    def _make_kit(self, row: Row) -> None:
        post = self._live(self._at(row))
        if post is not None and post.link:
            by = post.owner_id if post.owner_id in self.members else self.strategy.manager_id
            wish = KitWish(angles=tuple(row["angles"]), facts=row["facts"])
            make_kit(self.store, post_id=post.id, wish=wish, **self._now_of({**row, "by": by}))

    def _answer_kit(self, row: Row) -> None:
        with self.store.transaction() as tx:
            kits = [each for each in tx.share_kits.all() if row["by"] in each.asked_ids]
        for kit in kits:
            if "words" in row:
                share(self.store, kit_id=kit.id, link=row["link"], words=row["words"], **self._now_of(row))
            else:
                decline(self.store, kit_id=kit.id, **self._now_of(row))

    def _live(self, now: datetime, platform: str = "") -> Post | None:
        found = published_lately(self.store, self.strategy, now=now, most=RECENT)
        return next((each for each in found if platform in ("", each.platform)), None)

    # Corrections.

    def _correction(self, row: Row) -> Iterator[Act]:
        yield self._at(row), partial(self._take_on, row)
        if right := row.get("right"):
            yield self._at(right), partial(self._put_right, row, right)

    def _take_on(self, row: Row) -> None:
        day, clock = row["noticed"]
        post = self._live(self._moment(self._day(day, clock), clock), row["platform"])
        if post is not None:
            wish = CorrectionWish(
                what=row["what"],
                noticed_at=self._moment(self._day(day, clock), clock),
                noticed_by=NoticedBy(row["noticed_by"]),
            )
            take_on_correction(self.store, post_id=post.id, wish=wish, **self._now_of(row))

    def _put_right(self, row: Row, right: Row) -> None:
        with self.store.transaction() as tx:
            found = [each for each in tx.corrections.of_strategy(self.strategy.id) if each.what == row["what"]]
        wish = CorrectionWish(
            remedies=tuple(map(Remedy, right["remedies"])),
            followed=tuple(map(Advice, right["followed"])),
            answer=right["answer"],
            learned=right["learned"],
            is_put_right=True,
        )
        for each in found:
            act = self._now_of({**right, "by": row["by"]})
            change_correction(self.store, correction_id=each.id, wish=wish, **act)

    # What customers want, as a round says it.

    def _learn(self, row: Row) -> None:
        member, now = self.members[row["by"]], self._at(row)
        wish = RoundWish(day=member.today(now), learned=row["what"])
        save_round(self.store, self.strategy, member, wish, now=now)
