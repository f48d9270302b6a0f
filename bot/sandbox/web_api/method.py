"""What the Web API knows of a method before it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.core import Core
from bot.sandbox.team import Json
from bot.sandbox.web_api.arguments import Args


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """*scopes*: any one of them is enough. *required*: arguments that may not be missing or empty."""

    run: Callable[[Core, Args], Json]
    scopes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    token: Literal["bot", "app"] = "bot"  # noqa: S105 - a kind of token
    tier_per_minute: int = 50
