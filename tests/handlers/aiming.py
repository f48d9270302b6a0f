"""Objectives on a local Slack, for the tests that set, close and take them back."""

import json
from dataclasses import replace
from typing import Any

from bot.sandbox.acting.hand import Hand
from tests.conftest import Stage

SOCIAL = "CSOCIAL"


def objectives(stage: Stage) -> Any:
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.get(stage.strategy.id).objectives


def change(stage: Stage, **parts: Any) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        first, *rest = known.objectives
        tx.strategies.put(replace(known, objectives=(replace(first, **parts), *rest)))


def open_more(stage: Stage, count: int) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        more = [
            replace(known.objectives[0], id=f"O{tx.next_number('objective')}", closed_at=None) for _ in range(count)
        ]
        tx.strategies.put(replace(known, objectives=(*known.objectives, *more)))


def in_two_steps(hand: Hand, command: str, **first: Any) -> Any:
    hand.command(command, channel=SOCIAL)
    answer = hand.submit({"kind": "traffic", "statement": "More visits", "hours": "5", **first})
    assert answer.modal is not None
    return answer


def stage_member(stage: Stage, member_id: str) -> Any:
    with stage.bot.house.store.transaction() as tx:
        return tx.members.get(member_id)


def hand_over(stage: Stage, member_id: str) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), manager_id=member_id))


def make_admin(stage: Stage, member_id: str) -> None:
    stage.slack.change_member(member_id, is_admin=True)
    stage.slack.wait_for(lambda: stage_member(stage, member_id).is_admin)


def shown(view: Any) -> str:
    return json.dumps(view.blocks, ensure_ascii=False).replace("\u00a0", " ")
