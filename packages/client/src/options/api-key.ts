import { InvalidInput } from "../errors/invalid-input.js";

/** Keys set by mistake, in lower case: patterns that ignore case take longer to compile, which each process pays for. */
export const INVALID_KEYS: Readonly<Record<string, RegExp>> = {
  "a value in quotes": /^["'`]|["'`]$/,
  "the text of a missing value": /^(undefined|null|nan|\[object .*\])$/,
  "a template that was not filled in": /[$#%{]\{|^(\$\(.*\)|\$[a-z_]\w*|%\w+%|<.*>)$/,
  "a value behind a name or scheme": /^((bearer|basic|token):? |[\w -]*(api[-_]?key|authorization) *[:=](?!=))/,
};

/** Returns an API key that a header can carry. Throws `InvalidInput`, which does not show the key. */
export function parseApiKey(key: unknown): string {
  if (key === undefined || key === null || key === "") {
    throw new InvalidInput("missing_api_key", "apiKey", "apiKey is required; pass it or set SERVICEFORM_API_KEY");
  }
  if (typeof key !== "string" || !/^[!-~]([ -~]*[!-~])?$/.test(key)) {
    const message = "apiKey must be printable ASCII without spaces at its ends; copy it again";
    throw new InvalidInput("invalid_api_key", "apiKey", message);
  }
  for (const [mistake, pattern] of Object.entries(INVALID_KEYS)) {
    if (!pattern.test(key.toLowerCase())) continue;
    throw new InvalidInput("invalid_api_key", "apiKey", `apiKey must be the key, not ${mistake}`);
  }
  return key;
}
