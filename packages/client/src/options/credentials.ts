import { type BasicCredentials, type SecurityScheme, securitySchemes } from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";
import { INVALID_KEYS } from "./api-key.js";
import { readEnvironment } from "./environment.js";
import { aFunction, anObject, aString, either, type Rule } from "./rule.js";

/** The credentials by option: the text that is sent, or a function that returns it. */
export type Credentials = Readonly<Record<string, string | (() => unknown)>>;

/** The rules of the options for credentials. */
export function credentialRules(): Record<string, Rule> {
  const rules = Object.entries(securitySchemes).map(([option, { kind }]) => {
    return [option, either(kind === "basic" ? anObject : aString, aFunction)] as const;
  });
  return Object.fromEntries(rules);
}

/** Validates the credentials among the options of a client; an option is required only when an operation needs it. */
export function parseCredentials(options: Readonly<Record<string, unknown>>): Credentials {
  const entries = Object.keys(securitySchemes).flatMap((option) => {
    const value = options[option] ?? (option === "apiKey" ? readEnvironment("SERVICEFORM_API_KEY") : undefined);
    if (value === undefined) return [];
    return [[option, typeof value === "function" ? (value as () => unknown) : parseCredential(option, value)] as const];
  });
  return Object.fromEntries(entries);
}

/** Returns the text of a credential. Throws `InvalidInput`, which does not show it. */
export function parseCredential(option: string, value: unknown): string {
  const { kind } = securitySchemes[option] as SecurityScheme;
  if (value === undefined || value === null || value === "") {
    throw new InvalidInput("missing_api_key", option, `${option} is required`);
  }
  if (kind === "basic") return encodeBasic(option, value);
  if (typeof value !== "string" || !/^[!-~]([ -~]*[!-~])?$/.test(value)) {
    const message = `${option} must be printable ASCII without spaces at its ends; copy it again`;
    throw new InvalidInput("invalid_api_key", option, message);
  }
  for (const [mistake, pattern] of Object.entries(INVALID_KEYS)) {
    if (!pattern.test(value.toLowerCase())) continue;
    throw new InvalidInput("invalid_api_key", option, `${option} must be the ${nounOf(option)}, not ${mistake}`);
  }
  return value;
}

/** What the credential of an option is called in messages. */
export function nounOf(option: string): string {
  const { kind } = securitySchemes[option] as SecurityScheme;
  if (kind === "basic") return "username and password";
  return kind === "bearer" ? "token" : "key";
}

/** RFC 7617: encoded in UTF-8, and a user name without a colon. */
function encodeBasic(option: string, value: unknown): string {
  const { username, password } = Object(value) as Partial<BasicCredentials>;
  const isValid = typeof username === "string" && typeof password === "string" && !username.includes(":");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 7617 forbids these characters
  if (!isValid || /[\0-\x1f\x7f]/.test(username + password)) {
    const message = `${option} must be a username without a colon and a password, both without control characters`;
    throw new InvalidInput("invalid_api_key", option, message);
  }
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}
