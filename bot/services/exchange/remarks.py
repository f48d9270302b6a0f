"""What an import has to tell of its lines: held back, too long, approved or not, without a purpose."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.objective.compass import doubt_about
from bot.domain.platform_limits import Room, title_room
from bot.domain.post.checklists import hurried_steps, open_steps
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.services.exchange.posts import Desk, Fate, Outcome
from bot.services.exchange.rows import Row
from bot.services.people.who_may import Action
from bot.services.plan.held_back import Verdict
from bot.services.plan.text_lengths import room_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLine:
    """*post*: as it would come in, or comes in as a draft."""

    line: int
    post: Post
    verdict: Verdict
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class LongLine:
    """*is_title*: it is the title that is too long, not the text."""

    line: int
    post: Post
    room: Room
    is_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """*unapproved* are lines that say approved and are not; *reread* are posts whose approval is over.

    *past*: lines whose post is yet to go out at a moment that is over. *questioned*: how many posts do not say what
    they are for. *stepped*: how many new ones bring steps of a checklist, of which *gone* lie before today, and
    *hurried* are for today where they should be done by now. *may_override*: whether whoever brings the file in can
    let pass what is held back.
    """

    held: tuple[HeldLine, ...] = ()
    long: tuple[LongLine, ...] = ()
    unapproved: tuple[int, ...] = ()
    past: tuple[int, ...] = ()
    reread: tuple[str, ...] = ()
    questioned: int = 0
    stepped: int = 0
    gone: int = 0
    hurried: int = 0
    may_override: bool = False

    @property
    def drafts(self) -> tuple[HeldLine, ...]:
        return tuple(each for each in self.held if each.fate is Fate.DRAFT)

    @property
    def out(self) -> tuple[HeldLine, ...]:
        return tuple(each for each in self.held if each.fate is Fate.OUT)


NOTHING_SAID = Said()


@dataclass(slots=True)
class ImportNotes:
    """Taken while the lines are worked on. *changes_out*: how many known posts stay as they are for it.

    *added*: each line that became a post. *written*: each post as it was before (None: a new one) and as it is;
    *counted*: the measurements of posts.
    """

    desk: Desk
    changes_out: int = 0
    held: list[HeldLine] = field(default_factory=list)
    long: list[LongLine] = field(default_factory=list)
    unapproved: list[int] = field(default_factory=list)
    past: list[int] = field(default_factory=list)
    reread: list[str] = field(default_factory=list)
    questioned: int = 0
    stepped: int = 0
    gone: int = 0
    hurried: int = 0
    written: list[tuple[Post | None, Post]] = field(default_factory=list)
    counted: dict[str, str] = field(default_factory=dict)
    added: list[tuple[Row, Post]] = field(default_factory=list)

    def about(self, line: int, outcome: Outcome, *, was: Post | None = None) -> None:
        """*was*: the known post, as it stood before the line."""
        post, fate = outcome.post, outcome.fate
        if fate is not None:
            self.held.append(HeldLine(line=line, post=post, verdict=outcome.verdict, fate=fate))
        if fate is Fate.OUT:
            self.changes_out += was is not None
            return
        self.long += _too_long(line, post, self.desk.strategy) if post.is_open else []
        self.past += [line] if self._is_past(post) and (was is None or was.due != post.due) else []
        self.unapproved += [line] if outcome.is_unapproved else []
        self.reread += [post.id] if outcome.is_reread else []
        self.questioned += doubt_about(post, self.desk.strategy) is not None
        if was is None and post.is_open and post.checklist:
            self.stepped += 1
            self.gone += len(open_steps(post, self.today - timedelta(days=1)))
            self.hurried += len(hurried_steps(post, self.desk.strategy, today=self.today))

    def _is_past(self, post: Post) -> bool:
        return post.is_open and post.due_at is not None and post.due_at < self.desk.now

    @property
    def today(self) -> date:
        return self.desk.strategy.today(self.desk.now)

    def said(self) -> Said:
        return Said(
            held=tuple(self.held),
            long=tuple(self.long),
            unapproved=tuple(self.unapproved),
            past=tuple(self.past),
            reread=tuple(self.reread),
            questioned=self.questioned,
            stepped=self.stepped,
            gone=self.gone,
            hurried=self.hurried,
            may_override=self.desk.may(Action.OVERRIDE),
        )


def _too_long(line: int, post: Post, strategy: Strategy) -> list[LongLine]:
    text, title = room_of(post, strategy), title_room(post.platform, post.title)
    found = [LongLine(line=line, post=post, room=text)] if text.is_over else []
    return [*found, LongLine(line=line, post=post, room=title, is_title=True)] if title and title.is_over else found
