import { type SecurityScheme, security, securitySchemes } from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";
import { nounOf, parseCredential } from "../options/credentials.js";
import type { Call } from "../request/call.js";
import type { Deadline } from "./deadline.js";
import { callFunction } from "./resolve-api-key.js";

/** Resolves to the credentials of a call, one per line. Rejects if there are none, or when the deadline interrupts. */
export async function resolveCredentials(call: Call, deadline: Deadline): Promise<string> {
  const texts: string[] = [];
  for (const option of chooseSchemes(call)) {
    const credential = call.settings.credentials?.[option];
    const isFunction = typeof credential === "function";
    texts.push(
      isFunction
        ? parseCredential(option, await deadline.race(callFunction(credential, option, nounOf(option))))
        : String(credential),
    );
  }
  return texts.join("\n");
}

/**
 * The first alternative with credentials, all of which are set, else the one without. Throws `InvalidInput` if there is
 * none.
 */
function chooseSchemes({ operation, settings, operationId }: Call): readonly string[] {
  const { credentials = {} } = settings;
  const alternatives = operation.security ?? security;
  const isSet = (options: readonly string[]): boolean => options.every((option) => Object.hasOwn(credentials, option));
  const alternative =
    alternatives.find((options) => options.length > 0 && isSet(options)) ??
    alternatives.find(({ length }) => length === 0);
  if (alternative) return alternative;
  const [missing = ""] = alternatives[0]?.filter((option) => !Object.hasOwn(credentials, option)) ?? [];
  throw new InvalidInput("missing_api_key", missing, `${missing} is required for ${operationId}`);
}

/** The headers and query parameters for the credentials that `resolveCredentials` has resolved to. */
export function placeCredentials(call: Call, secrets: string): { headers: Record<string, string>; query: string } {
  const headers: Record<string, string> = {};
  const pairs: string[] = [];
  const texts = secrets.split("\n");
  for (const [index, option] of chooseSchemes(call).entries()) {
    const { kind, name } = securitySchemes[option] as SecurityScheme;
    const text = texts[index] ?? "";
    if (kind === "query") pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    else if (kind === "header") headers[name] = text;
    else headers[name] = `${kind === "basic" ? "Basic" : "Bearer"} ${text}`;
  }
  const separator = call.requestUrl.includes("?") ? "&" : "?";
  return { headers, query: pairs.length === 0 ? "" : separator + pairs.join("&") };
}
