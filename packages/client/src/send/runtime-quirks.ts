import { usesBodyMedia } from "@serviceform/types";
import type { FetchInit } from "../options/fetch.js";

/**
 * Prevents the caches of frameworks and browsers from storing responses, which contain personal data.
 *
 * Old workers reject the option, and the polyfill of React Native changes the URL for it; neither has it on its
 * requests. Node.js accepts it, but a lookup of its `Request` loads a lot of code. Workers with `nodejs_compat` have its
 * version too, but also `caches`, which Node.js has not.
 */
export function preventCaching(init: FetchInit): void {
  const globals = globalThis as { process?: { versions?: { node?: string } }; Request?: { prototype: object } };
  const isNode = !("caches" in globals) && globals.process?.versions?.node;
  if (isNode || (globals.Request && "cache" in globals.Request.prototype)) init.cache = "no-store";
}

/** Prevents runtimes from retrying a write on their own when its connection is lost. */
export function preventRuntimeRetries(init: FetchInit): void {
  // Bun retries on a connection that was kept alive: https://github.com/oven-sh/bun/issues/28706
  init.keepalive = false;
  // Deno retries every body except a stream, such as that of a Blob: https://github.com/denoland/deno/issues/35610
  const isStream = usesBodyMedia && typeof init.body === "object";
  if ("Deno" in globalThis && !isStream) init.body = new Blob(init.body ? [init.body as string] : []) as Blob & string;
}
