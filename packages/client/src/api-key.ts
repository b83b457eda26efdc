import { ConfigurationError } from "./errors.js";

/** Returns a key that can travel in a header; throws `ConfigurationError`, which never shows it. */
export function checkApiKey(key: unknown): string {
  if (key === undefined || key === null || key === "") {
    throw new ConfigurationError("apiKey", "is missing: pass it to createClient or set SERVICEFORM_API_KEY");
  }
  if (typeof key !== "string")
    throw new ConfigurationError("apiKey", `must be a string, not a value of type ${typeof key}`);
  if (!/^[!-~]([ -~]*[!-~])?$/.test(key)) {
    throw new ConfigurationError("apiKey", "must be printable ASCII without a space or line break at its ends");
  }
  return key;
}
