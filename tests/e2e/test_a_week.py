"""A week of the sample team, lived through Slack: every message that is owed arrives once, and no other.

Chloé's Wednesday is a public holiday in France, Dan is away on Thursday and Friday, a contest runs on Saturday.
One post is published from its message, one moved, one handed over, one published by somebody else, one left lying.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from tests.e2e.living import Life, living, local, without_odd_spaces

MONDAY = date(2026, 11, 9)
TEAM = ("UAMY", "UBOB", "UCHLOE", "UDAN", "UINES")
TORONTO, LONDON, PARIS, VANCOUVER = "America/Toronto", "Europe/London", "Europe/Paris", "America/Vancouver"
OPENING = local(TORONTO, MONDAY - timedelta(days=1), "12:00")
END = local(TORONTO, MONDAY + timedelta(days=7), "09:30")

BEAT = timedelta(minutes=5)

CALENDAR = """\
number;title;platform;owner;backup;state;due;link;reach;reactions;comments;text
1;Dans l’atelier;instagram;chloé;;draft;2026-11-09T10:00;;;;;On verse Nuit boréale.
2;Offre de la semaine;facebook;amy;;draft;2026-11-10T12:00;;;;;Deux Verger pour le prix d’une et demie.
3;How we make Atelier;linkedin;bob;;draft;2026-11-11T09:00;;;;;Six people, one kettle.
4;Le fleuve au matin;instagram;chloé;;draft;2026-11-11T11:00;;;;;Pierre mouillée, sel et genévrier.
5;Field notes;blog;dan;;draft;2026-11-12T11:00;;;;;Where fir needles come from.
6;A Friday with the team;linkedin;bob;ines;draft;2026-11-09T10:00;;;;;Fridays we test.
7;Concours du samedi;instagram;chloé;;draft;2026-11-14T11:00;;;;;Une photo de votre table de chevet.
8;Un mot de la fondatrice;mastodon;;;draft;2026-11-13T15:00;;;;;Merci à vous.
9;L’an dernier;facebook;amy;;published;2026-11-03T12:00;https://facebook.example/9;;;;On ne refera qu’une bougie.
10;Question du soir;instagram;chloé;;published;2026-11-04T18:00;https://instagram.example/10;3800;250;19;Quelle pièce ?
11;Cold wax;blog;dan;;draft;2026-11-10T14:00;;;;;Four minutes to read.
"""
"""Dates are the strategy's, in Toronto: 10:00 there is 15:00 in London, 16:00 in Paris, 8:00 in Vancouver."""

OWED = """
Mon 09:00 bob    en agenda P6
Mon 14:00 bob    en soon P6
Mon 15:00 bob    en due P6
Mon 17:00 bob    en overdue P6
Mon 09:00 chloe  fr agenda P1
Mon 15:00 chloe  fr soon P1
Mon 16:00 chloe  fr due P1
Mon 09:00 amy    fr agenda P2 P8
Mon 16:00 amy    fr round
Mon 09:00 social en digest

Tue 09:00 bob    en agenda P3 P6
Tue 16:00 bob    en round
Tue 16:00 chloe  fr round
Tue 09:00 amy    fr agenda P2 P8
Tue 11:00 amy    fr soon P2
Tue 16:00 amy    fr round
Tue 09:40 ines   fr handed P3
Tue 10:10 ines   fr handed P8
Tue 09:00 dan    en agenda P11
Tue 11:00 dan    en soon P11
Tue 12:00 dan    en due P11

Wed 09:00 bob    en agenda P6
Wed 16:00 bob    en round
Wed 09:00 amy    fr agenda P2 P4 P9
Wed 10:00 amy    fr soon P4
Wed 16:00 amy    fr round
Wed 09:00 ines   fr agenda P3
Wed 09:00 ines   fr due P3

Thu 09:00 bob    en agenda P5 P6
Thu 15:00 bob    en soon P5
Thu 16:00 bob    en due P5
Thu 16:00 chloe  fr round
Thu 09:00 ines   fr agenda P6 P8
Thu 09:00 amy    fr agenda P2
Thu 11:00 amy    fr soon P2
Thu 12:00 amy    fr due P2
Thu 16:00 amy    fr round

Fri 09:00 bob    en agenda P6
Fri 16:00 bob    en useful
Fri 09:00 chloe  fr agenda P7
Fri 16:00 chloe  fr useful
Fri 09:00 amy    fr agenda P6
Fri 16:00 amy    fr round
Fri 09:00 ines   fr agenda P8
Fri 14:00 ines   fr soon P8
Fri 15:00 ines   fr due P8

Sat 16:00 chloe  fr soon P7
Sat 17:00 chloe  fr due P7

Mon 09:00 bob    en agenda P6
Mon 09:00 amy    fr agenda
Mon 09:00 social en digest
"""
"""Times are on the reader's own wall.

Bob does Monday's round before four. A round that is asked for as a post comes due stands in that message. On Friday
Bob and Chloé have skipped three: they are asked whether it is of use. The gap of Friday is filled on Tuesday. P2
moves on Tuesday, an hour before it is due; P3 changes hands on Tuesday. P4 falls on the French holiday: Amy, the
platform's backup, takes it, but Chloé publishes it herself. What has no numbers is asked about in the morning, and P3
is due at the hour of one. Dan's P5 goes to Bob, the blog's backup. P6 lies: it stays in Bob's agenda; on the third
working day its backup hears of it, on the fourth the manager. Nobody works on Saturday, so P7 stays with Chloé.
Nothing is planned for the second week, which Amy, who looks after the plan, reads in her morning.
"""

DAYS = [
    "Monday, November 9: 1 round done · 1 live (P1)",
    "Tuesday, November 10: 1 round done · 1 moved (P2) · 1 live (P11)",
    "Wednesday, November 11: 2 live (P3, P4)",
    "Thursday, November 12: 2 live (P5, P2)",
    "Friday, November 13: 1 live (P8)",
    "Saturday, November 14: 1 live (P7)",
]
"""What the channel reads of each day of the strategy, as it stands in the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    at: datetime
    do: Callable[[Life], None]


def act(zone: str, weekday: int, clock: str, do: Callable[[Life], None]) -> Act:
    return Act(at=local(zone, MONDAY + timedelta(days=weekday), clock), do=do)


def typed(user_id: str, text: str, said: str) -> Callable[[Life], None]:
    def do(life: Life) -> None:
        answer = life.hand(user_id).command(text)
        assert said in without_odd_spaces(answer.text)

    return do


def published(user_id: str, words: str, link: str) -> Callable[[Life], None]:
    """From the message with *words* in it."""

    def do(life: Life) -> None:
        hand = life.hand(user_id)
        hand.press(life.last_message(user_id, words), "post.done")
        answer = hand.submit({"link": link})
        assert answer.acknowledged
        assert answer.errors == {}

    return do


def moved(life: Life) -> None:
    amy = life.hand("UAMY")
    amy.press(life.last_message("UAMY", "Offre de la semaine : à publier"), "post.move")
    assert amy.submit({"day": "2026-11-12", "clock": "12:00"}).errors == {}


def handed_over(life: Life) -> None:
    amy = life.hand("UAMY")
    amy.press(life.last_message("UAMY", "sans responsable"), "post.assign")
    assert amy.submit({"owner": "UINES"}).errors == {}


def round_done(life: Life) -> None:
    amy = life.hand("UAMY")
    amy.press(life.last_message("UAMY", "C’est l’heure de la ronde"), "checkin.open")
    assert amy.submit({"received": "4", "answered": "3", "minutes": "6"}).errors == {}


ACTS = (
    act(LONDON, 0, "15:30", typed("UBOB", "/checkin received 3 answered 3 minutes 5", "Done: 3 answered.")),
    act(PARIS, 0, "16:04", published("UCHLOE", "à publier sur Instagram maintenant", "https://instagram.example/1")),
    act(LONDON, 1, "14:30", typed("UBOB", "/post assign P3 @ines", "P3 is <@UINES>'s now.")),
    act(TORONTO, 1, "10:00", handed_over),
    act(TORONTO, 1, "11:15", moved),
    act(VANCOUVER, 1, "12:02", published("UDAN", "Cold wax is due on Blog now", "https://blog.example/11")),
    act(TORONTO, 1, "16:05", round_done),
    act(TORONTO, 2, "09:05", published("UINES", "à publier sur LinkedIn maintenant", "https://linkedin.example/3")),
    act(PARIS, 2, "16:30", typed("UCHLOE", "/post done P4 https://instagram.example/4", "P4 est en ligne depuis")),
    act(
        VANCOUVER, 2, "10:00", typed("UDAN", "/checkin away 2026-11-12..2026-11-13", "away: Thu, Nov 12 – Fri, Nov 13")
    ),
    act(LONDON, 3, "16:05", published("UBOB", "Field notes is due on Blog now", "https://blog.example/5")),
    act(TORONTO, 3, "12:03", published("UAMY", "à publier sur Facebook maintenant", "https://facebook.example/2")),
    act(TORONTO, 4, "15:02", published("UINES", "à publier sur Mastodon maintenant", "https://mastodon.example/8")),
    act(PARIS, 5, "17:10", published("UCHLOE", "Concours du samedi : à publier", "https://instagram.example/7")),
)


def live(life: Life, move: Callable[[datetime], None]) -> None:
    life.import_file("UAMY", "novembre.csv", CALENDAR.encode())
    act_all(life, move)


def act_all(life: Life, move: Callable[[datetime], None]) -> None:
    """The week of a team whose calendar is there."""
    for each in sorted(ACTS, key=lambda each: each.at):
        move(each.at)
        each.do(life)
        life.settle()
    move(END)


@pytest.fixture(scope="module", params=["socket", "http"])
def life(request: pytest.FixtureRequest) -> Iterator[Life]:
    """In Socket Mode the clock jumps from moment to moment; in HTTP mode it beats and knows nothing of them."""
    with living(at=OPENING, mode=request.param) as lived:
        beating = request.param == "http"
        live(lived, lambda moment: lived.tick_to(moment, every=BEAT) if beating else lived.move_to(moment))
        yield lived


def owed() -> list[str]:
    return sorted(" ".join(line.split()) for line in OWED.splitlines() if line.strip())


def test_every_message_of_the_week_arrives_once_at_its_minute_in_its_language_and_no_other(life: Life) -> None:
    assert sorted(life.lines()) == owed()


def test_nothing_but_what_is_owed_and_asked_for_stands_in_any_conversation(life: Life) -> None:
    written = [each for user_id in TEAM for each in life.hand(user_id).direct_messages()]
    written += life.hand("UAMY").messages("CSOCIAL")

    kept = [each for each in written if each.bot_id and each.ephemeral_to is None]
    threads = [each for each in kept if each.thread_ts]
    first = [each for each in threads if each.thread_ts == each.ts]
    replies = [each for each in threads if each not in first]
    days = [each for each in replies if each.text in DAYS]

    gone = sum(call.method == "chat.delete" for call in life.slack.calls)
    assert gone == 9  # a newer one about the same post took their place: twice of P2 and P6, never of P4
    assert len(kept) - len(replies) == len(owed()) - gone + 1  # the preview of the import, which became its result
    assert [each.text for each in days] == DAYS  # one a day, where something was done, in the thread of the week
    assert {each.thread_ts for each in days} == {first[0].ts}
    details = [each for each in replies if each not in days]
    assert [each.thread_ts for each in details] == [each.ts for each in first]  # of every digest, once
    assert len(first) == sum("digest" in line for line in owed())


def test_nothing_comes_late_and_slack_refuses_nothing(life: Life) -> None:
    assert [each.line() for each in life.arrived() if each.is_late()] == []
    assert {call.verdict for call in life.slack.calls} == {"ok"}
    assert len({each.key for each in life.arrived()}) == len(life.arrived())


@pytest.mark.parametrize(
    ("user_id", "words"),
    [
        ("UAMY", "P4 · Le fleuve au matin, mise en ligne : 10 h 30"),
        ("UAMY", "Ronde du mardi 10 novembre faite à 16 h 05"),
        ("UAMY", "Un mot de la fondatrice · Mastodon · ven. 13 nov. 15 h · confiée à"),
        ("UBOB", "P5 · Field notes has been live since 16:05 (11:05 in Montréal)"),
        ("UINES", "P3 · How we make Atelier, mise en ligne : 9 h 05"),
    ],
)
def test_a_message_reads_as_things_stand_once_its_subject_has_changed(life: Life, user_id: str, words: str) -> None:
    assert life.last_message(user_id, words)


def test_the_digest_of_the_week_counts_what_was_lived_through(life: Life) -> None:
    words = [each.words for each in life.arrived() if each.who == "CSOCIAL" and not each.thread_ts][-1]

    assert "Week 46 · November 9–15" in words
    assert "8 of 9 on time, 0 late, 1 missed" in words  # all but P6
    assert "Rounds: 2 of 14 done, 6 of 7 questions answered" in words  # Chloé's Wednesday is not asked for
    assert "No numbers yet (0 of 8 posts measured)" in words
