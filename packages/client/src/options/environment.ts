import { withFallback } from "../with-fallback.js";

/** Returns an environment variable; undefined if it is empty, or if the runtime forbids reading it. */
export function readEnvironment(name: string): string | undefined {
  const globals = globalThis as { readonly process?: { readonly env?: Record<string, string> } };
  return withFallback(() => globals.process?.env?.[name], undefined) || undefined;
}
