"""What a member did, as a part of a sentence: which thing, and what it was before."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from bot.domain.kpi.formulas import COST_OF
from bot.domain.plan_parts import Policy
from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import PostKind
from bot.domain.strategy import Kpi, Platform
from bot.i18n import Translator
from bot.services.kpi.figure_words import based
from bot.services.undo.deeds import Deed, DeedPart, PartKind
from bot.services.undo.values import converter
from handlers.views.kit import clip, mention, safe
from handlers.views.lengths import GLIMPSE, PHRASE
from handlers.views.plan_words import policy_name
from handlers.views.post.history import action_in_words

NAMED = 4
"""Posts, and fields of one, that are named one by one."""
Values = Mapping[str, Any]


def deed_in_words(t: Translator, deed: Deed) -> str:
    """Of what is in it: give only the parts that are meant."""
    if deed.has(PartKind.POST):
        return _posts(t, deed)
    if deed.has(PartKind.KEPT) or deed.has(PartKind.ANSWER):
        return _kept(t, deed)
    part = deed.parts[0]
    return THINGS[part.kind](t, part)


def _posts(t: Translator, deed: Deed) -> str:
    posts = sorted(deed.post_ids, key=lambda each: int(each[1:]))
    what = action_in_words(t, deed.what)
    if len(posts) > NAMED:
        return t("undo-deed-many", count=len(posts), what=what)
    if len(posts) == 1 and deed.what == "edited" and (edited := edited_fields(deed.parts[0])):
        what = t("history-with", what=what, note=t.listing(t(f"field-{each}") for each in edited))
    return t("undo-deed-posts", posts=t.listing(posts), what=what)


def edited_fields(part: DeedPart) -> list[str]:
    """The first of those that an edit has in its form."""
    return [each for each in names_with(Trait.EDITED) if each in (part.before or {})][:NAMED]


# --- numbers


def _numbers(t: Translator, part: DeedPart) -> str:
    names = dict.fromkeys([*(part.before or {}), *(part.after or {})])
    said = [_count(t, name, (part.before or {}).get(name), (part.after or {}).get(name)) for name in names]
    what = f"{part.also} ({t.listing(said, 'unit')})" if said else part.also
    return t("undo-deed-counts", what=what)


def _count(t: Translator, name: str, was: float | None, now: float | None) -> str:
    was_said, now_said = (None if each is None else t.number(each) for each in (was, now))
    return _changed(t, t(f"count-{name}"), was_said, now_said)


def _changed(t: Translator, name: str, was: str | None, now: str | None) -> str:
    """ "reach 500 (was 400)", "reach 500", "reach taken off (was 400)"."""
    if was is None:
        return t("undo-value", name=name, now=now or "")
    return t("undo-value-off" if now is None else "undo-value-was", name=name, now=now or "", was=was)


# --- objectives


def _objective(t: Translator, part: DeedPart) -> str:
    before, after = part.before or {}, part.after or {}
    statement = safe(str((after or before).get("statement", "")), GLIMPSE)
    key = f"undo-deed-{part.what}"
    more = {"target": _targets, "objective-edited": _fields_of_objective, "objective-result": _result}.get(part.what)
    said = t.listing(more(t, before, after), "unit") if more else ""
    return t(key, objective=part.key, statement=statement, what=said) if t.has(key) else t("undo-deed-plan")


def _targets(t: Translator, before: Values, after: Values) -> list[str]:
    was, now = ({each["kpi"]: each["value"] for each in of.get("targets", ())} for of in (before, after))
    changed = [name for name in dict.fromkeys([*now, *was]) if was.get(name) != now.get(name)]
    return [_changed(t, t(f"kpi-{name}"), _aimed(t, name, was), _aimed(t, name, now)) for name in changed]


def _aimed(t: Translator, name: str, of: Values) -> str | None:
    if name not in of:
        return None
    kpi, value = Kpi(name), float(of[name])
    return t.number(round(value, 2)) if kpi in COST_OF else based(t, kpi, value)


def _fields_of_objective(t: Translator, before: Values, after: Values) -> list[str]:
    changed = [name for name in OBJECTIVE_VALUES if before.get(name) != after.get(name)]
    return [part for name in changed for part in OBJECTIVE_VALUES[name](t, before, after)]


def _result(t: Translator, before: Values, after: Values) -> list[str]:
    was, now = (safe(str(of.get("result") or ""), GLIMPSE) for of in (before, after))
    return [_changed(t, "", quoted(t, was) if was else None, quoted(t, now)).strip()]


def _statement(t: Translator, before: Values, after: Values) -> list[str]:
    was, now = (quoted(t, safe(str(of["statement"]), GLIMPSE)) for of in (before, after))
    return [_changed(t, t("undo-field-statement"), was, now)]


def _deadline(t: Translator, before: Values, after: Values) -> list[str]:
    was, now = (t.day(date.fromisoformat(of["deadline"])) if of.get("deadline") else None for of in (before, after))
    return [_changed(t, t("undo-field-deadline"), was, now)]


def _only_name(name: str) -> Callable[[Translator, Values, Values], list[str]]:
    return lambda t, before, after: [t(f"undo-field-{name}")]


OBJECTIVE_VALUES: Mapping[str, Callable[[Translator, Values, Values], list[str]]] = MappingProxyType(
    {
        "statement": _statement,
        "kind": _only_name("kind"),
        "deadline": _deadline,
        "targets": _targets,
        "platforms": _only_name("platforms"),
        "resources": _only_name("resources"),
    }
)


def quoted(t: Translator, text: str) -> str:
    return t("undo-quoted", text=text)


# --- the plan


def _plan(t: Translator, part: DeedPart) -> str:
    key = f"undo-deed-{part.what}"
    if not t.has(key):
        return t("undo-deed-plan")
    before, after = part.before or {}, part.after or {}
    if part.what in VALUES:
        said = [each for name in VALUES[part.what] for each in VALUES[part.what][name](t, before, after)]
        return t(key, count=len(said), what=t.listing(said, "unit"))
    was, now = _items(before, after, part.what)
    names = [_name_of(t, part.what, each) for each in now] or [_name_of(t, part.what, each) for each in was]
    old = [_name_of(t, part.what, each) for each in was]
    is_new = bool(now) and not was
    if len(old) == len(names) == 1 and old != names:
        names = [_changed(t, "", old[0], names[0]).strip()]
    return t(key, what=t.listing(names), new="new" if is_new else "changed")


LISTS = {"platform": "platforms", "policy": "policies", "theme": "themes", "day": "days", "tool": "tools"}
"""The word of a deed, and the list of the plan that it changes."""


def _items(before: Values, after: Values, what: str) -> tuple[list[Values], list[Values]]:
    """Those of the list that are only in the one, and only in the other."""
    name = LISTS.get(what) or what.removesuffix("-dropped")
    name = LISTS.get(name, name)
    was, now = before.get(name) or [], after.get(name) or []
    return [each for each in was if each not in now], [each for each in now if each not in was]


def _name_of(t: Translator, what: str, item: Values) -> str:
    if what.startswith("platform"):
        return t.platform(Platform(item["platform"]))
    if what.startswith("polic"):
        return policy_name(t, converter().structure(dict(item), Policy))
    return safe(str(item["name"]), GLIMPSE)


def _limit(name: str) -> Callable[[Translator, Values, Values], list[str]]:
    def said(t: Translator, before: Values, after: Values) -> list[str]:
        was, now = (of.get("limits", {}) for of in (before, after))
        if was.get(name) == now.get(name):
            return []
        return [_changed(t, t(f"undo-field-{name}"), *(_amount(t, name, of) for of in (was, now)))]

    return said


def _amount(t: Translator, name: str, limits: Values) -> str | None:
    value = limits.get(name)
    if value is None:
        return None
    return t.number(value) if name == "posts_a_day" else t.money(value, limits["currency"])


def _campaigns(t: Translator, before: Values, after: Values) -> list[str]:
    limits = [of.get("limits", {}) for of in (before, after)]
    was, now = ({each["name"]: each["amount"] for each in of.get("campaigns", ())} for of in limits)
    money = [of.get("currency", "EUR") for of in limits]
    return [
        _changed(
            t,
            safe(name, GLIMPSE),
            t.money(was[name], money[0]) if name in was else None,
            t.money(now[name], money[1]) if name in now else None,
        )
        for name in dict.fromkeys([*now, *was])
        if was.get(name) != now.get(name)
    ]


def _manager(t: Translator, before: Values, after: Values) -> list[str]:
    if "manager_id" not in after:
        return []
    return [_changed(t, t("undo-field-manager_id"), mention(before["manager_id"]), mention(after["manager_id"]))]


def _country(t: Translator, before: Values, after: Values) -> list[str]:
    if "country" not in after:
        return []
    was, now = (t.country(of["country"]) if of.get("country") else None for of in (before, after))
    return [_changed(t, t("undo-field-country"), was, now)]


def _turned(name: str) -> Callable[[Translator, Values, Values], list[str]]:
    return lambda t, before, after: [t(f"undo-field-{name}")] if name in after else []


def _care(name: str) -> Callable[[Translator, Values, Values], list[str]]:
    def said(t: Translator, before: Values, after: Values) -> list[str]:
        was, now = (of.get("care", {}).get(name) for of in (before, after))
        return [] if was == now else [t(f"undo-field-{name}")]

    return said


VALUES: Mapping[str, Mapping[str, Callable[[Translator, Values, Values], list[str]]]] = MappingProxyType(
    {
        "limits": {
            "posts_a_day": _limit("posts_a_day"),
            "spend_a_month": _limit("spend_a_month"),
            "campaigns": _campaigns,
        },
        "care": {name: _care(name) for name in ("working_days", "opens", "closes", "due_days", "forget_days")},
        "people": {
            "manager_id": _manager,
            "country": _country,
            **{name: _turned(name) for name in ("review_required", "review_again_after_change", "thread_per_post")},
        },
    }
)


# --- rows of tables of their own


def _kept(t: Translator, deed: Deed) -> str:
    key, which = f"undo-deed-{deed.what}", clip(t.listing([each.key for each in deed.parts]), PHRASE)
    return t(key, what=which) if t.has(key) else which


THINGS: Mapping[PartKind, Callable[[Translator, DeedPart], str]] = MappingProxyType(
    {PartKind.PLAN: _plan, PartKind.OBJECTIVE: _objective, PartKind.NUMBERS: _numbers}
)


# --- what a post has again


def values_again(t: Translator, part: DeedPart, now: Values, *, zone: str) -> list[str]:
    """Of each field that has a short value: what it is again, and what it was until *now* (JSON, as `part.before`)."""
    before = part.before or {}
    names = [each for each in POST_VALUES if each in before and before[each] != now.get(each)][:NAMED]
    return [
        t(
            "undo-again",
            name=t(f"field-{name}"),
            now=POST_VALUES[name](t, before[name], zone),
            was=POST_VALUES[name](t, now.get(name), zone),
        )
        for name in names
    ]


def _text(t: Translator, value: Any, zone: str) -> str:
    return quoted(t, safe(str(value), GLIMPSE)) if value else t("undo-empty")


def _person(t: Translator, value: Any, zone: str) -> str:
    return mention(value) if value else t("nobody")


def _due(t: Translator, value: Any, zone: str) -> str:
    return t.moment(datetime.fromisoformat(value["at"]), zone=zone) if value else t("undo-empty")


def _labels(t: Translator, value: Sequence[str], zone: str) -> str:
    return safe(", ".join(value), GLIMPSE) if value else t("undo-empty")


POST_VALUES: Mapping[str, Callable[[Translator, Any, str], str]] = MappingProxyType(
    {
        "title": _text,
        "platform": lambda t, value, zone: t.platform(Platform(value)),
        "kind": lambda t, value, zone: t.kind(PostKind(value)) if value else t("undo-empty"),
        "due": _due,
        "owner_id": _person,
        "theme": _text,
        "campaign": _text,
        "labels": _labels,
    }
)
