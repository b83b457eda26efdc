/** A page of another origin can neither read nor frame a response, and the pages load nothing from other origins. */
const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "connect-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "script-src 'self'",
    // Scalar writes its styles into the page.
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Adds the headers of every response except those of the API. */
export function addSafetyHeaders(response: Response): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries(SAFETY_HEADERS)) headers.set(name, value);
  // What is no file changes all the time.
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return response;
}
