"""`/plan calendar`: the month as a list with buttons, as a picture, as a file, and in the channel's canvas."""

from datetime import date, timedelta

from bot.domain.errors import People, UserError
from bot.domain.strategy import Strategy
from bot.i18n import Translator, translator_of
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.months import month_in
from bot.language.vocabulary import Vocabulary, folded
from bot.ports import Upload
from bot.services.people.who_may import Action, may
from bot.services.plan.month import Month, month_of, shifted
from handlers.context import Turn
from handlers.exchange.exporting import send_ics
from handlers.exchange.sending import Parcel, can_send, send_later
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.turns import turn_on
from handlers.views.kit import safe, section
from handlers.views.lengths import SENTENCE
from handlers.views.month import list as views
from handlers.views.month.in_words import alternative, month_title
from handlers.views.month.picture import drawn

ICS = Vocabulary({True: "ics, .ics, ical, icalendar, outlook, google calendar, ics file, file, fichier, fichier ics"})


def register(on: Listeners) -> None:
    on.press("calendar.turn.", on_turn)
    on.press("calendar.show", on_turn)
    on.press("calendar.picture", on_picture)
    on.press("calendar.post", on_post)
    on.press("calendar.ics", lambda turn, press: send_ics(read_press(turn, press)[0]))


def show_calendar(turn: Turn, text: str) -> Reply:
    """What `/plan calendar` *text* asks for: a month with its picture on the way, or the calendar as a file."""
    month_typed, is_file = _without_ics(text)
    zone = turn.the_strategy().zone
    first = month_in(
        month_typed,
        Here(now=turn.now, zone=zone, french=turn.t.language == "fr", order=LineDateOrder(dates=turn.t.date_order)),
    )
    if is_file and (first or not month_typed):
        return send_ics(turn, first, shifted(first, 1) - timedelta(days=1) if first else None)
    notice = "" if first or not text.strip() else turn.t("month-not-understood", what=safe(text, SENTENCE))
    month = month_for(turn, first)
    notice = notice or send_picture(turn, month)
    return month_reply(turn, month, notice=notice)


def _without_ics(text: str) -> tuple[str, bool]:
    """What stands beside the word for the file, and whether there is one."""
    words = folded(text).split()
    for at in range(len(words)):
        if found := ICS.at(words, at):
            return " ".join([*words[:at], *words[found[1] :]]), True
    return text, False


def month_for(turn: Turn, first: date | None = None) -> Month:
    strategy = turn.the_strategy()
    return month_of(turn.store, strategy, first or strategy.today(turn.now), turn.now, locale=turn.t.locale)


def month_reply(turn: Turn, month: Month, *, notice: str = "", in_place: bool = False) -> Reply:
    blocks = views.month_blocks(turn.t, month, notice=notice, may_post=may_post(turn, month.strategy))
    return Reply(text=views.month_text(turn.t, month), blocks=blocks, in_place=in_place)


def may_post(turn: Turn, strategy: Strategy) -> bool:
    """Speaking to the whole channel is for who looks after the plan."""
    return may(turn.member, Action.CHANGE_PLAN, strategy)


def on_turn(turn: Turn, press: Press) -> Reply:
    """Another month, in place; from the Home tab and from a modal, in a modal."""
    turn, first = read_press(turn, press)
    month = month_for(turn, first)
    if press.view_id:
        return Reply(modal=views.month_modal(turn.t, month), in_place=True)
    return month_reply(turn, month, in_place=press.from_ephemeral)


def read_press(turn: Turn, press: Press) -> tuple[Turn, date | None]:
    """The strategy and the month that a button carries. Raises `NotFound` for a strategy they do not see."""
    strategy_id, _, day = press.value.partition("|")
    return turn_on(turn, strategy_id), date.fromisoformat(day) if day else None


def on_picture(turn: Turn, press: Press) -> Reply:
    turn, first = read_press(turn, press)
    said = send_picture(turn, month_for(turn, first))
    return Reply(text=said, blocks=[section(said)])


def send_picture(turn: Turn, month: Month) -> str:
    """Draw it and send it to the member, in the background; what is said of that meanwhile."""
    if turn.member.is_guest:
        return turn.t("month-picture-guest")
    if not can_send(turn):
        return turn.t("month-picture-scope")
    send_later(turn, turn.member.id, lambda: picture_parcel(turn.t, month))
    return turn.t("month-picture-coming")


def picture_parcel(t: Translator, month: Month) -> Parcel:
    name = f"{month.strategy.id}-{month.first:%Y-%m}.png"
    title = f"{month_title(t, month.first)} · {month.strategy.name}"
    picture = Upload(name=name, content=drawn(t, month), title=title, alt=alternative(t, month))
    return Parcel(uploads=[picture], comment=views.month_comment(t, month))


def on_post(turn: Turn, press: Press) -> Reply:
    """The picture and the list for everybody, in the channel's language."""
    turn, first = read_press(turn, press)
    strategy = turn.the_strategy()
    if not may_post(turn, strategy):
        raise UserError("calendar-manager", manager=People((strategy.manager_id,)))
    t = translator_of(strategy, turn.now)
    month = month_of(turn.store, strategy, first or strategy.today(turn.now), turn.now, locale=t.locale)
    if not can_send(turn):
        raise UserError("calendar-scope")
    send_later(turn, strategy.channel_id, lambda: picture_parcel(t, month))
    said = turn.t("month-posting", month=month_title(turn.t, month.first), channel=f"<#{strategy.channel_id}>")
    return Reply(text=said, blocks=[section(said)])
