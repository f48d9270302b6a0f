"""How somebody writes a date in figures, by what Slack says of them."""

import pytest

from bot.domain.moments import DateOrder
from bot.i18n.date_orders import date_order

MONTH, DAY = DateOrder(month_first=True), DateOrder()
MONTH_MAYBE, DAY_MAYBE = DateOrder(month_first=True, is_sure=False), DateOrder(is_sure=False)


@pytest.mark.parametrize(
    ("locale", "zone", "order"),
    [
        ("en-US", "America/New_York", MONTH),
        ("en-US", "Pacific/Honolulu", MONTH),
        ("en-US", "America/Puerto_Rico", MONTH),
        ("en-US", "Asia/Manila", MONTH),
        ("en-US", "America/Vancouver", MONTH),
        ("en-US", "UTC", MONTH),
        ("en-US", "Europe/London", MONTH_MAYBE),
        ("en-US", "Europe/Paris", MONTH_MAYBE),
        ("en-US", "America/Mexico_City", MONTH_MAYBE),
        ("en-GB", "Europe/London", DAY),
        ("en-GB", "America/New_York", DAY),
        ("en-AU", "Australia/Sydney", DAY),
        ("en-CA", "America/Toronto", DAY_MAYBE),
        ("fr-FR", "Europe/Paris", DAY),
        ("fr-CA", "America/Toronto", DAY),
        ("fr-FR", "America/New_York", DAY),
        ("de-DE", "Europe/Berlin", DAY),
        ("ja-JP", "Asia/Tokyo", MONTH),
        ("", "Europe/Paris", DAY_MAYBE),
        ("xx-YY", "America/New_York", DAY_MAYBE),
    ],
)
def test_the_order_is_that_of_the_locale_as_far_as_it_tells(locale: str, zone: str, order: DateOrder) -> None:
    assert date_order(locale, zone) == order
