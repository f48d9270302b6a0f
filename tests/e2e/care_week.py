"""A week in which a team cares for its customers: what everybody does, in either language, and the people it is about.

Every question, voice, share kit and correction lives its whole life, by text, form, button and message shortcut.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.sandbox.acting.hand import Answer
from bot.sandbox.team import Message
from tests.e2e.living import Life, living, local, without_odd_spaces

MONDAY = date(2026, 11, 23)
TORONTO, LONDON, PARIS, VANCOUVER = "America/Toronto", "Europe/London", "Europe/Paris", "America/Vancouver"
OPENING = local(TORONTO, MONDAY - timedelta(days=1), "12:00")
END = local(TORONTO, MONDAY + timedelta(days=7), "09:30")
TEAM = ("UAMY", "UBOB", "UCHLOE", "UDAN", "UINES")
LOCALES = {"en": "en-GB", "fr": "fr-FR"}
LANGUAGES = {"en": "English (UK)", "fr": "Français"}

CALENDAR = """\
number;title;platform;owner;state;due;link;reach;reactions;comments
1;Question du soir;instagram;chloé;published;2026-11-20T18:00;https://instagram.example/1;900;50;4
2;Offre de la semaine;facebook;amy;published;2026-11-20T12:00;https://facebook.example/2;800;40;3
3;How we make Atelier;linkedin;bob;published;2026-11-20T09:00;https://linkedin.example/3;700;30;2
"""
OVERHEARD = "A customer asks me: can I give a candle back?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The week as it is told in one language: *pick* is 0 in English and 1 in French."""

    life: Life
    pick: int

    def say(self, *both: str) -> str:
        return both[self.pick] if len(both) > 1 else both[0]

    def type(self, user_id: str, *both: str, said: tuple[str, ...] = ()) -> Answer:
        """A command in the channel; *said*: what its answer has in it."""
        answer = self.life.hand(user_id).command("/checkin " + self.say(*both), channel="CSOCIAL")
        assert answer.error is None, answer
        if said:
            assert self.say(*said) in without_odd_spaces(answer.text), answer.text
        return answer

    def submit(self, user_id: str, values: dict[str, object]) -> Answer:
        answer = self.life.hand(user_id).submit(values)
        assert (answer.errors, answer.acknowledged) == ({}, True)
        return answer

    def message(self, user_id: str, *both: str) -> Message:
        return self.life.last_message(user_id, self.say(*both))

    def press(self, user_id: str, where: Message, control: str) -> Answer:
        answer = self.life.hand(user_id).press(where, control)
        assert answer.acknowledged, answer
        return answer

    def card(self, user_id: str, what: str) -> Message:
        return self.type(user_id, what).messages[-1]

    def post_card(self, user_id: str, post_id: str) -> Message:
        return self.life.hand(user_id).command(f"/post show {post_id}", channel="CSOCIAL").messages[-1]

    def morning(self, user_id: str) -> Message:
        return self.message(user_id, "Good morning!", "Bonjour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    at: datetime
    do: Callable[[Told], object]


ACTS: list[Act] = []


def at(zone: str, weekday: int, clock: str) -> Callable[[Callable[[Told], object]], Callable[[Told], object]]:
    def keep(do: Callable[[Told], object]) -> Callable[[Told], object]:
        ACTS.append(Act(at=local(zone, MONDAY + timedelta(days=weekday), clock), do=do))
        return do

    return keep


# Monday.


@at(TORONTO, 0, "09:20")
def agree_to_share(week: Told) -> None:
    for each in ("UBOB", "UDAN", "UINES"):
        week.type(each, "advocate on", "ambassadeur oui")
    week.type("UDAN", "away 2026-11-25..2026-11-27", "absence 2026-11-25..2026-11-27")


@at(TORONTO, 0, "09:30")
def keep_by_text(week: Told) -> None:
    week.type(
        "UAMY",
        'question "Do you ship to Belgium?" on facebook from "Zoé" asked yesterday 15:00 @bob',
        "question « Livrez-vous en Belgique ? » sur facebook de « Zoé » posée hier 15h @bob",
        said=("Q1 is kept", "Q1 est notée"),
    )


@at(TORONTO, 0, "09:33")
def keep_two_by_form(week: Told) -> None:
    for text in (("Is Verger made of soy?", "Verger est-elle au soja ?"), ("Win a phone", "Gagnez un téléphone")):
        week.type("UAMY", "question")
        week.submit("UAMY", {"text": week.say(*text), "platform": "instagram", "owner": "UBOB", "backup": "UINES"})


@at(TORONTO, 0, "10:00")
def keep_by_shortcut(week: Told) -> None:
    ines = week.life.hand("UINES")
    ines.say(OVERHEARD, channel="CSOCIAL")
    heard = next(each for each in ines.messages("CSOCIAL") if each.text == OVERHEARD)
    assert ines.shortcut("keep_question", heard).modal
    week.submit("UINES", {"owner": "UCHLOE", "backup": "UINES", "platform": "facebook"})


@at(LONDON, 0, "15:05")
def answer_by_the_message(week: Told) -> None:
    week.press("UBOB", week.message("UBOB", "gave you Q1", "a confié Q1"), "question.answer")
    week.submit("UBOB", {"link": "https://facebook.example/answer"})


@at(LONDON, 0, "15:10")
def give_one_of_two_and_drop_the_other(week: Told) -> None:
    both = week.message("UBOB", "2 questions wait for an answer", "2 questions attendent une réponse")
    week.press("UBOB", both, "question.show:Q2")
    modal = week.life.hand("UBOB").modal
    assert modal is not None
    week.life.hand("UBOB").press(modal, "question.give")
    week.submit("UBOB", {"owner": "UCHLOE"})
    week.type("UBOB", "drop Q3 spam", "écarter Q3 spam", said=("Q3 is dropped", "Q3 est écartée"))


@at(LONDON, 0, "15:20")
def keep_voices_by_text(week: Told) -> None:
    week.type(
        "UBOB",
        'voice "Marie Café" influencer on instagram @mariecafe next "thank her" tue',
        "voix « Marie Café » influenceuse sur instagram @mariecafe ensuite « la remercier » mardi",
    )
    week.type("UBOB", 'voice "Old Courier" press', "voix « Vieux Courrier » presse")


@at(TORONTO, 0, "10:40")
def keep_a_voice_by_form(week: Told) -> None:
    week.type("UAMY", "voice", "voix")
    week.submit("UAMY", {"name": "Tea House", "kind": "partner", "step": "send samples", "day": "2026-11-24"})


@at(PARIS, 0, "17:30")
def look_at_it_and_leave_it_open(week: Told) -> None:
    week.press("UCHLOE", week.message("UCHLOE", "gave you Q2", "a confié Q2"), "question.open")


# Tuesday.


@at(LONDON, 1, "09:05")
def do_the_step_in_the_morning(week: Told) -> None:
    week.press("UBOB", week.morning("UBOB"), "voice.done:V4")
    card = week.card("UBOB", "V4")
    week.press("UBOB", card, "voice.next")
    week.submit("UBOB", {"step": week.say("invite her", "l’inviter"), "day": "2026-11-26"})


@at(PARIS, 1, "10:00")
def answer_by_text(week: Told) -> None:
    week.type(
        "UCHLOE",
        "answered Q2 https://instagram.example/answer",
        "répondu Q2 https://instagram.example/answer",
        said=("Q2 is answered", "Q2 a sa réponse"),
    )


@at(TORONTO, 1, "09:30")
def put_off_a_step_and_own_up(week: Told) -> None:
    week.type("UAMY", "V6 thu", "V6 jeudi", said=("Next step planned", "Prochaine étape prévue"))
    week.type(
        "UAMY",
        'oops P2 "wrong price" noticed by a customer yesterday 15:00',
        "oups P2 « mauvais prix » remarqué par un client hier 15h",
    )


@at(TORONTO, 1, "10:00")
def give_a_kit(week: Told) -> None:
    week.press("UAMY", week.post_card("UAMY", "P2"), "kit.new")
    made = week.submit("UAMY", {"facts": "30"})
    assert week.say("it goes to 3 colleagues", "il va à 3 collègues") in without_odd_spaces(str(made.modal))


@at(TORONTO, 1, "12:30")
def share_it_or_not(week: Told) -> None:
    kit = ("Our post is live", "Notre publication est en ligne")
    week.press("UBOB", week.message("UBOB", *kit), "kit.shared")
    week.submit("UBOB", {"link": "https://linkedin.example/bob", "words": "I tied the lids."})
    week.press("UINES", week.message("UINES", *kit), "kit.not-now")
    week.press("UDAN", week.message("UDAN", *kit), "kit.fewer")
    week.submit("UDAN", {"most": "1"})


@at(LONDON, 1, "16:00")
def own_up_by_the_button(week: Told) -> None:
    week.press("UBOB", week.post_card("UBOB", "P3"), "correction.new")
    week.submit("UBOB", {"what": week.say("wrong link", "mauvais lien"), "owner": "UAMY"})


# Wednesday: Dan is away.


@at(PARIS, 2, "10:00")
def give_a_second_kit(week: Told) -> None:
    week.press("UCHLOE", week.post_card("UCHLOE", "P1"), "kit.new")
    made = week.submit("UCHLOE", {})
    assert week.say("2 of them get it when they work again", "2 personnes le recevront") in without_odd_spaces(
        str(made.modal)
    )


@at(TORONTO, 2, "10:00")
def give_a_question_to_somebody_who_is_away(week: Told) -> None:
    week.type(
        "UAMY",
        'question "Is the workshop open on Saturdays?" on blog @dan',
        "question « L’atelier ouvre-t-il le samedi ? » sur le blog @dan",
    )


@at(TORONTO, 2, "10:30")
def put_one_right_and_hand_a_voice_over(week: Told) -> None:
    week.press("UAMY", week.card("UAMY", "C1"), "correction.done")
    week.press("UAMY", week.card("UAMY", "C1"), "correction.edit")
    week.submit("UAMY", {"learned": week.say("Check prices twice", "Relire les prix à deux")})
    week.press("UAMY", week.card("UAMY", "V6"), "voice.give")
    week.submit("UAMY", {"owner": "UINES"})


@at(LONDON, 2, "16:10")
def answer_in_anothers_place(week: Told) -> None:
    stands_in = week.message("UBOB", "Can you answer Q5?", "Pouvez-vous répondre à Q5")
    week.press("UBOB", stands_in, "question.answer")
    week.submit("UBOB", {})


@at(PARIS, 2, "16:30")
def leave_a_question_by_the_round(week: Told) -> None:
    week.type("UCHLOE", "")
    week.submit("UCHLOE", {"received": "2", "answered": "1", "unanswered": week.say("Any jobs?", "Embauchez-vous ?")})


# Thursday and Friday.


@at(TORONTO, 3, "09:30")
def put_the_other_right_and_reopen(week: Told) -> None:
    week.type("UAMY", "C2 done", "C2 réglé", said=("Put right", "C’est réparé"))
    week.type("UAMY", "reopen Q1", "rouvrir Q1", said=("Q1 is open again", "Q1 est rouverte"))


@at(TORONTO, 3, "10:00")
def do_the_step_by_text(week: Told) -> None:
    week.type("UINES", "V6 done", "V6 fait", said=("Step done", "Étape faite"))


@at(LONDON, 3, "16:30")
def tick_in_the_round(week: Told) -> None:
    form = without_odd_spaces(str(week.type("UBOB", "").modal))
    assert week.say("Do you ship to Belgium?", "Livrez-vous en Belgique ?") in form
    assert week.say("invite her", "l’inviter") in form
    week.submit("UBOB", {"answered": "1", "questions": ["Q1"], "steps": ["V4"]})


@at(TORONTO, 4, "09:30")
def answer_as_the_manager(week: Told) -> None:
    week.press("UAMY", week.morning("UAMY"), "question.show:Q4")
    modal = week.life.hand("UAMY").modal
    assert modal
    week.life.hand("UAMY").press(modal, "question.answer")
    week.submit("UAMY", {})


@at(LONDON, 4, "15:00")
def forget_a_voice(week: Told) -> None:
    week.press("UBOB", week.card("UBOB", "V5"), "voice.forget")


@at(PARIS, 4, "16:00")
def drop_what_the_round_left(week: Told) -> None:
    week.press("UCHLOE", week.card("UCHLOE", "Q6"), "question.drop")
    week.submit("UCHLOE", {"why": week.say("answered by phone", "réponse par téléphone")})


@contextmanager
def lived(language: str) -> Iterator[Told]:
    """The whole week, by a clock that jumps from moment to moment."""
    with living(at=OPENING) as life:
        week = Told(life=life, pick=list(LOCALES).index(language))
        for each in TEAM:
            life.change_member(each, locale=LOCALES[language])
        life.set_up(language=LANGUAGES[language])
        life.import_file("UAMY", "novembre.csv", CALENDAR.encode())
        for each in sorted(ACTS, key=lambda one: one.at):
            life.move_to(each.at)
            each.do(week)
            life.settle()
        life.move_to(END)
        yield week
