/** Where Scalar shows the response to a request that is tried out. */
const RESPONSE = ".response-section-content";

/** How long Scalar takes to draw a body, at most. */
const DRAWING_MS = 1_000;

/** How long a response is waited for. */
const RESPONSE_MS = 60_000;

/** Brings the response into view once it is there: on a phone it is drawn below the form. */
export function showResponses(): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button && /^send/i.test(button.textContent?.trim() ?? "")) awaitResponse();
  });
  document.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "Enter" && (ctrlKey || metaKey)) awaitResponse();
  });
}

function awaitResponse(): void {
  // The section is drawn with the first response, so it is looked up anew.
  const observer = new MutationObserver(() => {
    const section = document.querySelector(RESPONSE)?.closest("section");
    // The status stands in the head of the section when the response has come; its body is drawn a little later.
    if (!section || !/\b[1-5]\d\d\b/.test(section.firstElementChild?.textContent ?? "")) return;
    section.scrollIntoView({ block: "start" });
    setTimeout(() => observer.disconnect(), DRAWING_MS);
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  setTimeout(() => observer.disconnect(), RESPONSE_MS);
}
