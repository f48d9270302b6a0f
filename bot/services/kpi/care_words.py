"""What is said of how customers were answered: the rate, within what time, what waits, what was left out."""

from datetime import date

from bot.domain.kpi.care import AnswerTimes, CareFigures
from bot.i18n import Translator
from bot.services.kpi.figure_words import known_answers


def care_lines(t: Translator, found: CareFigures, *, today: date) -> list[str]:
    """The rate with its numbers, the time to an answer with its sample, what still waits, what was dropped."""
    lines = []
    if found.answered.n:
        asked, done = int(found.answered.denominator), int(found.answered.numerator)
        share = t.percent(done / asked, 0) if asked else ""
        line = t("care-rate", answered=done, received=asked, share=share)
        is_whole = found.answered.n == found.answered.of
        lines += [line] if is_whole else [line, known_answers(t, found.answered)]
    if found.worked.n:
        lines += [_within(t, found.worked), t("care-plain", said=_spans(t, found.plain))]
    if found.oldest is not None:
        days = max((today - found.oldest.asked_on).days, 0)
        lines.append(t("care-open", count=len(found.open), question=found.oldest.id, days=days))
    if found.dropped:
        lines.append(t("care-dropped", count=found.dropped))
    return lines


def _within(t: Translator, times: AnswerTimes) -> str:
    return t("care-within", said=_spans(t, times), n=times.n)


def _spans(t: Translator, times: AnswerTimes) -> str:
    """Where the curve does not come so far, that is said."""
    half = t("care-half", span=t.duration(times.half)) if times.half is not None else t("care-half-open")
    if times.half is None:
        return half
    most = times.nine_in_ten
    return t.listing([half, t("care-most", span=t.duration(most)) if most is not None else t("care-most-open")], "unit")
