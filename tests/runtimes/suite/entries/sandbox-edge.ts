import { createSandbox } from "@serviceform/sandbox";
import { SERVED } from "../served.ts";

const sandbox = createSandbox(SERVED);

/** A sandbox as an edge function. */
addEventListener("fetch", (event) => {
  const { request } = event as Event & { readonly request: Request };
  (event as Event & { respondWith(response: Promise<Response>): void }).respondWith(sandbox.fetch(request));
});
