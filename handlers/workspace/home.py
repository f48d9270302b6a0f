"""The Home tab, and the settings that open from it."""

from datetime import time
from typing import Any

from bot.domain.members import RoundRhythm
from bot.domain.reminder_kinds import ReminderKind
from bot.services.people.settings import SettingsWish, save_settings
from bot.services.reminders.rhythms import choose_rhythms, rhythms_of, rhythms_shown
from bot.services.workspace.home import home_of
from handlers.context import House, Turn, strategy_for, turn_of
from handlers.listening import Listeners
from handlers.one_transaction import at_once
from handlers.payloads import Form, Press, Reply, View
from handlers.views.workspace import home as views
from handlers.workspace.welcome import welcome


def register(on: Listeners) -> None:
    on.home(home_now)
    on.event("app_home_opened", on_opened)
    on.press("home.settings", on_settings)
    on.press("home.refresh", lambda turn, press: Reply())  # whatever is pressed at Home draws it again
    on.submit("settings", at_once(on_settings_submitted))


def home_now(turn: Turn) -> View:
    with turn.store.transaction() as tx:
        member = tx.members.get(turn.member.id)
        strategy = turn.strategy or strategy_for(tx, member, "")  # which may just have been made
    return views.home_view(turn.t, home_of(turn.store, member, strategy, now=turn.now), now=turn.now)


def on_opened(house: House, event: dict[str, Any]) -> None:
    turn = turn_of(house, event["user"])
    if event.get("tab") == "home":
        house.publish_home(turn.member.id, home_now(turn))
    welcome(turn)


def on_settings(turn: Turn, press: Press) -> Reply:
    with turn.store.transaction() as tx:
        rounds = rhythms_shown(tx, turn.member)
    return Reply(modal=views.settings_form(turn.t, turn.member, rounds))


def on_settings_submitted(turn: Turn, form: Form) -> Reply:
    days = frozenset(int(day) for day in form.values.get("working_days") or ())
    wish = SettingsWish(
        wanted=frozenset(ReminderKind(kind) for name in views.WANTED for kind in form.values.get(name) or ()),
        agenda_at=time.fromisoformat(form.text("agenda_at") or "09:00"),
        check_in_at=time.fromisoformat(form.text("check_in_at") or "16:00"),
        working_days=days,
    )
    if not days:
        return Reply(errors={"working_days": turn.t("refusal-no-working-day")})
    save_settings(turn.store, turn.member.id, wish)
    member = choose_rhythms(turn.store, turn.member.id, _chosen_rhythms(turn, form), now=turn.now)
    with turn.store.transaction() as tx:
        rounds = rhythms_of(tx, member)
    return Reply(modal=views.settings_saved(turn.t, member, rounds))


def _chosen_rhythms(turn: Turn, form: Form) -> dict[str, RoundRhythm]:
    """What was changed: what is left as it is answers no question. A round that they do no more is left out."""
    with turn.store.transaction() as tx:
        shown = rhythms_shown(tx, turn.member)
    found = {strategy.id: (form.text(views.round_field(strategy)), rhythm) for strategy, rhythm in shown}
    return {each: RoundRhythm(word) for each, (word, rhythm) in found.items() if word and word != rhythm}
