"""What Slack refuses in messages and views, said as Slack says it. Pure functions; no state, no network.

Two questions are asked here: may this message be posted, may this view be shown? The answer is None or a
`Fault` with Slack's error code and the lines of `response_metadata.messages`, each of which names a place.
"""

from bot.sandbox.limits.fault import Fault
from bot.sandbox.limits.messages import check_message, check_update, cut_text
from bot.sandbox.limits.views import check_home, check_view

__all__ = ["Fault", "check_home", "check_message", "check_update", "check_view", "cut_text"]
