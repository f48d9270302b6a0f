"""The table of a post's fields: every field has its row, its words, and a place wherever its kind of cell has one."""

from dataclasses import fields

import pytest

from bot.domain.post.fields import COLUMNS, POST_FIELDS, Cell, Trait, names_with, texts_asked
from bot.domain.posts import Post
from bot.i18n.catalogue import resources
from bot.services.exchange.columns import ALIASES, OWN
from bot.services.post.adding import NOT_PLAIN, Wish
from handlers.views.post.forms import Filled

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

    assert asked <= wished
    assert set(texts_asked()) <= filled
    assert wished >= NOT_PLAIN


def test_what_is_copied_onto_another_platform_can_be_wished():
    assert set(names_with(Trait.COPIED)) <= {each.name for each in fields(Wish)}


def test_what_a_reviewer_reads_is_named_by_the_history():
    assert set(names_with(Trait.READ)) <= set(names_with(Trait.EDITED))


def test_texts_of_a_file_have_a_limit():
    assert all(each.most > 0 for each in POST_FIELDS if each.cell is Cell.TEXT)
