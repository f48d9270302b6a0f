// The page's way to the server. Each answer is JSON; a refusal is {error}.

async function answer(promise) {
  const response = await promise;
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? response.statusText);
  return body;
}

export const get = (path, query = {}) => answer(fetch(`/page/${path}?${new URLSearchParams(query)}`));

export const post = (path, body = {}) =>
  answer(fetch(`/page/${path}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  }));

/** Calls *changed* whenever the server says that something changed, and *lost*(true|false) for the line itself. */
export function follow(changed, lost) {
  const source = new EventSource("/page/events");
  source.addEventListener("open", () => (lost(false), changed()));
  source.addEventListener("message", changed);
  source.addEventListener("error", () => lost(true));
}

export function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, mimetype: file.type, content: reader.result.split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
