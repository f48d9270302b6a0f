"""`digest`: the numbers of a week, in words or as JSON, without Slack."""

import argparse
import sys
from collections.abc import Mapping

import orjson

from bot.cli.command import Command
from bot.cli.stores import at_hand, the_strategy
from bot.clock import SystemClock
from bot.domain.moments import Week
from bot.i18n import Translator
from bot.services.kpi.digest import weekly_digest
from bot.services.kpi.digest_json import digest_json
from bot.services.kpi.digest_words import digest_text
from bot.settings import said_language


def digest(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    now = SystemClock().now()
    with at_hand(wish.store, environ) as store:
        strategy = the_strategy(store, wish.strategy)
        week = Week.parse(wish.week) if wish.week else Week.of(strategy.today(now)).shifted(-1)
        found = weekly_digest(store, strategy, week, now=now)
    if wish.json:
        sys.stdout.buffer.write(orjson.dumps(digest_json(found), option=orjson.OPT_INDENT_2) + b"\n")
    else:
        print(digest_text(found, Translator(said_language(environ) or strategy.locale, strategy.zone)))


def arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--week", metavar="2014-W51", help=t("cli-digest-week"))
    parser.add_argument("--json", action="store_true", help=t("cli-digest-json"))
    parser.add_argument("--strategy", metavar="S1", help=t("cli-strategy"))
    parser.add_argument("--store", metavar="URL", help=t("cli-store"))


DIGEST = Command(act=digest, arguments=arguments)
