"""Which of the plan's policies a post breaks: pure rules over a post, its text and the posts around it.

A text that is not written yet breaks no rule about words; an idea and a cancelled post break none at all.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.members import IsHoliday
from bot.domain.moments import local
from bot.domain.plan_parts import Policy, PolicyKind, Severity
from bot.domain.platform_limits import SHOWN_TITLES
from bot.domain.posts import Attachment, Post, PostState
from bot.domain.strategy import Strategy

HASHTAG = re.compile(r"(?<![\w&/])#\w*[^\W\d_]\w*")
"""A hashtag has at least one letter: "#1" and the "#" inside of an address are none."""
ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
SITE = re.compile(
    r"(?<![\w@./:-])(?:https?://[^\s<>\"']+|(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#][^\s<>\"']*)?)", re.IGNORECASE
)
"""An address, also without its scheme."""
CLOCK = r"(\d{1,2})(?:[:h](\d\d))?\ ?(h|[ap]\.?m\.?)?"
SPAN = re.compile(
    rf"(?:from|between|de|des|entre)?\ ?{CLOCK}\ ?(?:-|–|to|until|and|à|a|et|jusqu['’]à)\ ?{CLOCK}", re.IGNORECASE
)
IMAGE_SUFFIX = re.compile(r"\.(?:png|jpe?g|gif|webp|heic|avif)$", re.IGNORECASE)
UNCHECKED = frozenset({PostState.IDEA, PostState.CANCELLED})
WEEKEND = frozenset({5, 6})


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFinding:
    """A policy that a post breaks. *what*: the words, posts or figures that show it, as its sentence needs them."""

    policy: Policy
    what: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        return self.policy.severity is Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyCase:
    """What a policy looks at. *others* are posts of the same strategy; *is_free* tells the days nobody works."""

    post: Post
    strategy: Strategy
    others: tuple[Post, ...]
    is_free: Callable[[date], bool]


def findings_of(
    post: Post, strategy: Strategy, others: Iterable[Post] = (), *, now: datetime, is_holiday: IsHoliday | None = None
) -> tuple[PolicyFinding, ...]:
    """What *post* breaks, in the order of the plan. What is published is checked for its words, not for its moment."""
    if post.state in UNCHECKED:
        return ()
    checked = PolicyCase(post=post, strategy=strategy, others=tuple(others), is_free=free_days(strategy, is_holiday))
    found = []
    for policy in strategy.plan.policies:
        check = CHECKS.get(policy.kind)
        if check is None or not applies(policy, post) or _is_history(policy, post, now):
            continue
        what = check(policy, checked)
        if what is not None:
            found.append(PolicyFinding(policy=policy, what=what))
    return tuple(found)


def applies(policy: Policy, post: Post) -> bool:
    return not policy.platforms or post.platform in policy.platforms


def free_days(strategy: Strategy, is_holiday: IsHoliday | None) -> Callable[[date], bool]:
    """Whether nobody of the strategy works on a day: weekends, public holidays, free company days."""
    own = {each.day for each in strategy.plan.days if each.is_free}

    def is_free(day: date) -> bool:
        public = is_holiday is not None and is_holiday(strategy.country, day)
        return day.weekday() in WEEKEND or day in own or public

    return is_free


@lru_cache(maxsize=256)
def words_of(value: str) -> tuple[str, ...]:
    """The words of a policy, which are typed with commas between them."""
    return tuple(word for word in (each.strip() for each in re.split(r"[,;\n]", value)) if word)


@lru_cache(maxsize=128)  # one text is asked for many words
def plain(text: str) -> str:
    """*text* as words are looked for in it: one form of each character, lower case, straight apostrophes."""
    return unicodedata.normalize("NFKC", text).replace("’", "'").casefold()


def has_word(text: str, word: str) -> bool:
    """Whether the whole *word* (or phrase) stands in *text*; "cheap*" is also found in "cheapest"."""
    return bool(word.rstrip("*")) and _as_word(word).search(plain(text)) is not None


@lru_cache(maxsize=1024)
def _as_word(word: str) -> re.Pattern[str]:
    end = "" if word.endswith("*") else r"(?!\w)"
    spaced = r"\s+".join(re.escape(each) for each in plain(word.rstrip("*")).split())
    return re.compile(rf"(?<!\w){spaced}{end}")


def hashtags(text: str) -> list[str]:
    return HASHTAG.findall(ADDRESS.sub(" ", text))


def clock_span(value: str) -> tuple[time, time] | None:
    """ "09:00-18:00", "de 9h à 18h", "9am to 5pm" as two wall times; None for anything else."""
    found = SPAN.fullmatch(" ".join(value.split()))
    first, last = (_clock(*found.groups()[at : at + 3]) for at in (0, 3)) if found else (None, None)
    return (first, last) if first and last and first < last else None


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half and half.casefold() != "h":
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.casefold().startswith("p") else 0)
    return time(hours, minutes) if hours <= 23 and minutes <= 59 else None


def whole_number(value: str) -> int | None:
    return int(value) if value.strip().isdigit() and len(value.strip()) <= 6 else None


Found = tuple[str, ...] | None
"""None: nothing is broken."""


def _written(post: Post) -> str:
    """What goes out in words: where the platform shows the title, that too."""
    return f"{post.title}\n{post.text}" if post.platform in SHOWN_TITLES else post.text


def _avoided(policy: Policy, checked: PolicyCase) -> Found:
    return tuple(word for word in words_of(policy.value) if has_word(_written(checked.post), word)) or None


def _required(policy: Policy, checked: PolicyCase) -> Found:
    if not checked.post.text.strip():
        return None
    return tuple(word for word in words_of(policy.value) if not has_word(_written(checked.post), word)) or None


def _link(policy: Policy, checked: PolicyCase) -> Found:
    if not checked.post.text.strip():
        return None
    wanted = bare_address(policy.value)
    found = [bare_address(each) for each in SITE.findall(checked.post.text)]
    return None if any(_begins(each, wanted) for each in found) else (policy.value.strip(),)


def bare_address(address: str) -> str:
    """Without scheme, "www." and final slash: both ways of writing a site are the same site."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip(), flags=re.IGNORECASE)
    return bare.rstrip("/.,;:!?)").casefold()


def _begins(address: str, wanted: str) -> bool:
    """shop.maisonlune.example is of maisonlune.example, which is not the beginning of maisonlune.example.org."""
    host, path = _parts(address)
    wanted_host, wanted_path = _parts(wanted)
    is_host = host == wanted_host or host.endswith(f".{wanted_host}")
    return is_host and (
        path == wanted_path or not wanted_path or path.startswith(tuple(f"{wanted_path}{e}" for e in "/?#"))
    )


def _parts(address: str) -> tuple[str, str]:
    host = re.split(r"[/?#]", address, maxsplit=1)[0]
    return host, address.removeprefix(host)


def _image_text(policy: Policy, checked: PolicyCase) -> Found:
    post = checked.post
    is_mute = bool(post.image) and not post.image_text.strip()
    mute = [each.name or each.url for each in mute_images(post)]
    return (*([post.image] if is_mute else []), *mute) or None


def mute_images(post: Post) -> list[Attachment]:
    """The attached images without their alternative text."""
    return [each for each in post.attachments if _is_image(each.name or each.url) and not each.alt]


def _is_image(name: str) -> bool:
    return IMAGE_SUFFIX.search(name.partition("?")[0]) is not None


def _hashtags(policy: Policy, checked: PolicyCase) -> Found:
    most, used = whole_number(policy.value), len(hashtags(_written(checked.post)))
    return (str(used), str(most)) if most is not None and used > most else None


def _apart(policy: Policy, checked: PolicyCase) -> Found:
    minutes, post = whole_number(policy.value), checked.post
    if minutes is None or post.due is None:
        return None
    span = timedelta(minutes=minutes)
    near = [each for each in checked.others if _is_beside(each, post) and abs(_at(each) - post.due.at) < span]
    return tuple(each.id for each in near) or None


def _is_beside(other: Post, post: Post) -> bool:
    return (
        other.id != post.id
        and other.platform is post.platform
        and other.stands_at is not None
        and other.state not in UNCHECKED
    )


def _at(post: Post) -> datetime:
    assert post.stands_at is not None  # noqa: S101  # asked for before
    return post.stands_at


def _hours(policy: Policy, checked: PolicyCase) -> Found:
    span, due = clock_span(policy.value), checked.post.due
    if span is None or due is None:
        return None
    there = local(due.at, checked.strategy.zone)
    if checked.is_free(there.date()):
        return (policy.value, "free")
    return None if span[0] <= there.time() <= span[1] else (policy.value,)


def _disclosure(policy: Policy, checked: PolicyCase) -> Found:
    post, words = checked.post, words_of(policy.value)
    if not post.is_partnership or not post.text.strip() or any(has_word(_written(post), word) for word in words):
        return None
    return words


CHECKS: dict[PolicyKind, Callable[[Policy, PolicyCase], Found]] = {
    PolicyKind.AVOID_WORDS: _avoided,
    PolicyKind.REQUIRE_WORDS: _required,
    PolicyKind.REQUIRE_LINK: _link,
    PolicyKind.REQUIRE_IMAGE_TEXT: _image_text,
    PolicyKind.MOST_HASHTAGS: _hashtags,
    PolicyKind.MINUTES_APART: _apart,
    PolicyKind.WORKING_HOURS: _hours,
    PolicyKind.DISCLOSURE: _disclosure,
}
OF_THE_MOMENT = frozenset({PolicyKind.MINUTES_APART, PolicyKind.WORKING_HOURS})


def _is_history(policy: Policy, post: Post, now: datetime) -> bool:
    """Nobody can change any more when something went out."""
    return policy.kind in OF_THE_MOMENT and post.state is PostState.PUBLISHED
