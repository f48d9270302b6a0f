"""The shortest way through everything: a command, a modal, a message."""


def a_modal(**more):
    title = {"type": "plain_text", "text": "Idea"}
    return {
        "type": "modal",
        "callback_id": "idea",
        "title": title,
        "submit": {"type": "plain_text", "text": "Save"},
        "blocks": [
            {
                "type": "input",
                "block_id": "words",
                "label": title,
                "element": {"type": "plain_text_input", "action_id": "typed"},
            }
        ],
        **more,
    }


def test_a_command_opens_a_modal_whose_submission_posts_a_message(site):
    @site.app.command("/idea")
    def on_idea(ack, body, client):
        client.views_open(trigger_id=body["trigger_id"], view=a_modal())
        ack()

    @site.app.view("idea")
    def on_submission(ack, view, client):
        words = view["state"]["values"]["words"]["typed"]["value"]
        client.chat_postMessage(channel="CSOCIAL", text=words)
        ack()

    amy = site.slack.hand("UAMY")

    opened = amy.command("/idea")
    sent = amy.submit({"words": "A film about bread"})

    assert opened.acknowledged
    assert opened.modal.callback_id == "idea"
    assert [message.text for message in sent.messages] == ["A film about bread"]
    assert amy.modal is None


def test_the_acknowledgement_of_a_command_is_shown_to_its_author_alone(site):
    site.app.command("/idea")(lambda ack: ack("Which one?"))

    answer = site.slack.hand("UAMY").command("/idea", channel="CSOCIAL")

    assert answer.text == "Which one?"
    assert site.slack.hand("UBOB").messages("CSOCIAL") == []
