"""Values of the domain as JSON, as notes keep them, and back."""

from datetime import date, datetime
from functools import cache
from typing import Any

import orjson
from cattrs.preconf.orjson import OrjsonConverter, make_converter


@cache
def converter() -> OrjsonConverter:
    """Knows the types by their annotations; moments and days become ISO texts."""
    made = make_converter()
    made.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
    made.register_unstructure_hook(date, lambda day: day.isoformat())
    return made


def as_json(value: Any) -> Any:
    """As a store gives it back: lists, and nothing that JSON has no word for."""
    return orjson.loads(converter().dumps(value))
