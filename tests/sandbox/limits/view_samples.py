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


YES = {"type": "button", "action_id": "yes", "text": plain("Yes"), "value": "1"}
MENU = {
    "type": "overflow",
    "action_id": "menu",
    "options": [{"text": plain(text), "value": text.lower()} for text in ("Move", "Cancel")]
    + [{"text": plain("Open P1"), "value": "open:P1"}],
}
SORT = {
    "type": "static_select",
    "action_id": "sort",
    "placeholder": plain("Sort"),
    "options": [{"text": plain(text), "value": text.lower()} for text in ("Green", "Black")],
}
