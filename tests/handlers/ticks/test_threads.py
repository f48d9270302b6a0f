"""A thread for each post in the channel: one at a time, however many there are when they are turned on."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.plan_parts import Plan
from bot.domain.posts import Post
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, due_in, last, shown
from tests.handlers.reminding import BOB, CHANNEL, TUESDAY, Site, a_post, a_strategy, at

NOW = at(TUESDAY, "10:00")
HOUR = timedelta(hours=1)


def added(number: int, *, due: datetime, when: datetime, what: str = "added") -> Post:
    return a_post(number, due=due, created_at=when).noted(what, by=BOB, at=when)


def a_week(*, when: datetime) -> list[Post]:
    """Fourteen posts, two a day."""
    return [added(n, due=NOW + timedelta(hours=12 * n - 6), when=when) for n in range(1, 15)]


def threads(site: Site) -> list[str]:
    return [each.key.split(":")[2] for each in site.slack.told(CHANNEL, "notice")]


def with_threads() -> Site:
    return Site(strategy=a_strategy(plan=Plan(thread_per_post=True)))


def test_turned_on_it_puts_nothing_into_the_channel_at_once_and_each_post_has_its_own_an_hour_before_it_is_due() -> (
    None
):
    site = Site()
    site.add(*a_week(when=NOW - timedelta(days=2)))
    site.tick(NOW)
    site.set_strategy(plan=Plan(thread_per_post=True))

    site.tick(NOW + timedelta(minutes=1), NOW + timedelta(minutes=2))
    at_once = threads(site)
    site.tick_through(NOW + HOUR, NOW + 5 * HOUR)

    assert at_once == []
    assert threads(site) == ["P1"]


def test_a_post_that_comes_in_by_itself_has_its_thread_at_once() -> None:
    site = with_threads()
    site.tick(NOW)
    site.add(added(1, due=NOW + timedelta(days=3), when=NOW + timedelta(seconds=20)))

    site.tick(NOW + timedelta(minutes=1), NOW + timedelta(minutes=2))

    assert threads(site) == ["P1"]


def test_many_that_come_in_together_do_not_flood_the_channel() -> None:
    site = with_threads()
    site.tick(NOW)
    site.add(
        *(added(n, due=NOW + timedelta(days=n), when=NOW + timedelta(seconds=20), what="imported") for n in range(1, 7))
    )

    site.tick(NOW + timedelta(minutes=1), NOW + timedelta(minutes=2))

    assert threads(site) == []


def test_a_week_before_it_is_due_a_post_has_its_thread_once() -> None:
    site = with_threads()
    site.add(added(1, due=NOW + timedelta(days=7, minutes=5), when=NOW - timedelta(days=9)))

    site.tick(NOW, NOW + timedelta(minutes=5, seconds=30), NOW + timedelta(minutes=6))

    assert threads(site) == ["P1"]


def test_after_two_days_of_silence_what_it_missed_does_not_come_all_at_once() -> None:
    site = with_threads()
    site.add(*(added(n, due=NOW + timedelta(days=7, hours=n), when=NOW - timedelta(days=9)) for n in range(1, 9)))
    site.tick(NOW)

    site.tick(NOW + timedelta(days=2))

    assert threads(site) == []


def test_its_thread_can_be_asked_for_on_the_card_once(stage, bob) -> None:
    add_post_on(stage, due=due_in(days=3))
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=1))
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, plan=Plan(thread_per_post=True)))
    card = last(bob.command("/post show P1", channel=SOCIAL))

    asked = last(bob.press(card, "post.thread"))
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=1))

    assert "gets its thread in <#CSOCIAL> now" in asked.text
    assert [each for each in bob.messages(SOCIAL) if not each.ephemeral_to and "P1 · Spring contest" in each.text]
    assert "post.thread" not in shown(asked)


def test_threads_are_offered_in_words_of_their_own(amy):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:people|")

    [thread] = [each for each in amy.modal.blocks if each.get("block_id") == "thread"]
    words = [each["text"]["text"] for each in thread["element"]["options"]]
    assert words == ["un fil pour chacune", "pas de fil"]
