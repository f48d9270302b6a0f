"""The form that creates a strategy, what it answers, and the introduction in the channel."""

from collections.abc import Iterable
from datetime import time

from slackblocks import StaticSelectMenu

from bot.domain.limits import NAME_LIMIT
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.i18n import Translator, translator_of
from bot.ports import Outgoing
from handlers.views.kit import (
    Choice,
    Json,
    actions,
    button,
    context,
    conversation_menu,
    escape,
    field,
    member_menu,
    members_menu,
    mention,
    menu,
    modal,
    section,
    text_field,
    time_picker,
)
from handlers.views.lengths import CHOICES, OPTION

ZONES = (
    "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Toronto", "America/Montreal",
    "America/Halifax", "America/St_Johns", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "America/Mexico_City", "America/Bogota", "America/Sao_Paulo", "America/Martinique",
    "America/Guadeloupe", "America/Cayenne", "Atlantic/Reykjavik", "Europe/Lisbon", "Europe/Dublin",
    "Europe/London", "Europe/Paris", "Europe/Brussels", "Europe/Luxembourg", "Europe/Zurich", "Europe/Amsterdam",
    "Europe/Berlin", "Europe/Madrid", "Europe/Rome", "Europe/Vienna", "Europe/Copenhagen", "Europe/Stockholm",
    "Europe/Oslo", "Europe/Helsinki", "Europe/Warsaw", "Europe/Athens", "Europe/Bucharest", "Europe/Istanbul",
    "Africa/Casablanca", "Africa/Algiers", "Africa/Tunis", "Africa/Dakar", "Africa/Abidjan", "Africa/Lagos",
    "Africa/Kinshasa", "Africa/Johannesburg", "Africa/Nairobi", "Africa/Cairo", "Indian/Antananarivo",
    "Indian/Reunion", "Indian/Mauritius", "Asia/Beirut", "Asia/Jerusalem", "Asia/Dubai", "Asia/Kolkata",
    "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Singapore", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Tokyo",
    "Asia/Seoul", "Australia/Perth", "Australia/Sydney", "Pacific/Auckland", "Pacific/Noumea", "Pacific/Tahiti",
    "UTC",
)  # fmt: skip
"""Where teams are asked from most; the members' own zones come first in the menu."""


def setup_form(
    t: Translator,
    member: Member,
    channel_id: str,
    known: Strategy | None,
    *,
    zones: Iterable[str] = (),
    from_home: bool = False,
    is_private: bool | None = None,
) -> Json:
    """A new strategy for the channel, or the settings of *known*; without a channel it asks for one.

    *is_private* None: nobody says whether the channel is.
    """
    zone, locale = (known.zone, known.locale) if known else (member.zone, member.locale)
    at = known.digest_at if known else time(9)
    blocks = [
        *([section(t("setup-intro", channel=f"<#{channel_id}>"))] if channel_id else channel_asked(t)),
        context(who_sees_it(t, channel_id, is_private=is_private)),
        text_field("name", t("setup-name"), value=known.name if known else "", limit=NAME_LIMIT, optional=False),
        field("zone", t("setup-zone"), menu("zone", zone_choices(t, [zone, *zones]), chosen=zone), optional=False),
        field(
            "language",
            t("setup-language"),
            menu("language", languages(locale), chosen=locale),
        ),
        field("manager", t("setup-manager"), member_menu("manager", chosen=known.manager_id if known else member.id)),
        field("round", t("setup-round"), members_menu("round", chosen=known.round_ids if known else (member.id,))),
        field("digest_weekday", t("setup-digest-day"), weekday_menu(t, known.digest_weekday if known else 0)),
        field("digest_at", t("setup-digest-at"), time_picker("digest_at", clock=at.isoformat("minutes"))),
    ]
    meta = {"channel": channel_id, **({"strategy": known.id} if known else {}), **({"home": True} if from_home else {})}
    return modal("setup", t("setup-title"), blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def who_sees_it(t: Translator, channel_id: str, *, is_private: bool | None) -> str:
    if not channel_id:
        return t("setup-seen-elsewhere")
    key = {True: "setup-seen-private", False: "setup-seen-public", None: "setup-seen-untold"}[is_private]
    return t(key, channel=f"<#{channel_id}>")


def channel_asked(t: Translator) -> list[Json]:
    channel = field(
        "conversation",
        t("setup-channel"),
        conversation_menu("conversation"),
        hint=t("setup-channel-hint"),
        optional=False,
    )
    return [section(t("setup-intro-elsewhere")), channel]


def setup_done(t: Translator, strategy: Strategy) -> Json:
    """What was kept, and the next steps: the objective first, everything follows from it."""
    text = t(
        "setup-done",
        name=escape(strategy.name),
        channel=f"<#{strategy.channel_id}>",
        place=t.place(strategy.zone),
        day=t.weekday(strategy.digest_weekday),
        at=t.wall(strategy.digest_at),
    )
    steps = actions(
        button(t("objective-new"), "objective.new", style="primary"),
        button(t("button-import"), "import.help"),
        button(t("button-add-post"), "post.add"),
    )
    meta = {"channel": strategy.channel_id}
    return modal("setup-done", t("setup-title"), [section(text), steps], close=t("button-close"), meta=meta)


def introduction(strategy: Strategy, by: Member) -> Outgoing:
    """The first message in the channel: what will come, when, and who asked for it."""
    t = translator_of(strategy)
    text = t(
        "setup-introduction",
        name=escape(strategy.name),
        who=mention(by.id),
        day=t.weekday(strategy.digest_weekday),
        at=t.wall(strategy.digest_at),
        place=t.place(strategy.zone),
    )
    return Outgoing(text=text, blocks=[section(text), context(t("setup-introduction-how"))])


def zone_choices(t: Translator, first: Iterable[str]) -> list[Choice]:
    ordered = list(dict.fromkeys([*first, *ZONES]))
    return [(f"{t.place(zone)} · {zone}"[:OPTION], zone) for zone in ordered[:CHOICES]]


def languages(own: str) -> list[Choice]:
    known = [("English", "en-US"), ("English (UK)", "en-GB"), ("Français", "fr-FR"), ("Français (Canada)", "fr-CA")]
    return known if own in {value for _, value in known} else [*known, (own, own)]


def weekday_menu(t: Translator, chosen: int) -> StaticSelectMenu:
    return menu("digest_weekday", [(t.weekday(n), str(n)) for n in range(7)], chosen=str(chosen))


def clock_of(text: str) -> time:
    """A picker's `09:30`."""
    return time.fromisoformat(text)
