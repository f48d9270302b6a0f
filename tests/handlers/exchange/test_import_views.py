"""The preview of an import and what follows it, at their longest texts."""

from dataclasses import replace

import pytest

from bot.domain.errors import People
from bot.domain.kpi.rates import Counts
from bot.domain.moments import Due
from bot.domain.plan.budgets import Limited, Usage
from bot.domain.plan.policy_checks import PolicyFinding
from bot.domain.plan_parts import Policy, PolicyKind, Severity
from bot.domain.platform_limits import Room
from bot.domain.strategy import Platform
from bot.services.exchange.columns import ALIASES
from bot.services.exchange.echoes import RowEcho, RowEchoes
from bot.services.exchange.imports import Imported, Refusal, Revision, Row
from bot.services.exchange.planning import ImportPlan
from bot.services.exchange.posts import Fate
from bot.services.exchange.remarks import HeldLine, LongLine, Said
from bot.services.plan.held_back import Verdict
from handlers.views.exchange import imports
from tests.handlers.longest import NOW, a_post, a_strategy, assert_message, assert_modal, worst


def a_plan(texts: str) -> ImportPlan:
    row = {"title": worst(150, texts), "platform": Platform.GOOGLE_BUSINESS, "due": Due.of(NOW, "Asia/Kolkata")}
    rows = tuple(Row(line=10**5 + n, values=row, counts=Counts()) for n in range(40))
    names = ("title", "platform", "kind", "state", "due", "owner_id", "backup_id", "reviewer_id", "text", "image")
    return ImportPlan(
        recognised=tuple(ALIASES),
        unused=tuple(worst(200, texts) for _ in range(60)),
        new=rows,
        changed=tuple(Revision(line=9, post=a_post(texts, n), names=names, row=rows[0]) for n in range(40)),
        same=10**5,
        refused=tuple(
            Refusal(line=10**5, field="published_at", reason=reason, what=worst(5000, texts))
            for reason in ("count", "doubtful", "moment", "member", "repeated", "not-yet") * 5
        ),
        without_time=10**5,
        measured=10**5,
    )


def a_told(texts: str, *, may_override: bool) -> Said:
    """What rights and the plan make of many lines."""
    policy = Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value=worst(500, texts), severity=Severity.ERROR)
    broken = PolicyFinding(policy=policy, what=tuple(worst(100, texts) for _ in range(40)))
    over = Usage(of=Limited.CAMPAIGN, used=10**9, limit=1, name=worst(80, texts))
    verdict = Verdict(findings=(broken,) * 8, usages=(over,) * 10)
    return Said(
        held=tuple(
            HeldLine(line=10**5, post=a_post(texts, n), verdict=verdict, fate=fate) for fate in Fate for n in range(40)
        ),
        long=tuple(LongLine(line=10**5, post=a_post(texts, n), room=Room(used=10**6, limit=10**5)) for n in range(40)),
        unapproved=tuple(range(10**5, 10**5 + 500)),
        past=tuple(range(10**5, 10**5 + 500)),
        reread=tuple(f"P{10**6 + n}" for n in range(500)),
        questioned=10**5,
        may_override=may_override,
    )


@pytest.mark.parametrize("lead", [People(("UAMY",)), People(())])
@pytest.mark.parametrize("token", ["0" * 16, ""])
def test_the_preview_of_an_import_at_its_longest(t, texts, token, lead):
    found = [RowEcho(line=10**5, likeness=0.99, post=a_post(texts, n)) for n in range(40)]
    echoes = RowEchoes(found=(RowEcho(line=10**5, likeness=1, of_line=10**5), *found), whole=10**5)

    strategy = a_strategy(texts, locale=t.locale)
    for may_override in (True, False):
        plan = replace(a_plan(texts), said=a_told(texts, may_override=may_override))

        named = {"name": worst(255, texts), "token": token, "strategy": strategy, "lead": lead}
        assert_message(*imports.preview(t, plan, **named, echoes=echoes))


def test_what_follows_an_import_at_its_longest(t, texts):
    done = Imported(added=10**6, changed=10**6, same=10**6, said=a_told(texts, may_override=True))
    text, blocks = imports.imported(t, done, name=worst(255, texts), strategy=a_strategy(texts, locale=t.locale))

    assert_message(text, blocks)
    assert_modal(imports.imported_modal(t, blocks, channel_id="C1"))
    assert_modal(imports.overriding_form(t, meta={"channel": "C1", "token": "0" * 16}))
    assert_message(*imports.dropped(t))
    assert_message(*imports.exported(t))
    assert_message(*imports.import_help(t))
