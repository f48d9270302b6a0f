"""A page of another web site, played by hand and by a browser: it reads nothing of the local Slack and does nothing."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from starlette.routing import Mount, Route, WebSocketRoute

from bot.sandbox.server import LocalSlack
from bot.sandbox.web_api import METHODS, READING
from tests.needed import HAS_CHROMIUM, NO_CHROMIUM

FOREIGN = {
    "origin": {"Origin": "http://evil.example"},
    "no-origin": {"Origin": "null"},
    "another-port": {"Origin": "http://127.0.0.1:1"},
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "same-site": {"Sec-Fetch-Site": "same-site"},
    "rebound": {"Host": "evil.example"},
    "rebound-with-port": {"Host": "evil.example:{port}"},
    "another-host": {"Host": "127.0.0.1:1"},
}
WRITING = "chat.postMessage?channel=CSOCIAL&text=hello"


def every_route(slack: LocalSlack) -> list[tuple[str, str]]:
    """A method and a path for each route that there is; a WebSocket is asked for as any page."""
    found = []
    for route in slack._application(1).routes:
        path = getattr(route, "path", "").replace(":path}", "}").replace(":str}", "}")
        for name in ("{method}", "{ticket}", "{file}", "{path}", "{team}", "{secret}", "{file_id}", "{action}"):
            path = path.replace(name, "say" if name == "{action}" else "auth.test" if name == "{method}" else "x")
        if isinstance(route, Route):
            found += [(method, path) for method in sorted(route.methods or ())]
        elif isinstance(route, WebSocketRoute):
            found.append(("GET", path))
        elif isinstance(route, Mount):
            found.append(("GET", f"{path}/app.js"))
    return found


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
def test_a_page_elsewhere_is_refused_at_every_route(slack, headers):
    port = slack.url.rpartition(":")[2]
    headers = {name: value.replace("{port}", port) for name, value in headers.items()}
    asked = {**headers, "Authorization": f"Bearer {slack.bot_token}"}

    with httpx.Client(base_url=slack.url) as http:
        answers = {(method, path): http.request(method, path, headers=asked) for method, path in every_route(slack)}

    assert len(answers) > 12
    assert {each.status_code for each in answers.values()} == {403}
    assert not slack.calls


def test_a_page_elsewhere_opens_no_websocket(slack):
    host, port = slack.url.removeprefix("http://").split(":")
    asked = (
        f"GET /link?ticket=x HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(asked.encode())

        assert line.recv(100).startswith(b"HTTP/1.1 403")


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "same-origin", "Origin": "{own}"}],
    ids=["program", "typed", "own-page"],
)
def test_the_own_page_and_programs_of_this_machine_are_served(slack, headers):
    headers = {name: value.replace("{own}", slack.url) for name, value in headers.items()}

    assert httpx.get(f"{slack.url}/page/state", headers=headers).status_code == 200
    assert httpx.get(f"{slack.url.replace('127.0.0.1', 'localhost')}/", headers=headers and {}).status_code == 200


def test_tokens_and_secrets_are_new_in_every_run():
    one, other = LocalSlack(), LocalSlack()

    for name in ("bot_token", "app_token", "signing_secret"):
        assert getattr(one, name) != getattr(other, name)
    assert one.app.verification_token != other.app.verification_token


def test_nothing_is_written_by_an_address_alone(slack):
    before, clock = slack.workspace.change_count, slack.clock.now()
    asked = {"Authorization": f"Bearer {slack.bot_token}"}

    with httpx.Client(base_url=slack.url, headers=asked) as http:
        answers = {name: http.get(f"/api/{name}").status_code for name in METHODS}
        written = http.get(f"/api/{WRITING}&token={slack.bot_token}")
        for path in ("/page/state?as=UBOB&channel=CSOCIAL", "/page/calls", "/sandbox/clock", "/"):
            http.get(path)

    assert {name for name, status in answers.items() if status != 405} == READING
    assert written.json() == {"ok": False, "error": "post_required"}
    assert (slack.workspace.change_count, slack.clock.now()) == (before, clock)


class Elsewhere(BaseHTTPRequestHandler):
    """Another web site, whose page tries everything that a page can without being asked."""

    page = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.page.encode())

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


PAGE = """<!DOCTYPE html><title>waiting</title>
<img src="{slack}/api/chat.postMessage?channel=CSOCIAL&text=image&token={token}">
<script src="{slack}/page/state"></script>
<form method="post" target="frame" action="{slack}/api/chat.postMessage">
<input name="channel" value="CSOCIAL"><input name="text" value="form"><input name="token" value="{token}"></form>
<iframe name="frame"></iframe>
<script>
const tried = async (path, options) => {{
  try {{ return await (await fetch("{slack}" + path, options)).text(); }} catch (fault) {{ return ""; }}
}};
addEventListener("load", async () => {{
  document.querySelector("form").submit();
  const said = JSON.stringify({{as: "UAMY", channel: "CSOCIAL", text: "say"}});
  const read = await tried("/page/state?as=UAMY&channel=CSOCIAL");
  await tried("/page/say", {{method: "POST", body: said, headers: {{"Content-Type": "application/json"}}}});
  await tried("/page/say", {{method: "POST", body: said, mode: "no-cors"}});
  await tried("/api/chat.postMessage?channel=CSOCIAL&text=fetch&token={token}", {{method: "POST", mode: "no-cors"}});
  document.title = "done:" + read;
}});
</script>"""


@pytest.fixture
def elsewhere(slack: LocalSlack) -> Iterator[str]:
    """The address of a page that even knows the token."""
    page = PAGE.format(slack=slack.url, token=slack.bot_token)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Elsewhere,), {"page": page}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.browser
@pytest.mark.skipif(not HAS_CHROMIUM, reason=NO_CHROMIUM)
def test_a_browser_on_another_page_reads_nothing_and_posts_nothing_though_it_knows_the_token(browser, slack, elsewhere):
    before = slack.workspace.revision
    page = browser.new_page()

    page.goto(elsewhere)
    page.wait_for_function("document.title.startsWith('done:')")
    title = page.title()
    page.wait_for_load_state("networkidle")
    page.close()

    assert title == "done:"
    assert slack.workspace.revision == before
    assert not slack.calls
