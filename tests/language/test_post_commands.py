"""What `/post` understands, in both languages, on Wednesday 25 November 2026 at 09:00 in Paris."""

from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.moments import Due
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.language import parse_post
from bot.language.requests import (
    ME,
    AddPost,
    ApprovePost,
    AssignPost,
    CancelPost,
    EditPost,
    ExportPosts,
    Help,
    IdeaPost,
    ImportPosts,
    ListPosts,
    ListScope,
    MoveDay,
    MovePost,
    OpenForm,
    PostRequest,
    PublishPost,
    ReopenPost,
    ReviewPost,
    ShowPost,
    Span,
)
from bot.language.undo import UndoPost

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
FRIDAY, MONDAY, TUESDAY = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)
NEXT_WEEK = Span(name="week", first=date(2026, 11, 30), last=date(2026, 12, 6))


def parse(text: str) -> PostRequest:
    return parse_post(text, now=NOW, zone=PARIS)


def said(request: PostRequest) -> dict[str, Any]:
    """The fields that differ from a request of which nothing was typed."""
    empty = MoveDay(day=date.min, to=date.min) if isinstance(request, MoveDay) else type(request)()
    return {
        each.name: getattr(request, each.name)
        for each in fields(request)
        if each.name != "typed" and getattr(request, each.name) != getattr(empty, each.name)
    }


def at(day: date, hour: int, minute: int = 0) -> dict[str, Any]:
    clock = time(hour, minute)
    return {"due": Due.local(day, clock, PARIS), "day": day, "clock": clock}


SPRING = {"title": "Spring contest", "platform": Platform.INSTAGRAM}
PRINTEMPS = {"title": "Concours de printemps", "platform": Platform.INSTAGRAM}

ADDED = {
    'add "Spring contest" on instagram by <@U123|amy> due tue 10:00 kind contest': SPRING
    | at(TUESDAY, 10)
    | {"owner_id": "U123", "kind": PostKind.CONTEST},
    'add "Spring contest" on instagram by @amy due tue 10': SPRING | at(TUESDAY, 10) | {"owner_name": "amy"},
    "add “Spring contest” due tue 10 on insta": SPRING | at(TUESDAY, 10),
    "add 'Spring contest' ig tue 10": SPRING | at(TUESDAY, 10),
    "new Spring contest on ig tuesday 10:00 by me": SPRING | at(TUESDAY, 10) | {"owner_id": ME},
    "add Spring contest on instagram": SPRING,
    "add Spring contest instagram tue 10:00": SPRING | at(TUESDAY, 10),
    'add title: "Spring contest" platform: instagram due: tue 10': SPRING | at(TUESDAY, 10),
    "add \"It is 'on' now\" on x": {"title": "It is 'on' now", "platform": Platform.X},
    "add 'It's here' on x tomorrow noon": {"title": "It's here", "platform": Platform.X} | at(date(2026, 11, 26), 12),
    'add "A" on ig text: Bonjour &amp; <https://lune.example/a|lune.example> à tous': {
        "title": "A",
        "platform": Platform.INSTAGRAM,
        "text": "Bonjour & https://lune.example/a à tous",
    },
    'add "A" on ig text "B" tue 10': {"title": "A", "platform": Platform.INSTAGRAM, "text": "B"} | at(TUESDAY, 10),
    'add "A" "B" on linkedin': {"title": "A", "text": "B", "platform": Platform.LINKEDIN},
    'add "A" on fb theme: spring #sale #2026': {
        "title": "A",
        "platform": Platform.FACEBOOK,
        "theme": "spring",
        "labels": ("sale", "2026"),
    },
    'add "A" on google my business campaign "Winter sale"': {
        "title": "A",
        "platform": Platform.GOOGLE_BUSINESS,
        "theme": "Winter sale",
    },
    'add "A" 25/12 18:00': {"title": "A"} | at(date(2026, 12, 25), 18),
    'add "A" on linkedin in 2 hours': {"title": "A", "platform": Platform.LINKEDIN} | at(date(2026, 11, 25), 11),
    'add "A" on linkedin due in three weeks': {"title": "A", "platform": Platform.LINKEDIN, "day": date(2026, 12, 16)},
    'add "A" on ig by friday 10am': {"title": "A", "platform": Platform.INSTAGRAM} | at(FRIDAY, 10),
    'add "A" at 10:00 on ig friday': {"title": "A", "platform": Platform.INSTAGRAM} | at(FRIDAY, 10),
    'add "A" 18:00': {"title": "A"} | at(date(2026, 11, 25), 18),
    'add "A" friday': {"title": "A", "day": FRIDAY},
    "add Black Friday sale on fb by me due friday 10:00": {
        "title": "Black Friday sale",
        "platform": Platform.FACEBOOK,
        "owner_id": ME,
    }
    | at(FRIDAY, 10),
    "add Black Friday on fb": {"title": "Black Friday", "platform": Platform.FACEBOOK},
    "add Contest of the month on facebook fri 10:00": {
        "title": "Contest of the month",
        "platform": Platform.FACEBOOK,
        "kind": PostKind.CONTEST,
    }
    | at(FRIDAY, 10),
    "add How Facebook works on linkedin": {"title": "How Facebook works", "platform": Platform.LINKEDIN},
    "add contest on instagram": {"kind": PostKind.CONTEST, "platform": Platform.INSTAGRAM},
    "add": {},
    "ajouter « Concours de printemps » sur insta par <@U123> le mardi 10h genre concours": PRINTEMPS
    | at(TUESDAY, 10)
    | {"owner_id": "U123", "kind": PostKind.CONTEST},
    "ajouter Concours de printemps sur instagram mardi 10 h": PRINTEMPS | at(TUESDAY, 10) | {"kind": PostKind.CONTEST},
    "ajoute «Concours de printemps» sur Instagram pour vendredi midi": PRINTEMPS | at(FRIDAY, 12),
    "AJOUTER «Concours de printemps» instagram mar. 1 déc. 10 h 30": PRINTEMPS | at(TUESDAY, 10, 30),
    "ajouter «Concours de printemps» sur instagram par moi demain 9h texte: Bonjour !": PRINTEMPS
    | at(date(2026, 11, 26), 9)
    | {"owner_id": ME, "text": "Bonjour !"},
    "ajouter Offre du vendredi sur facebook mardi 9h": {
        "title": "Offre du vendredi",
        "platform": Platform.FACEBOOK,
        "kind": PostKind.PROMOTION,
    }
    | at(TUESDAY, 9),
    "ajouter «L’été» sur le blogue thème: été": {"title": "L’été", "platform": Platform.BLOG, "theme": "été"},
    '"Spring contest" on ig': SPRING,
}


@pytest.mark.parametrize(("text", "expected"), ADDED.items())
def test_a_post_is_added_from_one_line(text: str, expected: dict[str, Any]) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert said(request) == expected


PARTLY = {
    "add contest tuesdayish": ("tuesdayish",),
    'add "A" on instagram due tuesdayish': ("due tuesdayish",),
    'add "A" on instagram on facebook': ("on facebook",),
    'add "A" something else on instagram friday 10:00 really now': ("something else", "really now"),
    'add "A" on myspace': ("on myspace",),
    'add "A" tue 10:00 wed 11:00': ("wed 11:00",),
    'add "A" on ig <#C123|general>': ("#general",),
    'add "A" "B" "C"': ('"C"',),
    'ajouter "A" sur insta friday midnight': ("midnight",),
    'add "A" on instagram 31/02 8:00': ("31/02",),
    'ajouter "A" sur insta 24-12 7h': ("24-12",),
    'ajouter "A" sur insta une fois par semaine 7h': ("une fois par semaine",),
}


@pytest.mark.parametrize(("text", "pieces"), PARTLY.items())
def test_what_is_not_understood_is_kept_as_it_was_typed(text: str, pieces: tuple[str, ...]) -> None:
    assert parse(text).not_understood == pieces


def test_a_time_beside_a_day_that_was_not_understood_is_not_taken_for_todays() -> None:
    request = parse('ajouter "A" sur insta 24-12 7h')

    assert isinstance(request, AddPost)
    assert (request.day, request.due, request.clock) == (None, None, time(7))


def test_a_lone_kind_and_a_slip_leave_the_form_filled_in() -> None:
    request = parse("add contest tuesdayish")

    assert said(request) == {
        "kind": PostKind.CONTEST,
        "title": "contest tuesdayish",
        "not_understood": ("tuesdayish",),
    }


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ('add "A" on ig tue 10', True),
        ('add "A" on ig', True),
        ('add "A" on ig friday', False),
        ('add "A" tue 10', False),
        ("add on ig tue 10", False),
        ('add "A" on ig tue 10 banana', False),
        ('add "A" on ig tue 10 by @amy', False),
        ('add "A" on ig tue 10 by <@U1>', True),
    ],
)
def test_a_post_is_complete_with_a_title_a_platform_and_no_open_question(text: str, complete: bool) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert request.is_complete is complete


OTHERS: dict[str, PostRequest] = {
    "": OpenForm(),
    "   ": OpenForm(),
    "help": Help(),
    "aide": Help(),
    "?": Help(),
    "help add": Help(about="add"),
    "aide déplacer": Help(about="move"),
    "move help": Help(about="move"),
    "foo bar": Help(not_understood=("foo bar",)),
    "idea New recipe on blog": IdeaPost(title="New recipe", platform=Platform.BLOG),
    "idea contest with pies": IdeaPost(title="contest with pies", kind=PostKind.CONTEST),
    "idée Nouvelle recette": IdeaPost(title="Nouvelle recette"),
    "list": ListPosts(),
    "liste": ListPosts(),
    "mine": ListPosts(scope=ListScope.MINE),
    "list mine": ListPosts(scope=ListScope.MINE),
    "liste mes publications": ListPosts(scope=ListScope.MINE),
    "list all": ListPosts(scope=ListScope.ALL),
    "liste toutes": ListPosts(scope=ListScope.ALL),
    "list overdue": ListPosts(scope=ListScope.OVERDUE),
    "liste en retard": ListPosts(scope=ListScope.OVERDUE),
    "list without owner": ListPosts(scope=ListScope.UNOWNED),
    "list week": ListPosts(span=Span(name="week", first=date(2026, 11, 23), last=date(2026, 11, 29))),
    "list next week": ListPosts(span=NEXT_WEEK),
    "liste semaine prochaine": ListPosts(span=NEXT_WEEK),
    "list month": ListPosts(span=Span(name="month", first=date(2026, 11, 1), last=date(2026, 11, 30))),
    "list december": ListPosts(span=Span(name="month", first=date(2026, 12, 1), last=date(2026, 12, 31))),
    "list 24/12..2/1": ListPosts(span=Span(name="days", first=date(2026, 12, 24), last=date(2027, 1, 2))),
    "list tomorrow": ListPosts(span=Span(name="day", first=date(2026, 11, 26), last=date(2026, 11, 26))),
    "list on x": ListPosts(platform=Platform.X),
    "list instagram by <@U9>": ListPosts(platform=Platform.INSTAGRAM, owner_id="U9"),
    "liste de @bob": ListPosts(owner_name="bob"),
    "list drafts": ListPosts(state=PostState.DRAFT),
    "liste approuvées sur facebook": ListPosts(state=PostState.APPROVED, platform=Platform.FACEBOOK),
    "list contest": ListPosts(kind=PostKind.CONTEST),
    "list all banana": ListPosts(scope=ListScope.ALL, not_understood=("banana",)),
    "P12": ShowPost(post_id="P12"),
    "12": ShowPost(post_id="P12"),
    "show p12": ShowPost(post_id="P12"),
    "voir #12": ShowPost(post_id="P12"),
    "show 012": ShowPost(post_id="P12"),
    "show post 12": ShowPost(post_id="P12"),
    "show": ShowPost(),
    "show banana": ShowPost(not_understood=("banana",)),
    'edit P12 title "New"': EditPost(post_id="P12", title="New"),
    "modifier P12 vendredi 10h": EditPost(post_id="P12", **at(FRIDAY, 10)),
    "edit P12": EditPost(post_id="P12"),
    "edit P12 banana": EditPost(post_id="P12", not_understood=("banana",)),
    "move P12 friday 10:00": MovePost(post_id="P12", **at(FRIDAY, 10)),
    "move 12 to fri": MovePost(post_id="P12", day=FRIDAY),
    "déplacer P12 à 10h": MovePost(post_id="P12", clock=time(10)),
    "P12 move fri 10:00": MovePost(post_id="P12", **at(FRIDAY, 10)),
    "reporter P12 de 2 jours": MovePost(post_id="P12", by_days=2),
    "reporter P12 d’une semaine": MovePost(post_id="P12", by_days=7),
    "move P12 by a day": MovePost(post_id="P12", by_days=1),
    "move P12 +1w": MovePost(post_id="P12", by_days=7),
    "move P12 +2 weeks": MovePost(post_id="P12", by_days=14),
    "move P12 -2 days": MovePost(post_id="P12", by_days=-2),
    "move P12 two days earlier": MovePost(post_id="P12", by_days=-2),
    "P12 bring forward by a week": MovePost(post_id="P12", by_days=-7),
    "avancer P12 de 2 jours": MovePost(post_id="P12", by_days=-2),
    "avance P12 d’une semaine": MovePost(post_id="P12", by_days=-7),
    "avancer P12 à vendredi": MovePost(post_id="P12", day=FRIDAY),
    "avancer P12 de 2 jours plus tard": MovePost(post_id="P12", by_days=2),
    "repousser P12 de quinze jours": MovePost(post_id="P12", by_days=14),
    "décale P12 de 3 jours plus tôt": MovePost(post_id="P12", by_days=-3),
    "move P12 2 days": MovePost(post_id="P12", by_days=2),
    "move P12 in 2 days": MovePost(post_id="P12", day=FRIDAY),
    "move P12 to in three weeks at 10": MovePost(post_id="P12", **at(date(2026, 12, 16), 10)),
    "move P12 whenever": MovePost(post_id="P12", not_understood=("whenever",)),
    "move friday": MovePost(day=FRIDAY),
    "assign P12 to <@U7|bob>": AssignPost(post_id="P12", owner_id="U7"),
    "confier P12 à @bob": AssignPost(post_id="P12", owner_name="bob"),
    "assign P12 me": AssignPost(post_id="P12", owner_id=ME),
    "hand over P12 to <@U7>": AssignPost(post_id="P12", owner_id="U7"),
    "assign P12": AssignPost(post_id="P12"),
    "done P12 https://x.com/1": PublishPost(post_id="P12", link="https://x.com/1"),
    "done <https://x.com/1?a=b&amp;c=d|x.com/1> P12": PublishPost(post_id="P12", link="https://x.com/1?a=b&c=d"),
    "done https://x.com/1 12": PublishPost(post_id="P12", link="https://x.com/1"),
    "done 12 <https://x.com/1>": PublishPost(post_id="P12", link="https://x.com/1"),
    "P12 done https://x.com/1": PublishPost(post_id="P12", link="https://x.com/1"),
    "P12 https://x.com/1": PublishPost(post_id="P12", link="https://x.com/1"),
    "publiée P12 instagram.com/p/abc": PublishPost(post_id="P12", link="https://instagram.com/p/abc"),
    "fait P12 https://x.com/1 hier 16h": PublishPost(
        post_id="P12", link="https://x.com/1", **at(date(2026, 11, 24), 16)
    ),
    "done P12 https://x.com/1 at 8:04": PublishPost(
        post_id="P12", link="https://x.com/1", **at(date(2026, 11, 25), 8, 4)
    ),
    "done": PublishPost(),
    "done P12 not a link": PublishPost(post_id="P12", not_understood=("not a link",)),
    "move friday to monday": MoveDay(day=FRIDAY, to=MONDAY),
    "move all posts from friday to monday": MoveDay(day=FRIDAY, to=MONDAY),
    "move all friday posts to monday": MoveDay(day=FRIDAY, to=MONDAY),
    "move the whole day of 27/11 to 30/11": MoveDay(day=FRIDAY, to=MONDAY),
    "déplacer toutes les publications de vendredi à lundi": MoveDay(day=FRIDAY, to=MONDAY),
    "déplacer la journée du vendredi 27 novembre au lundi 30 novembre": MoveDay(day=FRIDAY, to=MONDAY),
    "déplacer les publications du 27/11 au 30/11": MoveDay(day=FRIDAY, to=MONDAY),
    "déplacer toutes les publications d’aujourd’hui à lundi": MoveDay(day=date(2026, 11, 25), to=MONDAY),
    "move friday vers le 30": MoveDay(day=FRIDAY, to=MONDAY),
    "move all posts to monday": MovePost(day=MONDAY, not_understood=("all",)),
    "cancel P12 because the client said no": CancelPost(post_id="P12", reason="the client said no"),
    "annuler P12": CancelPost(post_id="P12"),
    "reopen P12": ReopenPost(post_id="P12"),
    "rouvrir 12": ReopenPost(post_id="P12"),
    "undo": UndoPost(),
    "undo P12": UndoPost(post_id="P12"),
    "défaire 12": UndoPost(post_id="P12"),
    "take back p12": UndoPost(post_id="P12"),
    "undo the last action": UndoPost(),
    "annule la dernière action": UndoPost(),
    "undo everything": UndoPost(not_understood=("everything",)),
    "review P12 <@U5>": ReviewPost(post_id="P12", reviewer_id="U5"),
    "relecture P12 par @bob": ReviewPost(post_id="P12", reviewer_name="bob"),
    "review P12 <@U5> please check the price": ReviewPost(
        post_id="P12", reviewer_id="U5", note="please check the price"
    ),
    "approve P12, looks good, thanks!": ApprovePost(post_id="P12"),
    "approuver P12 très bien": ApprovePost(post_id="P12"),
    "approve P12 but only on friday": ApprovePost(post_id="P12", not_understood=("but only on friday",)),
    "approve P12": ApprovePost(post_id="P12"),
    "approuver p12": ApprovePost(post_id="P12"),
    "import": ImportPosts(),
    "importer": ImportPosts(),
    "export": ExportPosts(),
    "exporter agenda google": ExportPosts(layout="ics"),
    "exporter semaine prochaine instagram": ExportPosts(span=NEXT_WEEK, platform=Platform.INSTAGRAM),
}


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_the_other_verbs(text: str, expected: PostRequest) -> None:
    request = parse(text)

    assert type(request) is type(expected)
    assert said(request) == said(expected)


def test_the_whole_text_stays_with_the_request() -> None:
    assert (
        parse('add "A &amp; B" on <https://x.com/1|x> by <@U1|amy>').typed == 'add "A & B" on https://x.com/1 by @amy'
    )


@pytest.mark.parametrize("text", ['add "A" today 8:00', "move P12 yesterday", 'add "A" 8:00', "edit P12 24/11/2026"])
def test_a_moment_that_has_passed_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(text)

    assert refused.value.key == "moment-past"


def test_words_that_look_like_a_past_moment_may_be_a_title() -> None:
    request = parse("add Hier encore on youtube")

    assert said(request) == {"title": "Hier encore", "platform": Platform.YOUTUBE}


@pytest.mark.parametrize(
    ("text", "changes"), [("edit P12 theme: spring", True), ("edit P12", False), ("edit P12 #sale", True)]
)
def test_an_edit_knows_whether_it_changes_anything(text: str, changes: bool) -> None:
    request = parse(text)

    assert isinstance(request, EditPost)
    assert request.has_changes is changes


TYPED = """
    add list move done edit P12 12 "A" on by due instagram tue 10 10:00 « text: kind contest <@U1>
    <https://x.com/1> &amp; le à h mar 1er de 2 jours in three weeks next week #sale ' ’ 25/12 .. - @amy me
    w48 by +
"""
WORDS = st.sampled_from(TYPED.split())


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join)), st.booleans())
def test_any_text_gives_a_request_or_a_refusal(text: str, french: bool) -> None:
    try:
        refusal, request = "", parse_post(text, now=NOW, zone=PARIS, french=french)
    except UserError as refused:
        refusal, request = refused.key, None

    assert request is not None or refusal in {"moment-past", "moment-weekday", "days-backwards"}


TITLES = st.text(st.characters(exclude_characters='"“”«»<>&', exclude_categories=["Z", "C"]), min_size=1, max_size=30)


@given(TITLES, st.sampled_from(list(Platform)), st.datetimes(datetime(2026, 11, 26), datetime(2027, 8, 1)))  # noqa: DTZ001
def test_a_line_in_full_reads_as_what_it_says(title: str, platform: Platform, moment: datetime) -> None:
    request = parse(f'add "{title}" on {platform} due {moment:%Y-%m-%d %H:%M}')

    assert isinstance(request, AddPost)
    assert (request.title, request.platform) == (title, platform)
    assert request.due is not None
    assert request.due.wall == moment.isoformat(timespec="minutes")[:16]


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6), st.sampled_from(["add", "idea", "edit P7", "list"]))
def test_a_word_without_meaning_is_never_lost(before: list[str], after: list[str], verb: str) -> None:
    try:
        request = parse(" ".join([verb, *before, "xyzzy", *after]))
    except UserError:
        return

    kept = [str(getattr(request, each.name)) for each in fields(request) if each.name != "typed"]
    assert any("xyzzy" in each for each in kept)
