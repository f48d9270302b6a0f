import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.platform_limits import Room
from bot.domain.post.checklists import checklist_of
from bot.domain.post.echo import Echo
from bot.domain.posts import Attachment, Change, Post, PostKind, PostState
from bot.domain.strategy import Objective, ObjectiveKind, Platform, PlatformPlan, Strategy
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.post.adding import PostFacts
from bot.services.post.lists import PAGE, Overview, PostFilter, PostPage
from handlers.views.post.card import (
    cancel_question,
    card_modal,
    card_text,
    next_buttons,
    post_card,
    text_modal,
    what_stands,
)
from handlers.views.post.forms import (
    Filled,
    adding_form,
    assigning_form,
    cancelling_form,
    editing_form,
    moving_form,
    publishing_form,
    somebody_was_faster,
    with_last_day_asked,
)
from handlers.views.post.history import changes_in_words, history_lines
from handlers.views.post.lists import (
    Can,
    list_modal,
    list_text,
    overview,
    overview_text,
    post_help,
    post_list,
)
from handlers.views.post.steps import made_moved_question
from handlers.views.post.text_to_copy import MESSAGE, PARTS, part_names, pieces
from handlers.views.post.understood import what_goes_along, what_was_understood
from tests import builders

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
ZONE = "America/Toronto"
ALL = Can(change=lambda post: True, add=True)
AMPERSANDS = "&" * 3000  # what grows most when it is made safe
READER = Member(id="UAMY", name="Amy", zone="America/Argentina/ComodRivadavia")
OBJECTIVES = tuple(Objective(id=f"O{n}", kind=ObjectiveKind.ENGAGEMENT, statement=AMPERSANDS) for n in range(1, 4))
STRATEGY = Strategy(
    id="S1",
    name="&" * 80,
    channel_id="CSOCIAL",
    zone=ZONE,
    manager_id="UAMY",
    objectives=OBJECTIVES,
    platforms=(PlatformPlan(platform=Platform.GOOGLE_BUSINESS),),
)
HISTORY = tuple(
    Change(at=NOW, by="U" + "X" * 10, what=what, note=note)
    for what, note in (
        ("added", ""),
        ("edited", "title,platform,kind,text,due,owner_id,objective_id,theme,labels,image,image_text,notes,link"),
        ("moved", "2026-11-23T10:00 Europe/Paris"),
        ("published", AMPERSANDS),
        ("assigned", "UXXXXXXXXXX"),
    )
)
LONGEST = Post(
    id="P123456",
    strategy_id="S1",
    title="&" * 150,
    platform=Platform.GOOGLE_BUSINESS,
    text="&" * 63206,
    kind=PostKind.RECRUITING,
    owner_id="UXXXXXXXXXX",
    due=Due(at=NOW - timedelta(days=40, hours=3), wall="2026-10-15T10:00", zone="Europe/Paris"),
    objective_id="O1",
    theme=AMPERSANDS,
    labels=("&" * 500,) * 20,
    notes=AMPERSANDS,
    image="https://example.com/" + "&" * 2900,
    image_text=AMPERSANDS,
    created_at=NOW,
    created_by="UXXXXXXXXXX",
    history=HISTORY,
    campaign="&" * 80,
    spend=123456.78,
    is_partnership=True,
    attachments=(Attachment(url="https://example.com/" + "&" * 1900, name="&" * 255, alt=AMPERSANDS),) * 10,
    checklist=checklist_of(PostKind.BLOG, date(2026, 12, 31), Platform) * 2,
)
NUMBERS = Counts(
    **dict.fromkeys(("impressions", "reach", "engagements", "reactions", "comments"), 123456789), spend=1.5
)
ECHOES = tuple(Echo(post=LONGEST, likeness=0.99) for _ in range(40))
MEASURED = Measurement(id="m", post_id=LONGEST.id, at=NOW, counts=NUMBERS)


@pytest.fixture(params=["en-US", "fr-CA", "fr-FR"])
def t(request) -> Translator:
    return Translator(request.param, "America/Argentina/ComodRivadavia")


def facts(post: Post = LONGEST, **more) -> PostFacts:
    known = {"strategy": STRATEGY, "room": Room(used=63206, limit=1500), "measurement": MEASURED, "undoable": 2}
    return PostFacts(post=post, **{**known, "twins": ("P1",) * 30, "echoes": ECHOES, **more})


def in_state(state: PostState) -> Post:
    live = {"published_at": NOW, "link": "https://example.com/" + "&" * 1900} if state is PostState.PUBLISHED else {}
    return replace(LONGEST, state=state, **live)


def words_of(blocks) -> str:
    return json.dumps(blocks, ensure_ascii=False)


# --- limits


@pytest.mark.parametrize("state", list(PostState))
def test_the_longest_card_fits_a_message_and_a_modal_in_every_state(t, state):
    known = facts(in_state(state))
    made = made_moved_question(t, LONGEST, [LONGEST] * 20, days=-999, can_change=True, now=NOW, zone=ZONE)
    above = {"notice": "*" + "&amp;" * 100 + "*", "asks": made}
    blocks = post_card(t, known, now=NOW, **above)

    assert check_message({"text": card_text(t, known, now=NOW), "blocks": blocks}) is None
    assert check_view(card_modal(t, known, now=NOW, **above)) is None
    assert check_view(text_modal(t, known)) is None


@pytest.mark.parametrize("character", ["😀", "é", "\n", "<", "\x07"])
def test_a_modal_holds_any_long_text(t, character):
    known = facts(replace(LONGEST, text=character * 63206))

    assert check_view(card_modal(t, known, now=NOW)) is None


def test_the_longest_list_fits_a_message_and_a_modal(t):
    every = PostFilter(owner_id="UXXXXXXXXXX", platform=Platform.GOOGLE_BUSINESS, kind=PostKind.RECRUITING)
    wanted = replace(every, state=PostState.IN_REVIEW, first=date(2026, 9, 30), last=date(2026, 12, 31))
    page = PostPage(posts=(LONGEST,) * PAGE, wanted=wanted, number=2, total=2000)
    shown = {"reader_id": "UAMY", "now": NOW, "zone": ZONE, "can": ALL}

    assert check_message({"text": list_text(t, page, reader_id="UAMY"), "blocks": post_list(t, page, **shown)}) is None
    assert check_view(list_modal(t, page, **shown, channel_id="CSOCIAL")) is None


def test_the_longest_overview_fits_a_message(t):
    found = Overview(
        late=(LONGEST,) * 30, today=(LONGEST,) * 30, next=(LONGEST,) * 30, undated=(LONGEST,) * 30,
        total=120, others=1000, unowned=1000,
    )  # fmt: skip

    blocks = overview(t, found, reader_id="UAMY", now=NOW, zone=ZONE, can=ALL)

    assert check_message({"text": overview_text(t, found), "blocks": blocks}) is None


def test_help_fits_a_message_whatever_was_typed(t):
    text, blocks = post_help(t, not_understood="&" * 500)

    assert check_message({"text": text, "blocks": blocks}) is None


def test_the_longest_forms_are_views_that_slack_takes(t):
    filled = Filled.of(replace(LONGEST, text="&" * 3000), READER)
    longest = replace(filled, text="&" * 3000 * PARTS)
    meta = {"channel": "CSOCIAL", "post": LONGEST.id, "seen": 999, "theme": "&" * 100, "labels": ["&" * 50] * 10}
    stands = what_stands(t, LONGEST, now=NOW, zone=ZONE)
    intro = somebody_was_faster(t, changes_in_words(t, HISTORY, zone=ZONE), now_is=stands)
    missed = what_was_understood(t, missing=AMPERSANDS, typed=AMPERSANDS)
    missed += what_goes_along(t, theme=str(meta["theme"]), labels=["&" * 50] * 10)
    room = Room(used=63206, limit=1500)

    views = [
        adding_form(t, filled, strategy=STRATEGY, meta=meta, intro=missed),
        adding_form(t, Filled(), strategy=STRATEGY, meta={**meta, "idea": True}),
        with_last_day_asked(t, adding_form(t, filled, strategy=STRATEGY, meta=meta, intro=missed)),
        editing_form(t, longest, post=LONGEST, strategy=STRATEGY, meta=meta, room=room, intro=intro),
        editing_form(t, filled, post=LONGEST, strategy=STRATEGY, meta=meta, room=room, intro=intro),
        editing_form(t, filled, post=in_state(PostState.PUBLISHED), strategy=STRATEGY, meta=meta, room=room),
        moving_form(t, LONGEST, day=date(2026, 11, 24), clock=time(9), now_is="x" * 100, meta=meta, intro=intro),
        assigning_form(t, LONGEST, chosen="UXXXXXXXXXX", meta=meta, intro=intro),
        publishing_form(t, [LONGEST], now=NOW, meta=meta, link="https://example.com/" + "&" * 2000),
        publishing_form(t, [LONGEST] * 100, now=NOW, meta=meta),
        cancelling_form(t, LONGEST, meta=meta),
    ]

    assert [check_view(each) for each in views] == [None] * len(views)


def test_the_question_before_cancelling_fits_a_message(t):
    text, blocks = cancel_question(t, LONGEST, reason=AMPERSANDS)

    assert check_message({"text": text, "blocks": blocks}) is None


# --- what the card says

EN = Translator("en-GB", "Europe/Paris")


def a_post(**more) -> Post:
    due = Due.local(date(2026, 12, 1), time(10), ZONE)
    return builders.a_post(12, **{"title": "Spring contest", "due": due, "owner_id": "UAMY", **more})


def card(post: Post, t: Translator = EN, **more) -> str:
    return words_of(post_card(t, facts(post, room=Room(used=214, limit=2200), twins=(), echoes=(), **more), now=NOW))


def test_the_card_names_the_strategys_time_where_the_readers_differs():
    assert "Tue 1 Dec 16:00 (10:00 in Toronto)" in card(a_post())
    assert "in Toronto" not in card(a_post(), Translator("en-CA", ZONE))


def test_a_late_post_says_so_in_words():
    assert "draft, late by 3 h 30" in card(a_post(due=Due.of(NOW - timedelta(hours=3, minutes=30), ZONE)))


def test_the_card_tells_how_many_characters_are_left():
    assert "214 of 2,200 characters, 1,986 left" in card(a_post())


def test_user_text_calls_nobody_and_starts_no_formatting():
    post = a_post(title="<!channel> *bold* <@UBOB>", notes="<!here>", state=PostState.PUBLISHED)

    shown = card(post) + card_text(EN, facts(post), now=NOW)

    assert "<!channel>" not in shown
    assert "<!here>" not in shown
    assert "<@UBOB>" not in shown
    assert "*bold*" not in shown


@pytest.mark.parametrize(
    ("state", "ids"),
    [
        (PostState.DRAFT, ["post.done", "post.edit", "post.move", "post.assign", "post.cancel"]),
        (PostState.PUBLISHED, ["kpi.log", "post.edit"]),
        (PostState.CANCELLED, ["post.reopen"]),
    ],
)
def test_the_buttons_are_those_of_the_state_with_undo_first_while_it_works(state, ids):
    post = a_post(state=state)

    assert [each.action_id for each in next_buttons(EN, facts(post, undoable=0), now=NOW)] == ids
    with_undo = [each.action_id for each in next_buttons(EN, facts(post), now=NOW)]
    assert with_undo == ["post.undo", *(each for each in ids if each != "post.cancel")]


def test_only_a_post_that_is_due_can_be_put_off():
    assert "post.later" in card(a_post(due=Due.of(NOW, ZONE)))
    assert "post.later" not in card(a_post())


def test_a_text_is_shown_whole_in_pieces_that_are_put_together_again():
    text = "\n".join(f"line {n} " + "x" * 200 for n in range(60))

    assert "".join(pieces(text)) == text
    assert all(len(each) <= 3000 for each in pieces(text))
    assert "".join(pieces("x" * 9001)) == "x" * 9001


def test_a_text_too_long_for_a_message_says_how_much_is_missing():
    post = a_post(text="x" * MESSAGE)

    assert "more characters do not fit here" in card(post)
    assert "do not fit" not in words_of(card_modal(EN, facts(post), now=NOW))


def test_known_zero_is_shown_and_unknown_is_not():
    measured = replace(MEASURED, counts=Counts(impressions=1200, shares=0))

    shown = card(a_post(), measurement=measured)

    assert "impressions 1,200" in shown
    assert "shares 0" in shown
    assert "comments" not in shown


def test_an_image_without_alternative_text_is_pointed_out():
    assert "no alternative text yet" in card(a_post(image="https://example.com/a.png"))
    assert "no alternative text" not in card(a_post(image="https://example.com/a.png", image_text="a cat"))


# --- history and lists


def test_history_is_told_newest_first_with_who_and_what():
    lines = history_lines(EN, replace(LONGEST, history=HISTORY[:3]), zone=ZONE)

    assert "moved, was Mon 23 Nov 10:00 (04:00 in Toronto)" in lines[0]
    assert "edited: title, platform, kind" in lines[1]
    assert lines[2].endswith("<@UXXXXXXXXXX> · added")


def test_older_history_is_counted():
    assert history_lines(EN, LONGEST, zone=ZONE)[-1] == "and 2 earlier changes"


def test_a_word_of_another_version_is_still_a_line():
    assert "changed" in changes_in_words(EN, [Change(at=NOW, by="", what="teleported")], zone=ZONE)[0]


def fields_of_text(post: Post):
    room = Room(used=len(post.text), limit=2200)
    form = editing_form(EN, Filled.of(post, READER), post=post, strategy=STRATEGY, meta={}, room=room)
    return form, [each for each in form["blocks"] if each.get("block_id", "").startswith("text")]


def test_a_long_text_has_several_fields_that_make_it_up_again():
    post = a_post(text="\n".join(f"line {n} " + "x" * 200 for n in range(60)))

    _, fields = fields_of_text(post)

    assert [each["block_id"] for each in fields] == part_names(len(fields))
    assert "".join(each["element"]["initial_value"] for each in fields) == post.text


def test_a_text_too_long_for_any_form_is_left_out_and_that_is_said():
    form, fields = fields_of_text(a_post(text="x" * (3000 * PARTS + 1)))

    assert fields == []
    assert "stays as it is" in words_of(form["blocks"])
