import { withFallback } from "../with-fallback.js";

interface Globals {
  readonly document: unknown;
  readonly navigator: { readonly userAgent: string; readonly product: string };
}

/** Whether users of the code can read the key in it: this is a page, its worker, or a React Native app. */
export function isBrowser(): boolean {
  return (
    has(({ document }) => document) ||
    // Only browsers have a user agent that starts with Mozilla.
    has(({ navigator }) => navigator.userAgent.startsWith("Mozilla/")) ||
    has(({ navigator }) => navigator.product === "ReactNative")
  );
}

/** A property counts as absent if reading it throws. */
function has(read: (globals: Globals) => unknown): boolean {
  return withFallback(() => !!read(globalThis as typeof globalThis & Globals), false);
}
