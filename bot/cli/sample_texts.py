"""What the sample calendar is made of: products, places in the week, and texts, which stand in the YAML file."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path

import yaml

from bot.domain.posts import PostKind
from bot.domain.strategy import Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    name: str
    detail: str
    detail_fr: str
    image_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A regular place in the week. *usual_reach* is a number of people, *usual_rate* engagements per person."""

    weekday: int
    clock: time
    platform: Platform
    kind: PostKind
    owner_id: str
    title: str
    text: str
    usual_reach: int
    usual_rate: float


ENGLISH = frozenset({Platform.LINKEDIN, Platform.BLOG})
"""Where the brand writes in English; elsewhere in French."""
TEXTS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
PRODUCTS = tuple(Product(**each) for each in TEXTS["products"])
WEEKS = tuple((each["en"], each["fr"]) for each in TEXTS["weeks"])
SLOTS = tuple(
    Slot(
        **{
            **each,
            "clock": time.fromisoformat(each["clock"]),
            "platform": Platform(each["platform"]),
            "kind": PostKind(each["kind"]),
        }
    )
    for each in TEXTS["slots"]
)
"""Eight places a week."""
