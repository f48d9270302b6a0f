"""`/checkin away`, `/checkin back`: days on which somebody is not asked and not told."""

from datetime import date, timedelta

from bot.language.requests import Away, BackAgain
from bot.services.engage.absences import be_away, be_back, coming
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.views.engage import absences as views
from handlers.views.engage.rounds import notice
from handlers.views.kit import section


def register(on: Listeners) -> None:
    on.press("checkin.away", lambda turn, press: away_form(turn, home=press.from_home))
    on.press("checkin.back", on_back)
    on.submit("away", on_away_submitted)


def on_away_typed(turn: Turn, request: Away) -> Reply:
    if request.first and request.last:
        days = (request.first, request.last)
        return away_form(turn, days=days) if request.doubts else keep_absence(turn, *days)
    return away_form(turn, rest=" ".join(request.not_understood))


def on_back_typed(turn: Turn, request: BackAgain) -> Reply:
    rest = " ".join(request.not_understood)
    return away_form(turn, rest=rest) if rest else on_back(turn, None)


def keep_absence(turn: Turn, first: date, last: date) -> Reply:
    text, blocks = views.away_saved(turn.t, be_away(turn.store, turn.member.id, first, last, now=turn.now))
    return Reply(text=text, blocks=blocks)


def away_form(turn: Turn, *, days: tuple[date, date] | None = None, rest: str = "", home: bool = False) -> Reply:
    """With the first and last of *days*, else with tomorrow as the first one."""
    first, last = days or (turn.member.today(turn.now) + timedelta(days=1), None)
    absences = coming(turn.member, turn.now)
    meta = {"channel": turn.channel_id, "home": home}
    form = views.away_form(turn.t, absences, first=first, last=last, rest=rest, meta=meta)
    return Reply(modal=form)


def on_away_submitted(turn: Turn, form: Form) -> Reply:
    first, last = date.fromisoformat(form.text("first")), date.fromisoformat(form.text("last"))
    if last < first:
        return Reply(errors={"last": turn.t("refusal-away-order")})
    if last < turn.member.today(turn.now):
        return Reply(errors={"last": turn.t("refusal-away-over")})
    saved = be_away(turn.store, turn.member.id, first, last, now=turn.now)
    text, blocks = views.away_saved(turn.t, saved)
    return Reply(modal=notice(turn.t, text, blocks, channel_id=turn.channel_id))


def on_back(turn: Turn, press: Press | None) -> Reply:
    be_back(turn.store, turn.member.id, now=turn.now)
    text = turn.t("away-ended")
    if press is not None and press.view_id and not press.from_home:
        view = notice(turn.t, text, [section(text)], channel_id=turn.channel_id)
        return Reply(modal=view, in_place=True)
    return Reply(text=text, blocks=[section(text)], in_place=bool(press and press.from_ephemeral))
