import { withFallback } from "./with-fallback.js";

/** Undefined if the text is no URL. React Native and older browsers have no `URL.canParse`. */
export function parseUrl(text: string, base?: string): URL | undefined {
  return withFallback(() => new URL(text, base), undefined);
}
