"""The table of a post's fields: every field has its row, its words, and a place wherever its kind of cell has one."""

from dataclasses import fields, replace

import pytest

from bot.domain.members import Member
from bot.domain.post.echo import said_by
from bot.domain.post.fields import COLUMNS, POST_FIELDS, Cell, Trait, names_with, texts_asked
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.i18n.catalogue import resources
from bot.services.exchange.columns import ALIASES, OWN
from bot.services.post.adding import NOT_PLAIN, Wish, plainly_given, wish_for
from handlers.views.post.forms import Filled

A_POST = Post(id="P1", strategy_id="S1", title="Tea", platform=Platform.X)
A_READER = Member(id="UBOB", name="Bob", zone="UTC", locale="en")
NAMES = {each.name for each in POST_FIELDS}


def test_every_field_of_a_post_has_one_row():
    assert sorted(each.name for each in POST_FIELDS) == sorted(each.name for each in fields(Post))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_field_that_people_read_of_has_its_word_in_both_catalogues(language):
    words = {entry.id.name for each in resources(language).values() for entry in each.body if hasattr(entry, "id")}
    told = {each.name for each in POST_FIELDS if each.column or each.traits}

    assert {f"field-{name}" for name in told} <= words


def test_every_column_is_in_our_own_file_once_and_can_be_found_in_others():
    assert [name for name in OWN if name in COLUMNS] == list(COLUMNS)
    assert len(set(OWN)) == len(OWN)
    assert ALIASES.keys() >= COLUMNS.keys()


def test_every_column_says_how_its_cells_are_read():
    assert [each.name for each in POST_FIELDS if bool(each.column) != bool(each.cell)] == []


@pytest.mark.parametrize("trait", Trait)
def test_every_trait_is_of_some_field(trait):
    assert names_with(trait)


def test_what_the_form_of_a_post_asks_for_can_be_wished_and_filled_in():
    asked, wished = set(names_with(Trait.WRITING)), {each.name for each in fields(Wish)}
    filled = {each.name for each in fields(Filled)}

    assert asked - set(texts_asked()) <= wished
    assert set(texts_asked()).isdisjoint(filled)
    assert set(Filled.of(A_POST, A_READER).texts) == set(texts_asked())
    assert wished >= NOT_PLAIN


@pytest.mark.parametrize("name", [*texts_asked(), *names_with(Trait.COPIED)])
def test_what_is_asked_or_copied_reaches_the_post_by_its_name_in_the_table(name):
    wish = wish_for(**{"title": "Tea", "platform": Platform.X, name: "told"})

    assert name in NOT_PLAIN or plainly_given(wish)[name] == "told"


def test_the_echo_check_reads_what_the_table_says():
    told = {name: f"<{name}>" for name in names_with(Trait.COMPARED)}

    assert set(said_by(replace(A_POST, **told)).splitlines()) == set(told.values())


def test_what_a_reviewer_reads_is_named_by_the_history():
    assert set(names_with(Trait.READ)) <= set(names_with(Trait.EDITED))


def test_texts_of_a_file_have_a_limit():
    assert all(each.most > 0 for each in POST_FIELDS if each.cell is Cell.TEXT)
