"""The registry of programs: each has its module, its names mean one thing, and what it is exported to can be read."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.plan_parts import ExportLayout
from bot.i18n.catalogue import resources
from bot.language.post.words import EXPORTS
from bot.services.exchange import formats
from bot.services.exchange.columns import ALIASES, field_of, fields_of
from bot.services.exchange.formats import PROGRAMS, format_of, shape_of

NOT_PROGRAMS = {"__init__", "format", "icalendar", "icalendar_events", "own"}
"""Whose files are no table of somebody else's columns."""

FIELDS = {"moment": "due", "day": "day", "clock": "clock", "text": "text", "image": "image", "labels": "labels"}


def test_every_module_of_the_folder_is_a_program_that_is_known():
    found = {each.stem for each in Path(formats.__file__).parent.glob("*.py")} - NOT_PROGRAMS

    assert found == set(PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_calls_its_columns_is_recognised(program):
    for column, names in format_of(program).columns.items():
        assert column in ALIASES
        assert {field_of(name) for name in names} == {column}


def test_no_name_means_two_columns():
    named = [name for column, others in ALIASES.items() for name in {column, column.replace("_", " "), *others}]

    assert sorted({name for name in named if named.count(name) > 1}) == []


def words(language):
    return {entry.id.name for each in resources(language).values() for entry in each.body if hasattr(entry, "id")}


@pytest.mark.parametrize("layout", ExportLayout)
def test_every_program_that_posts_are_exported_for_has_its_file_and_its_words(layout):
    shape = shape_of(layout)

    assert shape.most > 0
    assert shape.soonest >= timedelta()
    assert layout.value in EXPORTS.values()
    assert all({f"export-layout-{layout}", f"export-hint-{layout}"} <= words(each) for each in ("en", "fr"))


@pytest.mark.parametrize("layout", [each for each in ExportLayout if shape_of(each).header])
def test_the_file_that_is_written_for_a_program_is_recognised_when_it_comes_back(layout):
    shape = shape_of(layout)

    assert list(fields_of(shape.header)) == [FIELDS[each] for each in shape.columns]
