"""files.*: the three steps of an upload, and who may read a file."""

import urllib.request

import pytest

from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Upload
from tests.sandbox.bolt_site import client_for, refused


def fetched(url: str, token: str | None) -> tuple[str, bytes]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
        return response.headers.get_content_type(), response.read()


def test_an_upload_arrives_in_the_channel_with_its_comment(client, slack):
    client.files_upload_v2(
        channel="CSOCIAL", filename="digest.png", content=b"PNG", title="Digest", initial_comment="Week 48"
    )

    [message] = slack.hand("UBOB").messages("CSOCIAL")
    [record] = message.files
    assert (message.text, record.title, record.mimetype) == ("Week 48", "Digest", "image/png")
    assert record.content == b"PNG"


def test_several_files_share_one_message(client, slack):
    uploads = [{"filename": f"{n}.csv", "content": "a;b"} for n in range(2)]

    client.files_upload_v2(channel="CSOCIAL", file_uploads=uploads)

    [message] = slack.hand("UBOB").messages("CSOCIAL")
    assert [record.name for record in message.files] == ["0.csv", "1.csv"]


def test_a_file_without_a_channel_is_nobodys_message(client, slack):
    uploaded = client.files_upload_v2(filename="chart.png", content=b"PNG")

    assert client.files_info(file=uploaded["file"]["id"])["file"]["name"] == "chart.png"
    assert slack.hand("UBOB").messages("CSOCIAL") == []


@pytest.mark.parametrize(
    ("channel", "error"),
    [("CNOWHERE", "channel_not_found"), ("CGENERAL", "not_in_channel"), ("COLD", "is_archived")],
)
def test_an_upload_to_a_place_where_the_app_may_not_post_is_refused(client, channel, error):
    assert refused(client.files_upload_v2, channel=channel, filename="a.txt", content="a") == error


def test_an_upload_of_another_length_than_announced_is_refused(client, slack):
    url = client.files_getUploadURLExternal(filename="a.txt", length=3)["upload_url"]

    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(url, b"four", timeout=20)  # noqa: S310


def test_the_bot_reads_a_members_file_with_its_token(client, slack):
    slack.hand("UAMY").say("here", files=[Upload(name="posts.csv", content=b"a;b")])
    [record] = slack.workspace.files.values()

    url = client.files_info(file=record.id)["file"]["url_private_download"]

    assert fetched(url, slack.bot_token) == ("text/csv", b"a;b")


def test_without_a_token_there_is_a_sign_in_page_instead_of_the_file(client, slack):
    slack.hand("UAMY").say("here", files=[Upload(name="posts.csv", content=b"a;b")])
    [record] = slack.workspace.files.values()
    url = client.files_info(file=record.id)["file"]["url_private"]

    kind, content = fetched(url, None)

    assert kind == "text/html"
    assert b"a;b" not in content


def test_without_the_scope_too(tmp_path):
    manifest = tmp_path / "manifest.yml"
    manifest.write_text("oauth_config: {scopes: {bot: [commands]}}")
    with LocalSlack(manifest=manifest) as slack:
        slack.hand("UAMY").say("here", files=[Upload(name="posts.csv", content=b"a;b")])
        [record] = slack.workspace.files.values()
        url = f"{slack.url}/files-pri/T-{record.id}/posts.csv"

        assert fetched(url, slack.bot_token)[0] == "text/html"
        assert refused(client_for(slack).files_info, file=record.id) == "missing_scope"


def test_an_unknown_file_is_not_found(client):
    assert refused(client.files_info, file="F404") == "file_not_found"


def test_a_deleted_file_is_gone(client):
    file_id = client.files_upload_v2(filename="a.txt", content="a")["file"]["id"]

    client.files_delete(file=file_id)

    assert refused(client.files_info, file=file_id) == "file_deleted"
