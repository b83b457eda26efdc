interface Globals {
  readonly document: unknown;
  readonly navigator: { readonly userAgent: string; readonly product: string };
}

/** Whether whoever uses the code holds the key in it: this is a page, its worker, or an app of React Native. */
export function isBrowser(): boolean {
  return (
    has(({ document }) => document) ||
    // Only browsers call themselves Mozilla.
    has(({ navigator }) => navigator.userAgent.startsWith("Mozilla/")) ||
    has(({ navigator }) => navigator.product === "ReactNative")
  );
}

/** What a host complains about when it is read is absent. */
function has(read: (globals: Globals) => unknown): boolean {
  try {
    return !!read(globalThis as typeof globalThis & Globals);
  } catch {
    return false;
  }
}
