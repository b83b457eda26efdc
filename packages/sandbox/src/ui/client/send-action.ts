import { byId } from "./element.js";

/** Asks the sandbox to do something, and says aloud what came of it. */
export async function sendAction(
  path: string,
  said: string,
  { method = "POST", body = {} as unknown } = {},
): Promise<void> {
  const content =
    method === "POST" ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {};
  try {
    const response = await fetch(`/_sandbox/${path}`, { method, ...content });
    if (response.ok) return announce(said);
    const { message } = (await response.json()) as { message: string };
    announce(message, true);
  } catch {
    announce("The sandbox does not answer. Is it still running?", true);
  }
}

/** A screen reader reads it, without the focus going there. */
function announce(text: string, wrong = false): void {
  const place = byId("said");
  place.textContent = text;
  place.classList.toggle("wrong", wrong);
}
