"""What people type, in English and French, as requests; knows neither Slack nor what is stored."""

from bot.language.engage.command import parse_checkin
from bot.language.kpi.command import parse_kpi
from bot.language.moment.moments import When, read_when
from bot.language.moment.spans import read_days, read_week
from bot.language.post.command import parse_post
from bot.language.tokens import unescaped
from bot.language.umbrella import split_command

__all__ = [
    "When",
    "parse_checkin",
    "parse_kpi",
    "parse_post",
    "read_days",
    "read_week",
    "read_when",
    "split_command",
    "unescaped",
]
