"""The page's routes: one member's view of the workspace, and what that member does."""

import base64

import httpx
import pytest

from bot.sandbox.server import LocalSlack
from tests.sandbox.page import samples as samples
from tests.sandbox.page.calls import Json

HOSTILE = "<img src=x onerror=alert(1)> <!channel> &lt;b&gt;"


def open_form(site, page, blocks: list[Json]) -> Json:
    @site.app.command("/form")
    def on_form(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=samples.form(blocks))

    page.post("command", channel="CSOCIAL", text="/form")
    site.slack.wait_for(lambda: site.slack.workspace.modal("UBOB"))
    return page.only_modal()


def test_the_page_and_its_files_come_with_rules_against_foreign_scripts(http):
    front = http.get("/")

    assert front.status_code == 200
    assert "script-src 'self'" in front.headers["content-security-policy"]
    assert http.get("/page/static/app.js").headers["content-type"].startswith("text/javascript")


def test_the_state_shows_a_member_the_channels_they_may_see(page):
    mine = [each["name"] for each in page.state()["channels"]]
    page.member = "UAMY"

    assert "finances" not in mine
    assert "finances" in [each["name"] for each in page.state()["channels"]]


def test_archived_channels_are_not_listed(page):
    assert "lancement-2013" not in [each["name"] for each in page.state()["channels"]]


def test_a_guest_sees_their_own_channels_and_no_app(page):
    page.member = "UGUEST"

    assert [each["kind"] for each in page.state()["channels"]] == ["public"]


def test_an_unknown_member_or_channel_falls_back_to_the_first_member_and_the_app(page):
    page.member = "UNOBODY"

    shown = page.state(channel="CNOWHERE")

    assert (shown["me"], shown["channel"]) == ("UAMY", "DAMY")


def test_the_app_is_a_channel_of_its_own_kind(page):
    shown = page.state(channel="app")

    assert shown["channel"] == "DBOB"
    assert [each["kind"] for each in shown["channels"] if each["id"] == "DBOB"] == ["app"]


def test_messages_of_others_count_as_recent_and_own_ones_do_not(page, client):
    client.chat_postMessage(channel="CSOCIAL", text="from the app")
    page.post("say", channel="CSOCIAL", text="from me")

    (social,) = [each for each in page.state()["channels"] if each["id"] == "CSOCIAL"]

    assert len(social["recent"]) == 1


def test_an_ephemeral_is_shown_to_its_reader_until_the_page_is_loaded_anew(page, client):
    client.chat_postEphemeral(channel="CSOCIAL", user="UBOB", text="psst")
    before = page.state("CSOCIAL")["messages"]

    page.post("reloaded")

    assert [(each["text"], each["ephemeral"]) for each in before] == [("psst", True)]
    assert page.state("CSOCIAL")["messages"] == []


def test_a_hostile_text_stays_text_in_the_state(page):
    page.post("say", channel="CSOCIAL", text=HOSTILE)

    answer = page.http.get("/page/state", params={"as": "UBOB", "channel": "CSOCIAL"})

    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["messages"][0]["text"].startswith("&lt;img src=x onerror=alert(1)&gt;")


def test_old_parents_come_along_with_their_new_replies(slack, page, client):
    parent = client.chat_postMessage(channel="CSOCIAL", text="parent")["ts"]
    for number in range(220):
        slack.hand("UBOB").say(f"{number}", channel="CSOCIAL", thread_ts=parent)

    shown = page.state("CSOCIAL")["messages"]

    assert shown[0]["text"] == "parent"
    assert shown[0]["reply_count"] == 220
    assert len(shown) == 201


def test_a_command_reaches_the_app_and_its_answer_is_in_the_state(socket_site, page):
    @socket_site.app.command("/hello")
    def on_hello(ack, command):
        ack(f"you said {command['text']}")

    answer = page.post("command", channel="CSOCIAL", text="/hello there")

    assert answer == {"acknowledged": True, "error": None, "errors": {}}
    assert [each["text"] for each in page.state("CSOCIAL")["messages"]] == ["you said there"]


def test_a_command_without_an_app_says_that_nobody_took_it(page):
    answer = page.post("command", channel="CSOCIAL", text="/hello")

    assert answer["acknowledged"] is False
    assert answer["error"] == "dispatch_failed"


def test_a_file_that_was_said_can_be_loaded(page):
    content = base64.b64encode(b"a,b\n1,2\n").decode()
    own = page.state("app")["channel"]
    page.post("say", channel=own, text="", files=[{"name": "x.csv", "mimetype": "text/csv", "content": content}])

    (file,) = page.state(own)["messages"][0]["files"]
    loaded = page.http.get(f"/page/files/{file['id']}")

    assert loaded.content == b"a,b\n1,2\n"
    assert loaded.headers["content-disposition"] == "attachment"


def test_a_press_reaches_the_listener_of_its_control_with_what_the_message_holds(socket_site, page):
    heard: list[Json] = []

    @socket_site.app.action("approve")
    def on_approve(ack, body):
        heard.append(body)
        ack()

    ts = socket_site.client.chat_postMessage(channel="CSOCIAL", text="x", blocks=samples.controls())["ts"]
    picked = {"controls": {"pick": {"type": "static_select", "selected_option": samples.option("1", "One")}}}
    action = {"type": "button", "action_id": "approve", "block_id": "controls", "value": "P1"}
    answer = page.post("press", channel="CSOCIAL", ts=ts, action=action, values=picked)

    assert answer["acknowledged"] is True
    assert heard[0]["actions"][0]["value"] == "P1"
    assert heard[0]["state"]["values"]["controls"]["pick"]["selected_option"]["value"] == "1"


def test_of_two_controls_of_one_name_the_one_in_the_pressed_block_is_sent(socket_site, page):
    heard: list[str] = []

    @socket_site.app.action("show")
    def on_show(ack, action):
        heard.append(action["value"])
        ack()

    rows = [
        samples.section(name, block_id=name, accessory=samples.button("Show", "show", value=name))
        for name in ("P1", "P2")
    ]
    ts = socket_site.client.chat_postMessage(channel="CSOCIAL", text="x", blocks=rows)["ts"]
    for name in ("P2", "P1"):
        action = {"type": "button", "action_id": "show", "block_id": name, "value": name}
        page.post("press", channel="CSOCIAL", ts=ts, action=action, values={})

    assert heard == ["P2", "P1"]


def test_an_external_select_is_asked_for_its_options(socket_site, page):
    @socket_site.app.options("find")
    def on_find(ack, payload):
        ack(options=[samples.option("1", f"like {payload['value']}")])

    ts = socket_site.client.chat_postMessage(channel="CSOCIAL", text="x", blocks=samples.controls())["ts"]
    answer = page.post("suggest", channel="CSOCIAL", ts=ts, block_id="controls", action_id="find", value="tea")

    assert [each["text"]["text"] for each in answer["options"]] == ["like tea"]


def test_a_form_is_sent_with_all_that_was_typed(socket_site, page):
    heard: list[Json] = []

    @socket_site.app.view("form")
    def on_submit(ack, view):
        heard.append(view["state"]["values"])
        ack()

    modal = open_form(socket_site, page, [samples.field("Title", "plain_text_input")])
    typed = {"title": {"value": {"type": "plain_text_input", "value": "Tea"}}}
    answer = page.post("submit", view_id=modal["id"], values=typed)

    assert answer == {"acknowledged": True, "error": None, "errors": {}}
    assert heard == [typed]
    assert page.state()["modals"] == []


def test_an_incomplete_form_comes_back_without_reaching_the_app(socket_site, page):
    modal = open_form(socket_site, page, [samples.field("Title", "plain_text_input")])

    answer = page.post("submit", view_id=modal["id"], values={})

    assert list(answer["errors"]) == ["title"]
    assert page.only_modal()["id"] == modal["id"]


def test_the_apps_own_errors_name_the_field(socket_site, page):
    @socket_site.app.view("form")
    def on_submit(ack):
        ack(response_action="errors", errors={"title": "Too plain"})

    modal = open_form(socket_site, page, [samples.field("Title", "plain_text_input")])
    typed = {"title": {"value": {"type": "plain_text_input", "value": "Tea"}}}

    assert page.post("submit", view_id=modal["id"], values=typed)["errors"] == {"title": "Too plain"}


def test_closing_all_forms_tells_the_app_that_the_stack_was_cleared(socket_site, page):
    heard: list[bool] = []

    @socket_site.app.view_closed("form")
    def on_close(ack, body):
        heard.append(body["is_cleared"])
        ack()

    @socket_site.app.command("/form")
    def on_form(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=samples.form([], notify_on_close=True))

    page.post("command", channel="CSOCIAL", text="/form")
    socket_site.slack.wait_for(lambda: socket_site.slack.workspace.modal("UBOB"))
    page.post("close", all=True)

    assert heard == [True]
    assert page.state()["modals"] == []


def test_what_is_gone_is_refused_in_words(page):
    body = {"as": "UBOB", "view_id": "VGONE", "values": {}}

    answer = page.http.post("/page/submit", json=body)

    assert (answer.status_code, answer.json()) == (409, {"error": "this form is closed"})


@pytest.mark.parametrize("path", ["/page/files/FNONE", "/page/nonsense", "/page/static/none.js"])
def test_what_is_not_there_is_not_found(http, path):
    assert http.get(path).status_code in (404, 405)


def test_an_unknown_action_is_not_found(http):
    assert http.post("/page/nonsense", json={}).status_code == 404


def test_only_json_is_taken_so_that_no_foreign_form_can_act(http):
    assert http.post("/page/say", content="{}", headers={"content-type": "text/plain"}).status_code == 415


def test_a_body_without_what_it_needs_is_refused(http):
    assert http.post("/page/say", json={"as": "UBOB"}).status_code == 400


def test_the_home_tab_is_opened_with_its_event(socket_site, page):
    @socket_site.app.event("app_home_opened")
    def on_home(event, client):
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [samples.section("hello")]})

    page.post("home")
    socket_site.slack.wait_for(lambda: socket_site.slack.workspace.homes.get("UBOB"))

    assert page.state()["home"]["blocks"][0]["text"]["text"] == "hello"


def test_a_change_is_told_to_the_page(slack, page):
    with page.http.stream("GET", "/page/events") as stream:
        lines = (line for line in stream.iter_lines() if line.startswith("data:"))
        first = next(lines)
        slack.workspace.touch()
        second = next(lines)

    assert first != second


def test_the_commands_of_the_manifest_come_with_hint_and_description(tmp_path):
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(
        "features:\n  slash_commands:\n    - {command: /tea, usage_hint: hot | cold, description: Make tea}\n"
    )

    with LocalSlack(manifest=manifest) as slack:
        shown = httpx.get(f"{slack.url}/page/state").json()["commands"]

    assert shown == [{"command": "/tea", "usage_hint": "hot | cold", "description": "Make tea"}]
