"""How long and how much further, as people type it, on Wednesday 25 November 2026 at 09:00 in Paris."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import Due, Shift
from bot.language import parse_post
from bot.language.requests import AddPost, EditPost, MovePost, PublishPost, Request
from tests.language.post.test_commands import FRIDAY, PARIS, at, parse, said

HOUR, HALF = Shift(minutes=60), Shift(minutes=90)

LATER = {
    "one hour later": HOUR,
    "1 hour later": HOUR,
    "2 hours later": Shift(minutes=120),
    "two hours later please": Shift(minutes=120),
    "2h later": Shift(minutes=120),
    "2 h later": Shift(minutes=120),
    "10h later": Shift(minutes=600),
    "30 minutes later": Shift(minutes=30),
    "30min later": Shift(minutes=30),
    "thirty minutes later": Shift(minutes=30),
    "an hour later": HOUR,
    "half an hour later": Shift(minutes=30),
    "a quarter of an hour later": Shift(minutes=15),
    "an hour and a half later": HALF,
    "one and a half hours later": HALF,
    "1.5 hours later": HALF,
    "1h30 later": HALF,
    "2 hours and 15 minutes later": Shift(minutes=135),
    "a couple of hours later": Shift(minutes=120),
    "later by two hours": Shift(minutes=120),
    "to 2 hours later": Shift(minutes=120),
    "by one hour": HOUR,
    "by an hour": HOUR,
    "by 10h": Shift(minutes=600),
    "by 30 min": Shift(minutes=30),
    "+2h": Shift(minutes=120),
    "+ 2h": Shift(minutes=120),
    "+90min": HALF,
    "+1d": Shift(days=1),
    "2 hours": Shift(minutes=120),
    "90 minutes": HALF,
    "30 min": Shift(minutes=30),
    "a day and a half later": Shift(days=1, minutes=720),
    "a day later": Shift(days=1),
    "a week and two days later": Shift(days=9),
    "a month later": Shift(months=1),
    "two hours earlier": Shift(minutes=-120),
    "30 min earlier": Shift(minutes=-30),
    "half an hour sooner": Shift(minutes=-30),
    "earlier by an hour": -HOUR,
    "up an hour": -HOUR,
    "-2h": Shift(minutes=-120),
    "–30 min": Shift(minutes=-30),
    "−2h": Shift(minutes=-120),
    "plus 2h": Shift(minutes=120),
    "minus 2h": Shift(minutes=-120),
    "moins 2h": Shift(minutes=-120),
    "d'une heure": HOUR,
    "d’une heure": HOUR,
    "d'1h": HOUR,
    "de 2 heures": Shift(minutes=120),
    "de 2h": Shift(minutes=120),
    "de 14h": Shift(minutes=840),
    "de deux heures et demie": Shift(minutes=150),
    "d'une heure et demie": HALF,
    "d'une heure et quart": Shift(minutes=75),
    "d'une demi-heure": Shift(minutes=30),
    "d'une demi heure": Shift(minutes=30),
    "d'un quart d'heure": Shift(minutes=15),
    "de trois quarts d'heure": Shift(minutes=45),
    "de 30 min": Shift(minutes=30),
    "de vingt minutes": Shift(minutes=20),
    "une heure plus tard": HOUR,
    "2 heures plus tard": Shift(minutes=120),
    "2 heures plus tard svp": Shift(minutes=120),
    "1h30 plus tard": HALF,
    "une demi-heure plus tard": Shift(minutes=30),
    "plus tard d'une heure": HOUR,
    "2 heures plus tôt": Shift(minutes=-120),
    "plus tôt d'une demi-heure": Shift(minutes=-30),
    "d'une heure plus tôt": -HOUR,
    "d'un mois": Shift(months=1),
}


@pytest.mark.parametrize(("text", "by"), LATER.items())
@pytest.mark.parametrize("verb", ["move P1", "P1 move", "déplacer 1", "repousser P1"])
def test_a_post_moves_by_what_was_said(text: str, by: Shift, verb: str) -> None:
    request = parse(f"{verb} {text}")

    assert said(request) == {"post_id": "P1", "by": by}


@pytest.mark.parametrize(
    ("text", "by"),
    {
        "avancer P1 d'une heure": -HOUR,
        "avance P1 de 30 min": Shift(minutes=-30),
        "bring forward P1 by 2 hours": Shift(minutes=-120),
        "push back P1 30 min": Shift(minutes=30),
        "push P1 back two days": Shift(days=2),
        "put P1 back by 2 hours": Shift(minutes=120),
        "postpone P1 back a week": Shift(days=7),
        "push P1 a week": Shift(days=7),
        "push P1 half an hour": Shift(minutes=30),
        "postpone P1 by 2 hours": Shift(minutes=120),
        "delay P1 1h30": HALF,
        "retarder P1 de 45 min": Shift(minutes=45),
        "recule P1 d'une heure": HOUR,
    }.items(),
)
def test_the_verb_says_which_way(text: str, by: Shift) -> None:
    request = parse(text)

    assert isinstance(request, MovePost)
    assert (request.by, request.not_understood) == (by, ())


TO_A_MOMENT: dict[str, Request] = {
    "move P1 10h": MovePost(post_id="P1", clock=time(10)),
    "déplacer P1 à 2h": MovePost(post_id="P1", clock=time(2)),
    "move P1 to 14h": MovePost(post_id="P1", clock=time(14)),
    "move P1 in 2 hours": MovePost(post_id="P1", **at(date(2026, 11, 25), 11)),
    "move P1 2 hours from now": MovePost(post_id="P1", **at(date(2026, 11, 25), 11)),
    "déplacer P1 dans 2h30": MovePost(post_id="P1", **at(date(2026, 11, 25), 11, 30)),
    "move P1 in 2 days": MovePost(post_id="P1", day=FRIDAY),
    "move P1 two weeks from today": MovePost(post_id="P1", day=date(2026, 12, 9)),
    "move P1 back to friday": MovePost(post_id="P1", day=FRIDAY),
    "move P1 from 10:00 to 14:00": MovePost(post_id="P1", clock=time(14)),
    "déplacer P1 de 10h à 14h": MovePost(post_id="P1", clock=time(14)),
    "déplacer P1 de jeudi à vendredi": MovePost(
        post_id="P1", day=FRIDAY, away_from=date(2026, 11, 26), origin="de jeudi", is_weekly=True
    ),
    "move P1 by 2 days to 10:00": MovePost(post_id="P1", by=Shift(days=2), clock=time(10)),
    "repousser P1 d'une semaine à 10h": MovePost(post_id="P1", by=Shift(days=7), clock=time(10)),
}


@pytest.mark.parametrize(("text", "expected"), TO_A_MOMENT.items())
def test_what_names_a_moment_is_no_shift(text: str, expected: Request) -> None:
    assert said(parse(text)) == said(expected)


@pytest.mark.parametrize("text", ["2h", "2h30", "forward 2 hours", "30m later", "+30", "by 2", "later", "by 0 hours"])
@pytest.mark.parametrize("verb", ["move P1", "décaler P1"])
def test_what_says_no_clear_shift_is_asked(verb: str, text: str) -> None:
    request = parse(f"{verb} {text}")

    assert isinstance(request, MovePost)
    assert request.not_understood or request.doubts


@pytest.mark.parametrize("text", ["2h later on friday", "2 hours before", "une semaine et demie plus tard"])
def test_what_is_left_beside_a_shift_is_asked(text: str) -> None:
    request = parse(f"move P1 {text}")

    assert isinstance(request, MovePost)
    assert request.not_understood


FROM_NOW = {
    'add "A" on facebook in 12h': at(date(2026, 11, 25), 21),
    'add "A" on facebook in 12 hours': at(date(2026, 11, 25), 21),
    'add "A" on facebook in 14h': at(date(2026, 11, 25), 23),
    'add "A" on facebook in an hour and a half': at(date(2026, 11, 25), 10, 30),
    'add "A" on facebook within 2 hours': at(date(2026, 11, 25), 11),
    'add "A" on facebook 3 hours from now': at(date(2026, 11, 25), 12),
    'add "A" on facebook in 2 days at 10h': at(FRIDAY, 10),
    'ajouter "A" sur facebook dans 12 heures': at(date(2026, 11, 25), 21),
    'ajouter "A" sur facebook dans 14h': at(date(2026, 11, 25), 23),
    'ajouter "A" sur facebook dans 2h30': at(date(2026, 11, 25), 11, 30),
    'ajouter "A" sur facebook dans une heure et demie': at(date(2026, 11, 25), 10, 30),
    'ajouter "A" sur facebook dans une demi-heure': at(date(2026, 11, 25), 9, 30),
    'ajouter "A" dans 2 h sur facebook': at(date(2026, 11, 25), 11),
    'ajouter "A" sur facebook pour 14h': at(date(2026, 11, 25), 14),
    'add "A" on facebook at 14h': at(date(2026, 11, 25), 14),
}


@pytest.mark.parametrize(("text", "moment"), FROM_NOW.items())
def test_after_in_stands_how_long(text: str, moment: dict[str, object]) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert (said(request) | moment) == said(request)
    assert not request.not_understood


@pytest.mark.parametrize("text", ["pendant 12h", "for 12h", "d'ici 14h", "d'ici 12 heures", "durant 10 h", "every 12h"])
def test_how_long_it_lasts_is_no_time_of_day(text: str) -> None:
    request = parse(f'add "A" on facebook {text}')

    assert isinstance(request, AddPost)
    assert request.not_understood


def test_what_was_done_some_time_ago_was_then() -> None:
    request = parse("done P1 https://x.com/1 2 hours ago")

    assert isinstance(request, PublishPost)
    assert request.due is not None
    assert request.due.wall == "2026-11-25T07:00"
    assert said(parse("fait P1 https://x.com/1 il y a 2 heures")) == said(request)


@pytest.mark.parametrize("words", ["in and", "in a d", "by a j", "+ad", "in an ds", "a w later", "dans un j"])
def test_a_number_in_words_ends_at_a_space_and_takes_no_unit_of_one_letter(words: str) -> None:
    request = parse(f"edit P1 {words}")

    assert isinstance(request, EditPost)
    assert (request.due, request.day, request.clock) == (None, None, None)


ZONES = st.sampled_from([PARIS, "America/Toronto", "Australia/Lord_Howe", "UTC"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001
MINUTES = st.integers(1, 60 * 24 * 40)


@given(MOMENTS, ZONES, MINUTES)
def test_later_by_minutes_is_that_much_later_on_any_day_and_back_again(moment: datetime, zone: str, count: int) -> None:
    due = Due.of(moment.replace(second=0, microsecond=0), zone)

    later = due.shifted(Shift(minutes=count), zone)

    assert later.at - due.at == timedelta(minutes=count)
    assert later.shifted(-Shift(minutes=count), zone) == due


@given(st.integers(1, 48), st.sampled_from(["{n} hours later", "+{n}h", "by {n} hours", "de {n} heures"]))
def test_hours_there_and_back_are_nothing(count: int, form: str) -> None:
    there = parse(f"move P1 {form.format(n=count)}")
    back = parse(f"move P1 {count} hours earlier")

    assert isinstance(there, MovePost)
    assert isinstance(back, MovePost)
    assert there.by is not None
    assert back.by == -there.by


def test_a_month_further_ends_with_a_shorter_month() -> None:
    due = Due.local(date(2027, 1, 31), time(10), PARIS)

    assert due.shifted(Shift(months=1), PARIS).wall == "2027-02-28T10:00"
    assert due.shifted(Shift(months=-2), PARIS).wall == "2026-11-30T10:00"


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("déplacer P42 9h et quart", time(9, 15)),
        ("déplacer P42 à 9h et demie", time(9, 30)),
        ("déplacer P42 10 h et quart", time(10, 15)),
        ("déplacer P42 9h15", time(9, 15)),
    ],
)
def test_a_time_of_day_with_a_quarter_is_no_delay(text: str, clock: time) -> None:
    request = parse_post(text, now=datetime(2026, 11, 25, 8, tzinfo=UTC), zone="Europe/Paris", french=True)

    assert isinstance(request, MovePost)
    assert (request.clock, request.by, request.not_understood) == (clock, None, ())


@pytest.mark.parametrize(
    ("text", "minutes"), [("plus 2 heures", 120), ("avance de 2 heures", -120), ("moins 30 minutes", -30)]
)
def test_a_delay_says_which_way(text: str, minutes: int) -> None:
    request = parse(f"déplacer P42 {text}")

    assert isinstance(request, MovePost)
    assert (request.by, request.clock, request.not_understood) == (Shift(minutes=minutes), None, ())


@pytest.mark.parametrize("text", ["back two days", "back a week", "back by 2 hours", "back 30 min", "two days back"])
def test_back_is_later_to_some_and_earlier_to_others_so_it_is_asked(text: str) -> None:
    request = parse(f"move P1 {text}")

    assert isinstance(request, MovePost)
    assert (request.by, request.day, request.clock) == (None, None, None)
    assert [(each.key, each.what) for each in request.doubts] == [("back", text)]


@pytest.mark.parametrize(
    "text",
    [
        *("2 days ahead", "2 days in advance", "forward 1h30", "a week on friday", "friday fortnight 10:00"),
        *("friday quux", "9h moins un peu", "2 hours quux", "quux friday"),
    ],
)
def test_nothing_next_to_words_without_meaning_is_taken_for_the_moment(text: str) -> None:
    request = parse(f"move P1 {text}")

    assert isinstance(request, MovePost)
    assert (request.by, request.day, request.clock, request.due) == (None, None, None, None)
    assert request.not_understood == (text,)


def test_a_reason_after_a_moment_does_not_belong_to_it() -> None:
    request = parse("move P1 friday 10:00 because of the client")

    assert isinstance(request, MovePost)
    assert (request.day, request.clock) == (FRIDAY, time(10))


def test_words_are_quoted_with_the_small_ones_between_them() -> None:
    assert parse("move P1 end of week").not_understood == ("end of week",)
    assert parse("list from friday").not_understood == ("from friday",)
    assert parse("list 23, 24 and 28 december").not_understood == ("23, 24 and 28 december",)
