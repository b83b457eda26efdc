import { usesBodyMedia } from "@serviceform/types";
import type { FetchInit } from "../options/fetch.js";

/** Keeps caches away from responses, which hold personal data: those of frameworks and browsers. */
export function preventCaching(init: FetchInit): void {
  if (hasCacheOption()) init.cache = "no-store";
}

/**
 * Old workers reject the option, and the polyfill of React Native changes the URL for it; neither has it on its requests.
 * Node.js takes it, and loads much where its `Request` is looked up.
 */
function hasCacheOption(): boolean {
  const globals = globalThis as { process?: { versions?: { node?: string } }; Request?: { prototype: object } };
  if (globals.process?.versions?.node) return true;
  return !!globals.Request && "cache" in globals.Request.prototype;
}

/** Keeps runtimes from retrying a write by themselves where its connection is lost. */
export function preventRuntimeRetries(init: FetchInit): void {
  // Bun retries on a connection that was kept alive: https://github.com/oven-sh/bun/issues/28706
  init.keepalive = false;
  // Deno retries any body but a stream, which that of a Blob is: https://github.com/denoland/deno/issues/35610
  const isStream = usesBodyMedia && typeof init.body === "object";
  if ("Deno" in globalThis && !isStream) init.body = new Blob(init.body ? [init.body as string] : []) as Blob & string;
}
