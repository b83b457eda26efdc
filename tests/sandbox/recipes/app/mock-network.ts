import { createSandbox } from "@serviceform/sandbox";
import { setupWorker } from "msw/browser";
import { HttpResponse, http } from "msw/http";

export const sandbox = createSandbox();

const worker = setupWorker(
  http.all("https://link.serviceform.com/*", ({ request }) =>
    // What a handler throws would become a 500; this is a connection that fails.
    sandbox.fetch(request).catch(() => HttpResponse.error()),
  ),
);

/** Responds to the page's requests to the API from now on. */
export async function mockNetwork(): Promise<void> {
  await worker.start({ onUnhandledFrame: "bypass" });
}
