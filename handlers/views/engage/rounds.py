"""The round of the day as a form and as answers; the team's week; absences."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.engage.check_ins import NUMBERS, CheckIn
from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Voice
from bot.domain.engage.wants import want_of_round
from bot.domain.limits import ROUND_TEXT_LIMIT
from bot.domain.posts import Post
from bot.domain.reminders.day_steps import DayStep
from bot.i18n import Translator
from bot.language.requests import CheckInNumbers
from bot.services.engage.rounds import Round, RoundDay, RoundSaved, TeamWeek
from handlers.views.kit import (
    Json,
    actions,
    button,
    checkboxes,
    clip,
    context,
    escape,
    field,
    link,
    modal,
    number_field,
    safe,
    section,
    text_field,
)
from handlers.views.lengths import GLIMPSE, LINKED_IN_LIST, NAMES_OF_A_DAY, OPTION, PHRASE, SECTION, SENTENCE, WHOM
from handlers.views.post.steps import step_words

SHOWN_QUESTIONS = SHOWN_VOICES = SHOWN_STEPS = 8
"""To be ticked: Slack takes ten."""
SHOWN_POSTS = 5
"""That went live not long ago: a round is done in minutes, on a phone."""


def round_form(t: Translator, found: Round, *, rest: str = "", meta: Mapping[str, object]) -> Json:
    """First what there is to do, to look at and to tick, then nine fields, one needed. *rest* is what was typed and not
    understood.
    """
    known = found.check_in
    day = t.day(found.day)
    blocks: list[Json] = [section(t("round-intro", day=day[0].upper() + day[1:]))]
    if rest:
        blocks.append(context(t("round-not-understood", what=escape(clip(rest, SENTENCE)))))
    blocks += fresh_posts(t, found.fresh)
    blocks += question_field(t, found.questions, today=found.day)
    blocks += step_field(t, found.steps)
    blocks += voice_field(t, found.voices)
    blocks += [
        number_field(name, t(f"round-{name}"), value=getattr(known, name, None), optional=name != "answered")
        for name in NUMBERS
    ]
    blocks += text_fields(t, known)
    blocks.append(plan_field(t, known))
    meta = {**meta, "day": found.day.isoformat()}
    return modal("checkin", t("round-title"), blocks, submit=t("round-submit"), close=t("button-cancel"), meta=meta)


def filled(found: Round, strategy_id: str, member_id: str, typed: CheckInNumbers) -> Round:
    """The round with the numbers that were typed, so that the form loses nothing."""
    known = found.check_in or CheckIn(strategy_id=strategy_id, member_id=member_id, day=found.day)
    numbers = {name: value for name in NUMBERS if (value := getattr(typed, name)) is not None}
    return replace(found, check_in=replace(known, **numbers, learned=typed.learned or known.learned))


def text_fields(t: Translator, known: CheckIn | None) -> list[Json]:
    return [
        text_field(
            name,
            t(f"round-{name}"),
            value=getattr(known, name, "") or "",
            multiline=True,
            limit=ROUND_TEXT_LIMIT,
            hint=t(f"round-{name}-hint"),
        )
        for name in ("unanswered", "voices", "learned")
    ]


def plan_field(t: Translator, known: CheckIn | None) -> Json:
    chosen = ["yes"] if known and known.plan_reviewed else []
    box = checkboxes("plan_reviewed", [(t("round-plan-yes"), "yes")], chosen=chosen)
    return field("plan_reviewed", t("round-plan"), box)


def question_field(t: Translator, questions: Sequence[Question], *, today: date) -> list[Json]:
    """The member's own that wait, to be ticked where they are answered."""
    if not questions:
        return []
    choices = [(question_choice(t, each, today=today), each.id) for each in questions[:SHOWN_QUESTIONS]]
    more = len(questions) - SHOWN_QUESTIONS
    hint = t("round-questions-more", count=more) if more > 0 else ""
    return [field("questions", t("round-questions"), checkboxes("questions", choices), hint=hint)]


def question_choice(t: Translator, question: Question, *, today: date) -> str:
    """Its words, and how many days it waits."""
    days = (today - question.asked_on).days
    waits = t("round-question-waits", question=question.id, days=max(days, 0))
    rest = f" · {waits}"
    return clip(question.text, OPTION - len(rest)) + rest


def step_field(t: Translator, steps: Sequence[DayStep]) -> list[Json]:
    """Those of posts that are the member's to do by today, to be ticked where they are done."""
    if not steps:
        return []
    choices = [(step_choice(t, each), each.part) for each in steps[:SHOWN_STEPS]]
    more = len(steps) - SHOWN_STEPS
    hint = t("round-checklist-more", count=more) if more > 0 else ""
    return [field("checklist", t("round-checklist"), checkboxes("checklist", choices), hint=hint)]


def step_choice(t: Translator, each: DayStep) -> str:
    """What is to be done, for which post, and by when."""
    day = t.day(each.step.day, short=True) if each.step.day else ""
    rest = "".join(f" · {part}" for part in (each.post.id, clip(each.post.title, WHOM), day) if part)
    return clip(step_words(t, each.step), OPTION - len(rest)) + rest


def voice_field(t: Translator, voices: Sequence[Voice]) -> list[Json]:
    """Those whose next step is due, to be ticked where it is done."""
    if not voices:
        return []
    choices = [(voice_choice(t, each), each.id) for each in voices[:SHOWN_VOICES]]
    more = len(voices) - SHOWN_VOICES
    hint = t("round-steps-more", count=more) if more > 0 else ""
    return [field("steps", t("round-steps"), checkboxes("steps", choices), hint=hint)]


def voice_choice(t: Translator, voice: Voice) -> str:
    """What is to be done, with whom, and since when."""
    day = t.day(voice.step_day, short=True) if voice.step_day else ""
    rest = "".join(f" · {each}" for each in (clip(voice.name, WHOM), day) if each)
    return clip(voice.step, OPTION - len(rest)) + rest


def fresh_posts(t: Translator, posts: Sequence[Post]) -> list[Json]:
    """What went live not long ago, to be opened: there are comments to read."""
    if not posts:
        return []
    lines = [f"• {fresh_post(t, each)}" for each in posts[:SHOWN_POSTS]]
    more = len(posts) - SHOWN_POSTS
    return [section("\n".join([t("round-fresh"), *lines, *([t("round-fresh-more", count=more)] if more > 0 else [])]))]


def fresh_post(t: Translator, post: Post) -> str:
    """Its title leads to where it is live; an address too long for a line is left out."""
    whole = link(post.link, clip(post.title, GLIMPSE))
    title = whole if len(whole) <= LINKED_IN_LIST else safe(post.title, GLIMPSE)
    return f"{title} · {t.platform(post.platform)} · {post.id}"


def round_done(t: Translator, saved: RoundSaved) -> tuple[str, list[Json]]:
    """One line that says what is in, one button to change it."""
    done = saved.check_in
    text = " ".join(filter(None, [_answered(t, done), _left_open(t, saved)]))
    details = [
        t(f"round-{name}") + f" {t.number(value)}" for name in NUMBERS if (value := getattr(done, name)) is not None
    ]
    blocks = [section(text)]
    if details:
        blocks.append(context(" · ".join(details)))
    if done.edited_late:
        blocks.append(context(t("round-late", day=t.day(done.day))))
    change = button(t("button-change"), "checkin.open", done.day.isoformat())
    value = f"{done.strategy_id}|{want_of_round(done).source}"
    idea = [button(t("round-button-post"), "round.post", value)] if done.learned else []
    return text, [*blocks, actions(change, *idea)]


def _answered(t: Translator, done: CheckIn) -> str:
    """Of that day and of earlier ones; what is unknown is not said."""
    if done.answered_older is not None:
        return t("round-done-older", answered=done.answered or 0, older=done.answered_older)
    return t("round-done-plain") if done.answered is None else t("round-done-answered", count=done.answered)


def _left_open(t: Translator, saved: RoundSaved) -> str:
    """Of the day's questions how many have no answer, and how many questions come back tomorrow.

    A kept one may be of the day or not: it stands for no other. Where it is unknown how many the day brought, or how
    many of them have their answer, nothing is said of them.
    """
    kept, received, answered = len(saved.still_open), saved.check_in.received, saved.check_in.answered
    unanswered = None if received is None or answered is None else max(0, received - answered)
    if not kept:
        key = "round-done-unanswered" if unanswered else "round-done-nothing-open"
        return "" if unanswered is None else t(key, count=unanswered)
    if not unanswered:
        return t("round-done-open", count=kept)
    return t("round-done-unanswered-and-kept", unanswered=unanswered, kept=kept)


def notice(t: Translator, text: str, blocks: Sequence[Json], *, channel_id: str) -> Json:
    """The last view of a form: what was kept."""
    return modal(
        "checkin-done",
        t("round-title"),
        blocks or [section(text)],
        close=t("button-close"),
        meta={"channel": channel_id},
    )


def week_status(t: Translator, found: TeamWeek) -> tuple[str, list[Json]]:
    """Who did the round on which day; no counts per person, nobody is ranked."""
    text = t("status-title", week=t.week(found.week))
    lines = [day_line(t, each) for each in found.days]
    whole = "\n".join(lines) or t("status-empty")
    blocks = [section(f"*{text}*"), *([section(whole)] if len(whole) <= SECTION else map(section, lines))]
    if counts := week_counts(t, found):
        blocks.append(context(counts))
    if found.questions:
        blocks.append(section(questions_text(t, found.questions)))
    return text, [*blocks, actions(button(t("button-my-round"), "checkin.open", style="primary"))]


def week_counts(t: Translator, found: TeamWeek) -> str:
    """Counts side by side, never one of another: they may come from different rounds."""
    counts = {"received": found.received, "answered": found.answered, "older": found.answered_older}
    told = [t(f"status-sum-{name}", n=n) for name, n in counts.items() if n is not None]
    return t("status-sums", counts=t.listing(told, "unit")) if told else ""


def day_line(t: Translator, day: RoundDay) -> str:
    parts = [
        t(f"status-{name}", who=safe(t.listing(who), NAMES_OF_A_DAY))
        for name, who in (("done", day.done), ("open", day.open), ("off", day.off))
        if who
    ]
    return f"*{t.day(day.day, short=True)}* · " + " · ".join(parts)


def questions_text(t: Translator, questions: Sequence[Question]) -> str:
    lines = [f"• {t.day(each.asked_on, short=True)} · {escape(clip(each.text, PHRASE))}" for each in questions[:10]]
    return "\n".join([t("status-questions", count=len(questions)), *lines])
