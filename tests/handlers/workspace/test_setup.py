"""`/parution setup` on the local Slack: a strategy comes to its channel, which hears who asked for it."""

from datetime import timedelta

import pytest

from bot.domain.plan_parts import Limits
from bot.domain.strategy import Strategy
from bot.services.workspace.strategy import create_strategy

SOCIAL, CAMPAIGN, GENERAL, SECRET = "CSOCIAL", "CCAMPAGNE", "CGENERAL", "CSECRET"


@pytest.fixture
def chloe(stage):
    return stage.slack.hand("UCHLOE")


def strategies(stage) -> dict[str, Strategy]:
    with stage.bot.house.store.transaction() as tx:
        return {each.id: each for each in tx.strategies.all()}


def words_of(what) -> str:
    return str(what.blocks)


def test_the_form_comes_filled_in_for_who_asks(amy):
    answer = amy.command("/parution setup", channel=CAMPAIGN)

    assert answer.modal.callback_id == "setup"
    assert "'initial_user': 'UAMY'" in words_of(answer.modal)
    assert "America/Toronto" in words_of(answer.modal)
    assert answer.modal.state["language"]["language"]["selected_option"]["value"] == "fr-FR"


@pytest.mark.parametrize("typed", ["setup", "configurer", "SETUP", "réglages", "/parution setup"])
def test_the_form_opens_in_both_languages(amy, typed):
    assert amy.command(f"/parution {typed.removeprefix('/parution ')}", channel=CAMPAIGN).modal is not None


def test_a_strategy_is_kept_and_the_channel_hears_who_asked_for_it(stage, amy):
    amy.command("/parution setup", channel=CAMPAIGN)

    answer = amy.submit(
        {
            "name": "Feux & lumières",
            "zone": "Europe/Paris",
            "language": "fr-FR",
            "manager": "UCHLOE",
            "round": ["UCHLOE", "UINES"],
            "digest_weekday": "1",
            "digest_at": "08:30",
        }
    )

    kept = strategies(stage)["S2"]
    assert (kept.name, kept.channel_id, kept.zone, kept.locale) == (
        "Feux & lumières",
        CAMPAIGN,
        "Europe/Paris",
        "fr-FR",
    )
    assert (kept.manager_id, kept.round_ids) == ("UCHLOE", ("UCHLOE", "UINES"))
    assert (kept.digest_weekday, kept.digest_at.isoformat("minutes")) == (1, "08:30")
    introduction = amy.messages(CAMPAIGN)[-1]
    assert "<@UAMY>" in introduction.text
    assert "Feux &amp; lumières" in introduction.text
    assert introduction.text.startswith("Bonjour")
    assert "Chaque mardi à 8\xa0h\xa030" in introduction.text
    assert "Le bilan arrive chaque mardi à 8" in words_of(answer.modal)
    assert "post.add" in words_of(answer.modal)


def test_commands_in_the_channel_work_on_its_strategy_at_once(stage, amy):
    amy.command("/parution setup", channel=CAMPAIGN)
    amy.submit({"name": "Feux"})

    amy.command('/post add "Une bougie" sur instagram', channel=CAMPAIGN)

    with stage.bot.house.store.transaction() as tx:
        assert [each.strategy_id for each in tx.posts.all()] == ["S2"]


def test_a_channel_without_the_bot_says_how_to_invite_it_and_keeps_nothing(stage, amy):
    amy.command("/parution setup", channel=GENERAL)

    answer = amy.submit({"name": "Feux"})

    assert "/invite @Parution" in words_of(answer.modal)
    assert list(strategies(stage)) == ["S1"]
    amy.close()
    assert amy.modal.state["name"]["name"]["value"] == "Feux"


def test_after_the_invitation_the_same_form_goes_through(stage, amy):
    amy.command("/parution setup", channel=GENERAL)
    amy.submit({"name": "Feux"})
    amy.close()
    stage.slack.join(stage.slack.workspace.bot.id, GENERAL)

    amy.submit()

    assert strategies(stage)["S2"].channel_id == GENERAL


def test_an_archived_channel_gets_no_strategy(stage, amy):
    amy.command("/parution setup", channel=CAMPAIGN)
    stage.slack.archive(CAMPAIGN)

    answer = amy.submit({"name": "Feux"})

    assert "Ce canal est archivé" in words_of(answer.modal)
    assert list(strategies(stage)) == ["S1"]


@pytest.mark.parametrize("kind", ["500", "429", "drop_before"])
def test_while_slack_takes_no_messages_nothing_is_kept_and_the_form_can_be_sent_again(stage, amy, kind):
    amy.command("/parution setup", channel=CAMPAIGN)
    stage.slack.faults.plan("chat.postMessage", kind)

    answer = amy.submit({"name": "Feux"})

    assert "dans une minute" in words_of(answer.modal)
    assert list(strategies(stage)) == ["S1"]
    amy.close()
    assert amy.modal.state["name"]["name"]["value"] == "Feux"


@pytest.mark.parametrize("kind", ["500_after", "drop_after"])
def test_an_introduction_whose_answer_was_lost_is_read_once(stage, amy, kind):
    amy.command("/parution setup", channel=CAMPAIGN)
    stage.slack.faults.plan("chat.postMessage", kind)
    amy.submit({"name": "Feux"})
    amy.close()
    stage.slack.clock.move_to(stage.slack.clock.now() + timedelta(minutes=2))

    amy.submit()

    assert strategies(stage)["S2"].channel_id == CAMPAIGN
    assert len([each for each in amy.messages(CAMPAIGN) if each.bot_id]) == 1


def test_a_channel_that_somebody_took_meanwhile_is_refused_by_name_and_hears_nothing_more(stage, amy, chloe):
    chloe.command("/parution setup", channel=CAMPAIGN)
    amy.command("/parution setup", channel=CAMPAIGN)
    amy.submit({"name": "Feux"})

    answer = chloe.submit({"name": "Lumières"})

    assert "Feux" in words_of(answer.modal)
    assert [each.name for each in strategies(stage).values()] == ["Maison Lune", "Feux"]
    assert len([each for each in amy.messages(CAMPAIGN) if each.bot_id]) == 1


def test_a_guest_sets_nothing_up(stage):
    stage.slack.join(stage.slack.workspace.bot.id, GENERAL)

    answer = stage.slack.hand("UGUEST").command("/parution setup", channel=GENERAL)

    assert "invités" in answer.text
    assert answer.modal is None


def test_from_a_direct_message_the_form_asks_for_the_channel(stage, amy):
    amy.command("/parution setup")

    answer = amy.submit({"name": "Feux", "conversation": CAMPAIGN})

    assert "est prête" in words_of(answer.modal)
    assert strategies(stage)["S2"].channel_id == CAMPAIGN


def test_a_channel_that_has_a_strategy_is_not_taken_over_from_a_direct_message(stage, amy):
    amy.command("/parution setup")

    answer = amy.submit({"name": "Feux", "conversation": SOCIAL})

    assert "Maison Lune" in words_of(answer.modal)
    assert list(strategies(stage)) == ["S1"]


def test_in_its_own_channel_the_form_shows_what_is_set_and_changes_it_without_a_word_in_the_channel(stage, amy):
    answer = amy.command("/parution setup", channel=SOCIAL)
    assert "Maison Lune" in words_of(answer.modal)

    amy.submit({"name": "Maison Soleil", "digest_at": "10:00"})

    kept = strategies(stage)["S1"]
    assert (kept.name, kept.digest_at.hour) == ("Maison Soleil", 10)
    assert (kept.manager_id, kept.round_ids) == (stage.strategy.manager_id, stage.strategy.round_ids)
    assert kept.objectives == stage.strategy.objectives
    assert amy.messages(SOCIAL) == []


def test_only_the_manager_or_an_admin_changes_it_and_is_named(stage):
    bob = stage.slack.hand("UBOB")
    bob.command("/parution setup", channel=SOCIAL)

    answer = bob.submit({"name": "Bob's"})

    assert "<@UAMY>" in words_of(answer.modal)
    assert strategies(stage)["S1"].name == "Maison Lune"


def test_an_empty_name_never_leaves_slack(amy):
    amy.command("/parution setup", channel=CAMPAIGN)

    assert list(amy.submit({"name": ""}).errors) == ["name"]


def test_a_strategy_that_came_by_file_gets_its_channel_with_its_calendar(stage, amy):
    house = stage.bot.house
    with house.store.transaction() as tx:
        tx.strategies.delete("S1")
        tx.strategies.put(Strategy(id="S7", name="file", channel_id="", zone="UTC", manager_id=""))
    amy.command("/parution setup", channel=SOCIAL)

    amy.submit({"name": "Maison Lune"})

    assert {name: each.channel_id for name, each in strategies(stage).items()} == {"S7": SOCIAL}


@pytest.mark.parametrize("typed", ["", "help", "aide", "?", "nonsense"])
def test_alone_or_not_understood_the_umbrella_tells_what_there_is(stage, typed):
    answer = stage.slack.hand("UBOB").command(f"/parution {typed}", channel=SOCIAL)

    for command in ("/post", "/checkin", "/kpi", "/parution"):
        assert f"`{command}`" in words_of(answer.messages[0])


@pytest.mark.parametrize("command", ["/parution", "/checkin"])
def test_what_was_not_understood_is_quoted_as_it_was_typed(stage, command):
    answer = stage.slack.hand("UBOB").command(f"{command} wine & <cheese> for @amy", channel=SOCIAL)

    assert "“wine &amp; &lt;cheese&gt; for @amy”" in answer.text


@pytest.mark.parametrize("typed", ["post list", "publication liste", "/post list", "posts list all"])
def test_the_umbrella_answers_as_the_short_command_does(stage, typed):
    bob = stage.slack.hand("UBOB")

    answer = bob.command(f"/parution {typed}", channel=SOCIAL)

    assert answer.text == bob.command("/post " + typed.partition(" ")[2], channel=SOCIAL).text


@pytest.mark.parametrize(
    ("country", "currency"),
    [("CA", "CAD"), ("CA-QC", "CAD"), ("US", "USD"), ("GB", "GBP"), ("MA", "MAD"), ("FR", "EUR"), ("", "EUR")],
)
def test_a_new_plan_counts_in_the_money_of_its_country(stage, amy, country, currency):
    with stage.bot.house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    wish = Strategy(id="", name="Feux", channel_id=CAMPAIGN, zone="UTC", manager_id="UBOB", country=country)

    made = create_strategy(stage.bot.house.store, wish, by=by, now=stage.slack.clock.now())

    assert made.plan.limits == Limits(currency=currency)


def test_the_limits_form_of_a_strategy_set_up_in_canada_begins_with_canadian_dollars(amy):
    amy.command("/parution setup", channel=CAMPAIGN)
    amy.submit({"name": "Feux"})

    amy.press(amy.command("/plan", channel=CAMPAIGN).messages[-1], "plan.edit:limits|")

    assert amy.modal.state["currency"]["currency"]["selected_option"]["value"] == "CAD"


def test_a_strategy_in_another_zone_than_its_founders_has_the_holidays_and_the_money_of_that_zone(stage, amy):
    amy.command("/parution setup", channel=CAMPAIGN)

    amy.submit({"name": "Feux", "zone": "Europe/Paris"})

    kept = strategies(stage)["S2"]
    assert (kept.country, kept.plan.limits.currency) == ("FR", "EUR")


def test_a_guest_without_a_strategy_in_the_channel_is_not_offered_to_create_one(stage):
    answer = stage.slack.hand("UGUEST").command("/post list", channel=GENERAL)

    assert "canal qui reçoit le bilan" in answer.text
    assert "setup.open" not in words_of(answer.messages[-1])
