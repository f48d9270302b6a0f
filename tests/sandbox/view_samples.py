"""Views for the tests to open."""


def plain(text):
    return {"type": "plain_text", "text": text}


def an_input(block_id="words", **element):
    control = {"type": "plain_text_input", "action_id": "typed", **element}
    return {"type": "input", "block_id": block_id, "label": plain(block_id), "element": control}


def a_modal(*blocks, **more):
    shown = list(blocks) or [an_input()]
    return {"type": "modal", "title": plain("Idea"), "submit": plain("Save"), "blocks": shown, **more}


def a_home(text="Hello"):
    return {"type": "home", "blocks": [{"type": "section", "text": plain(text)}]}
