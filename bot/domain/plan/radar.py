"""The coverage radar: what a stretch of the calendar still lacks, as findings. Pure; knows no clock and no text.

Ideas are not plans and cancelled posts are gone: neither counts. Of what lies before *today* only posts that are still
to go out are found: nothing else can be mended any more. What a month is made of is counted whole.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from bot.domain.moments import Week, days
from bot.domain.objective.compass import CompassQuestion, waiting_among
from bot.domain.plan.budgets import (
    Level,
    Limited,
    Usage,
    campaign_usages,
    counts,
    day_of,
    is_of_campaign,
    lacks_amount,
    month_usage,
)
from bot.domain.plan.contests import WINNER_AFTER, Contests, has_deadline, has_rules
from bot.domain.plan.findings import Finding, Gap, Radar, Scope
from bot.domain.platform_limits import Unit
from bot.domain.posts import Post
from bot.domain.strategy import Platform

Posts = Mapping[date, list[Post]]
"""By their local day."""
Span = tuple[date, date]
OF_TITLE = "title"
"""What a finding of something too long is named by where it is not the text."""
LOPSIDED, ENOUGH = 0.5, 6
"""One kind makes up more than half of six posts or more: the mix is pointed out."""
TEXT_WITHIN = timedelta(days=2)
"""Until then a post without a text is a plan; from then on its day lacks content."""
TOO_MUCH = 2.0
"""Somebody has twice as many posts as the others have on average, and at least ENOUGH."""


def radar(scope: Scope) -> Radar:
    by_day = _by_day(scope)
    inside = [post for day, posts in by_day.items() if scope.first <= day <= scope.last for post in posts]
    found = [
        *_overdue(scope),
        *_budgets(scope, inside),
        *_about_posts(scope, by_day),
        *_full_days(scope, by_day),
        *_rhythms(scope, by_day),
        *_themes(scope, by_day),
        *_empty_days(scope, by_day),
        *_compass(scope, by_day),
        *_loads(scope, inside),
        *_mix(scope, by_day, inside),
        *_wanted(scope, by_day, inside),
    ]
    order = {gap: place for place, gap in enumerate(Gap)}
    return Radar(
        strategy=scope.strategy,
        first=scope.first,
        last=scope.last,
        total=len(inside),
        kinds=Counter(post.kind for post in inside),
        loads=Counter(post.owner_id or "" for post in inside),
        usages=_usages(scope, inside),
        findings=tuple(sorted(found, key=lambda each: (order[each.gap], each.first or scope.first))),
        is_over=scope.last < scope.today,
        paused=scope.paused,
    )


def _by_day(scope: Scope) -> dict[date, list[Post]]:
    found: dict[date, list[Post]] = {}
    for post in scope.posts:
        day = day_of(post, scope.strategy.zone)
        if day is not None and counts(post):
            found.setdefault(day, []).append(post)
    return found


def _usages(scope: Scope, inside: list[Post]) -> tuple[Usage, ...]:
    limits = scope.strategy.plan.limits
    month = month_usage(inside, limits, scope.strategy.zone, scope.first)
    return tuple(each for each in (month, *campaign_usages(scope.posts, limits)) if each)


def _overdue(scope: Scope) -> Iterator[Finding]:
    """Until they go out, or are moved or cancelled; what they lack for that is said, too."""
    for post in scope.overdue:
        day = day_of(post, scope.strategy.zone)
        yield Finding(gap=Gap.OVERDUE, first=day, post=post)
        if not post.has_text:
            yield Finding(gap=Gap.NO_TEXT, first=day, post=post)
        if post.owner_id is None:
            yield Finding(gap=Gap.UNOWNED, first=day, post=post)


def _budgets(scope: Scope, inside: list[Post]) -> Iterator[Finding]:
    for usage in _usages(scope, inside):
        if usage.level is not Level.FINE:
            yield Finding(gap=Gap.BUDGET, usage=usage, name=usage.name)
        elif usage.unknown:
            yield Finding(gap=Gap.BUDGET, usage=usage, name=usage.name, post=_without_amount(scope, usage, inside))


def _without_amount(scope: Scope, usage: Usage, inside: list[Post]) -> Post:
    """The first post that the usage could not count."""
    ours = inside
    if usage.of is Limited.CAMPAIGN:
        ours = [each for each in scope.posts if counts(each) and is_of_campaign(each, usage.name)]
    return min(filter(lacks_amount, ours), key=lambda each: each.number)


def _about_posts(scope: Scope, by_day: Posts) -> Iterator[Finding]:
    """What is wrong with a post that is still open, and due in the time that can be mended."""
    contests = Contests.among(scope.posts)
    for day in days(scope.start, scope.last):
        for post in by_day.get(day, ()):
            if post.is_open:
                yield from _about(post, day, scope)
            if post.is_open and post.id in contests.all:
                yield from _contest(post, day, scope, by_day, contests)


def _about(post: Post, day: date, scope: Scope) -> Iterator[Finding]:
    for broken in scope.broken.get(post.id, ()):
        yield Finding(gap=Gap.POLICY, first=day, post=post, broken=broken)
    if room := scope.rooms.get(post.id):
        unit = "" if room.unit is Unit.CHARACTER else room.unit.value
        yield Finding(gap=Gap.TOO_LONG, first=day, post=post, name=unit, count=room.used, wanted=room.limit or 0)
    if title := scope.titles.get(post.id):
        yield Finding(gap=Gap.TOO_LONG, first=day, post=post, name=OF_TITLE, count=title.used, wanted=title.limit or 0)
    if not post.has_text and day <= scope.today + TEXT_WITHIN:
        yield Finding(gap=Gap.NO_TEXT, first=day, post=post)
    if post.owner_id is None:
        yield Finding(gap=Gap.UNOWNED, first=day, post=post)
    elif _is_away(post, day, scope):
        yield Finding(gap=Gap.AWAY, first=day, post=post, member_id=post.owner_id)
    if scope.free.get(day):
        yield Finding(gap=Gap.HOLIDAY, first=day, post=post, name=scope.free[day])


def _is_away(post: Post, day: date, scope: Scope) -> bool:
    """Nobody to publish it: the owner is away, or has left, and no backup is there, of the post or its platform."""
    platform = scope.strategy.plan_of(post.platform)
    named = (post.owner_id, post.backup_id, platform.backup_id if platform else None)
    return not any(_is_there(each, day, scope) for each in named if each)


def _is_there(member_id: str, day: date, scope: Scope) -> bool:
    member = scope.people.get(member_id)
    return member is None or (member.can_be_messaged and not member.is_away(day))


def _contest(post: Post, day: date, scope: Scope, by_day: Posts, contests: Contests) -> Iterator[Finding]:
    if not has_rules(post):
        yield Finding(gap=Gap.CONTEST_RULES, first=day, post=post)
    if not has_deadline(post):
        yield Finding(gap=Gap.CONTEST_DEADLINE, first=day, post=post)
    if post.id not in contests.told:
        later = [each for each in days(day + WINNER_AFTER, day + 3 * WINNER_AFTER) if scope.works(each)]
        free = (each for each in later if _has_room(scope, by_day, each))
        yield Finding(gap=Gap.CONTEST_WINNER, first=day, post=post, quiet_day=next(free, later[0] if later else None))


def _has_room(scope: Scope, by_day: Posts, day: date) -> bool:
    most = scope.strategy.plan.limits.posts_a_day
    return most is None or len(by_day.get(day, ())) < most


def _full_days(scope: Scope, by_day: Posts) -> Iterator[Finding]:
    most = scope.strategy.plan.limits.posts_a_day
    if most is None:
        return
    for day in days(scope.start, scope.last):
        posts = by_day.get(day, [])
        if len(posts) > most:
            last = max((post for post in posts if post.is_open), key=lambda post: post.number, default=None)
            if last is None:
                continue
            usage = Usage(of=Limited.DAY, used=len(posts), limit=most, day=day)
            yield Finding(gap=Gap.DAY_FULL, first=day, post=last, count=len(posts), wanted=most, usage=usage)


def _rhythms(scope: Scope, by_day: Posts) -> Iterator[Finding]:
    """Per platform and week, for the weeks that lie mostly within; one that is not whole also over all of them."""
    weeks = [each for each in _weeks(scope) if each.sunday >= scope.today]
    for plan in scope.strategy.platforms:
        if not plan.rhythm or not weeks:
            continue
        have = {week: _planned(week, plan.platform, by_day) for week in weeks}
        for week, count in have.items():
            if count < int(plan.rhythm):
                yield _missed(scope, by_day, (week.monday, week.sunday), plan.platform, count, int(plan.rhythm))
        wanted = int(plan.rhythm * len(weeks))
        if plan.rhythm != int(plan.rhythm) and sum(have.values()) < wanted:
            span = (weeks[0].monday, weeks[-1].sunday)
            yield _missed(scope, by_day, span, plan.platform, sum(have.values()), wanted)


def _missed(scope: Scope, by_day: Posts, span: Span, platform: Platform, count: int, wanted: int) -> Finding:
    first, last = max(span[0], scope.today), span[1]
    within = days(max(first, scope.start), min(last, scope.last))
    return Finding(
        gap=Gap.RHYTHM,
        first=first,
        last=last,
        platform=platform,
        count=count,
        wanted=wanted,
        quiet_day=_quiet_day(scope, by_day, within),
    )


def _quiet_day(scope: Scope, by_day: Posts, within: Iterable[date]) -> date | None:
    """The working day with the fewest posts, the first of several."""
    return min(filter(scope.works, within), key=lambda day: len(by_day.get(day, ())), default=None)


def _weeks(scope: Scope) -> list[Week]:
    """ISO weeks belong to the month that has their Thursday."""
    every = dict.fromkeys(Week.of(day) for day in days(scope.first, scope.last))
    return [week for week in every if scope.first <= week.monday + timedelta(days=3) <= scope.last]


def _planned(week: Week, platform: Platform, by_day: Posts) -> int:
    return sum(post.platform is platform for day in week.days() for post in by_day.get(day, ()))


def _themes(scope: Scope, by_day: Posts) -> Iterator[Finding]:
    for theme in scope.strategy.plan.themes:
        ahead = sorted(day for day in scope.themed.get(theme.id, ()) if day >= scope.start)
        if not ahead:
            continue
        posts = (post for day in scope.themed[theme.id] for post in by_day.get(day, ()))
        if not any(post.theme.casefold() == theme.name.casefold() for post in posts):
            yield Finding(
                gap=Gap.THEME,
                first=ahead[0],
                last=ahead[-1],
                theme=theme,
                member_id=theme.owner_id or "",
                quiet_day=_quiet_day(scope, by_day, ahead),
            )


def _empty_days(scope: Scope, by_day: Posts) -> Iterator[Finding]:
    """Working days without content; those that follow each other are one finding, weekends do not part them."""
    run: list[date] = []
    for day in days(scope.start, scope.last):
        if by_day.get(day):
            yield from _run(run)
            run = []
        elif scope.works(day):
            run.append(day)
    yield from _run(run)


def _run(run: list[date]) -> Iterator[Finding]:
    if run:
        yield Finding(gap=Gap.EMPTY_DAYS, first=run[0], last=run[-1], count=len(run))


def _compass(scope: Scope, by_day: Posts) -> Iterator[Finding]:
    """Posts that nobody has said the purpose of, together where the same answer may do."""
    ahead = [post for day in days(scope.start, scope.last) for post in by_day.get(day, ())]
    for waiting in waiting_among(ahead, scope.strategy):
        gap = Gap.COMPASS_PLATFORM if waiting.doubt is CompassQuestion.PLATFORM else Gap.COMPASS_OBJECTIVE
        yield Finding(gap=gap, platform=waiting.platform, count=len(waiting.posts), posts=waiting.posts)


def _loads(scope: Scope, inside: list[Post]) -> Iterator[Finding]:
    """Who has far more than the others; no ranking, only what could be handed over."""
    loads = Counter(post.owner_id for post in inside if post.owner_id)
    for member_id, count in sorted(loads.items()):
        others = [loads[each] for each in loads if each != member_id]
        if others and count >= ENOUGH and count > TOO_MUCH * sum(others) / len(others):
            theirs = tuple(each for each in inside if each.owner_id == member_id and each.is_open)
            average = round(sum(others) / len(others))
            yield Finding(gap=Gap.LOAD, member_id=member_id, count=count, wanted=average, posts=theirs)


def _mix(scope: Scope, by_day: Posts, inside: Iterable[Post]) -> Iterator[Finding]:
    kinds = Counter(post.kind for post in inside)
    total = sum(kinds.values())
    quiet = _quiet_day(scope, by_day, days(scope.start, scope.last))
    for kind, count in kinds.most_common(1):
        if total >= ENOUGH and count > LOPSIDED * total:
            yield Finding(gap=Gap.MIX, kind=kind, count=count, wanted=total, quiet_day=quiet)


def _wanted(scope: Scope, by_day: Posts, inside: Iterable[Post]) -> Iterator[Finding]:
    """What customers asked for lately, where no post of the month answers any of it; the newest stands for all."""
    sources = {each.source for each in scope.wants}
    if not sources or scope.last < scope.today or any(sources.intersection(post.asked_for) for post in inside):
        return
    quiet = _quiet_day(scope, by_day, days(scope.start, scope.last))
    yield Finding(gap=Gap.WANTED, count=len(sources), want=scope.wants[0], quiet_day=quiet)
