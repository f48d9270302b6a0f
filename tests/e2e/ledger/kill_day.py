"""A working day of a team whose every reminder is known beforehand, and the Slack workspace that the team lives in."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.members import Member
from bot.domain.moments import Due, local
from bot.domain.posts import Post
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.sandbox.sample import sample_workspace
from bot.sandbox.team import Channel
from bot.sandbox.team import Member as Person
from bot.sandbox.workspace import BOT_USER_ID, Workspace
from tests.storage.journal.kill_model import dice

TUESDAY = date(2026, 11, 24)
OPENING = datetime(2026, 11, 24, 7, 45, tzinfo=UTC)
FIRST_DUE = datetime(2026, 11, 24, 9, 15, tzinfo=UTC)
LAST_RETRY = timedelta(hours=1)
PINGS = (("due", "soon-0"), ("due", "now-0"), ("overdue", "overdue-0-0"))


def person(number):
    zone, locale = ("Europe/London", "en-GB") if number % 2 else ("Europe/Paris", "fr-FR")
    return Person(id=f"UM{number:02}", name=f"m{number:02}", real_name=f"Member {number:02}", tz=zone, locale=locale)


@dataclass(frozen=True, kw_only=True)
class Day:
    """*count* posts of *members* people, due within *hours*: each is announced, due and overdue. All do a round."""

    count: int
    members: int
    seed: int
    hours: int = 5

    @property
    def round_at(self):
        """In UTC; when the last post has become overdue."""
        return FIRST_DUE + timedelta(hours=self.hours + 2)

    @property
    def end(self):
        return self.round_at + LAST_RETRY

    @property
    def people(self):
        return [person(number) for number in range(1, self.members + 1)]

    @property
    def posts(self):
        chance = dice(self.seed)
        moments = [FIRST_DUE + timedelta(minutes=15 * chance.randrange(self.hours * 4)) for _ in range(self.count)]
        return [self._post(number, at) for number, at in enumerate(moments, 1)]

    def _post(self, number, at):
        return Post(
            id=f"P{number}",
            strategy_id="S1",
            title=f"Number {number}.",
            text="Copy me",
            platform=Platform.INSTAGRAM,
            owner_id=f"UM{number % self.members + 1:02}",
            due=Due.of(at, "UTC"),
        )

    @property
    def owed(self):
        """Key → what a message about it names; reckoned without the bot."""
        posts, ids = self.posts, [each.id for each in self.people]
        about = {
            f"{kind}:S1:{post.id}:{post.owner_id}:{TUESDAY}:{revision}": post.title
            for post in posts
            for kind, revision in PINGS
        }
        rounds = {f"check-in:S1:{TUESDAY}:{each}:{TUESDAY}": "" for each in ids}
        agendas = {f"agenda:*:{TUESDAY}:{each}:{TUESDAY}": "" for each in {post.owner_id for post in posts}}
        return about | rounds | agendas

    def fill(self, store):
        strategy = Strategy(
            id="S1",
            name="Maison Lune",
            channel_id="CSOCIAL",
            zone="UTC",
            manager_id="UM01",
            round_ids=tuple(each.id for each in self.people),
            platforms=(PlatformPlan(platform=Platform.INSTAGRAM),),
            created_at=OPENING,
        )
        with store.transaction() as tx:
            tx.strategies.put(strategy)
            for each in self.people:
                known = Member(id=each.id, name=each.name, zone=each.tz, locale=each.locale)
                tx.members.put(replace(known, check_in_at=local(self.round_at, each.tz).time()))
            for post in self.posts:
                tx.posts.put(post)

    def workspace(self):
        people = self.people
        everybody = frozenset(each.id for each in people)
        channel = Channel(id="CSOCIAL", name="social", members=everybody | {BOT_USER_ID}, creator="UM01")
        return Workspace(team=sample_workspace().team, members=people, channels=[channel])
