"""A refusal in Slack's words: error code and the lines that say where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`error` is the code of the answer, `messages` what it holds under `response_metadata`."""

    error: str
    messages: tuple[str, ...] = ()

    def as_answer(self) -> dict[str, object]:
        """The body of the Web API's refusal."""
        answer: dict[str, object] = {"ok": False, "error": self.error}
        if self.messages:
            answer["response_metadata"] = {"messages": list(self.messages)}
        return answer


def line(said: str, path: str) -> str:
    """One line of `response_metadata.messages`; *path* is a JSON pointer (RFC 6901)."""
    return f"[ERROR] {said} [json-pointer:{path}]"
