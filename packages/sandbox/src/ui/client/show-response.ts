/** The element in which Scalar shows the response to a request that was tried out. */
const RESPONSE = ".response-section-content";

/** The longest time that Scalar takes to draw a body. */
const DRAWING_MS = 1_000;

/** The timeout for the response. */
const RESPONSE_MS = 60_000;

/** Scrolls to the response when it has arrived: on a phone it is below the form. */
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
  // The section is created with the first response, so it is looked up each time.
  const observer = new MutationObserver(() => {
    const section = document.querySelector(RESPONSE)?.closest("section");
    // The heading of the section shows the status when the response has arrived; its body is drawn a little later.
    if (!section || !/\b[1-5]\d\d\b/.test(section.firstElementChild?.textContent ?? "")) return;
    section.scrollIntoView({ block: "start" });
    setTimeout(() => observer.disconnect(), DRAWING_MS);
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  setTimeout(() => observer.disconnect(), RESPONSE_MS);
}
