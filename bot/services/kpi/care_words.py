"""What is said of how customers were answered: the rate, within what time, what waits, what was left out."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.kpi.care import AnswerTimes, CareFigures
from bot.i18n import Translator
from bot.services.kpi.figure_words import known_answers


def care_lines(t: Translator, found: CareFigures, *, today: date, in_detail: bool = True) -> list[str]:
    """The rate with its numbers, the time to an answer with its sample, what still waits, what was dropped.

    *in_detail*: by the clock, too.
    """
    lines = []
    if found.answered.n:
        asked, done = int(found.answered.denominator), int(found.answered.numerator)
        share = t.percent(done / asked, 0) if asked else ""
        line = t("care-rate", answered=done, received=asked, share=share)
        is_whole = found.answered.n == found.answered.of
        lines.append(line if is_whole else f"{line}, {known_answers(t, found.answered)}")
    if found.worked.n:
        lines += [_within(t, found.worked), *(by_the_clock(t, found) if in_detail else [])]
    if found.oldest is not None:
        days = max((today - found.oldest.asked_on).days, 0)
        lines.append(t("care-open", count=len(found.open), question=found.oldest.id, days=days))
    if found.dropped:
        lines.append(t("care-dropped", count=found.dropped))
    return lines


def by_the_clock(t: Translator, found: CareFigures) -> list[str]:
    """Nothing where no typical time is known yet: the working hours say so."""
    half = found.plain.half
    return [t("care-plain", said=_spans(t, found.plain, half, t.duration))] if half is not None else []


def _within(t: Translator, times: AnswerTimes) -> str:
    if times.half is None:
        return t("care-half-open", n=times.n)
    return t("care-within", said=_spans(t, times, times.half, t.worked), n=times.n)


def _spans(t: Translator, times: AnswerTimes, half: timedelta, said: Callable[[timedelta], str]) -> str:
    """Where the curve does not come to nine of ten, that is said; where both are the same, that is said once."""
    if times.n == 1:
        return t("care-one", span=said(half))
    begun, most = t("care-half", span=said(half)), times.nine_in_ten
    if most is None:
        return t.listing([begun, t("care-most-open")], "unit")
    whole = t("care-most", span=said(most))
    return whole if most == half else t.listing([begun, whole], "unit")
