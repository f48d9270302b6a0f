"""Values of the domain as JSON, as notes keep them, and back."""

from datetime import date, datetime, time
from functools import cache
from typing import Any

import orjson
from cattrs.preconf.orjson import OrjsonConverter, make_converter


@cache
def converter() -> OrjsonConverter:
    """Knows the types by their annotations; moments, days and times become ISO texts."""
    made = make_converter()
    made.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
    made.register_unstructure_hook(date, lambda day: day.isoformat())
    made.register_unstructure_hook(time, lambda wall: wall.isoformat())
    made.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    return made


def as_json(value: Any) -> Any:
    """As a store gives it back: lists, and nothing that JSON has no word for."""
    return orjson.loads(converter().dumps(value))
