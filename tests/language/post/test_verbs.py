"""What is typed after /post about a post that exists, and rules that hold for any text."""

from dataclasses import fields
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.moments import Shift
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.language import parse_post
from bot.language.post.undo import Undo
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
from tests.language.post.test_commands import FRIDAY, MONDAY, NEXT_WEEK, NOW, PARIS, at, parse, said

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
    "list late": ListPosts(scope=ListScope.OVERDUE),
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
    "reporter P12 de 2 jours": MovePost(post_id="P12", by=Shift(days=2)),
    "reporter P12 d’une semaine": MovePost(post_id="P12", by=Shift(days=7)),
    "move P12 by a day": MovePost(post_id="P12", by=Shift(days=1)),
    "move P12 +1w": MovePost(post_id="P12", by=Shift(days=7)),
    "move P12 +2 weeks": MovePost(post_id="P12", by=Shift(days=14)),
    "move P12 -2 days": MovePost(post_id="P12", by=Shift(days=-2)),
    "move P12 two days earlier": MovePost(post_id="P12", by=Shift(days=-2)),
    "P12 bring forward by a week": MovePost(post_id="P12", by=Shift(days=-7)),
    "avancer P12 de 2 jours": MovePost(post_id="P12", by=Shift(days=-2)),
    "avance P12 d’une semaine": MovePost(post_id="P12", by=Shift(days=-7)),
    "avancer P12 à vendredi": MovePost(post_id="P12", day=FRIDAY),
    "avancer P12 de 2 jours plus tard": MovePost(post_id="P12", by=Shift(days=2)),
    "repousser P12 de quinze jours": MovePost(post_id="P12", by=Shift(days=14)),
    "décale P12 de 3 jours plus tôt": MovePost(post_id="P12", by=Shift(days=-3)),
    "move P12 2 days": MovePost(post_id="P12", by=Shift(days=2)),
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
    "undo": Undo(),
    "undo P12": Undo(post_id="P12"),
    "défaire 12": Undo(post_id="P12"),
    "take back p12": Undo(post_id="P12"),
    "undo the last action": Undo(),
    "annule la dernière action": Undo(),
    "undo everything": Undo(not_understood=("everything",)),
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
    "export all posts": ExportPosts(),
    "export my posts": ExportPosts(not_understood=("my",)),
    "export buffer @chloé": ExportPosts(layout="buffer", not_understood=("@chloé",)),
    "exporter les brouillons en décembre": ExportPosts(
        span=Span(name="month", first=date(2026, 12, 1), last=date(2026, 12, 31)), not_understood=("brouillons",)
    ),
    "export csv overdue": ExportPosts(layout="csv", not_understood=("overdue",)),
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
