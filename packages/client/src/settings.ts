import { server } from "@serviceform/types";
import type { RetryPolicy } from "./decide.js";
import type { Hooks, Logger } from "./events.js";
import { checkBaseUrl, checkHeaders, checkKey } from "./guards.js";
import { isBrowser } from "./is-browser.js";
import type { CallOptions, ClientOptions, Fetch, Given, RetryOptions, Validate, Validators } from "./options.js";
import { refuse } from "./refuse.js";

/** Checked options, with every default in place: a client's, or those of one call laid over them. */
export interface Settings {
  readonly apiKey: string | (() => unknown);
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retries: RetryPolicy & { readonly budget: number };
  readonly maxConcurrency: number;
  readonly maxResponseBytes: number;
  readonly hooks?: Hooks;
  readonly logger?: Logger;
  readonly validate?: Validate;
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
  readonly extra?: CallOptions["extra"];
}

/** What each option must be: a type, perhaps a `whole` number, with the least one that is allowed; or one of some words. */
type Rules = Readonly<Record<string, string>>;

const RETRY_RULES: Rules = {
  limit: "a whole number from 0",
  baseDelayMs: "a number from 0",
  maxDelayMs: "a number from 0",
  maxRetryAfterMs: "a number from 0",
};
const CLIENT_RETRY_RULES: Rules = { ...RETRY_RULES, budget: "a number from 0" };
const RETRY_DEFAULTS = { limit: 2, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000, budget: 100 };
const HOOK_RULES: Rules = {
  onRequest: "a function",
  onResponse: "a function",
  onRetry: "a function",
  onError: "a function",
};
const SHARED_RULES: Rules = {
  timeoutMs: "a number from 1",
  totalTimeoutMs: "a number from 1",
  retries: "a whole number from 0 or an object",
  headers: "an object",
  validate: "off|warn|throw",
};
const CALL_RULES: Rules = { ...SHARED_RULES, signal: "an object", extra: "an object" };
const EXTRA_RULES: Rules = { query: "an object", body: "an object" };
const CLIENT_RULES: Rules = {
  ...SHARED_RULES,
  apiKey: "a string or a function",
  baseUrl: "a string",
  fetch: "a function",
  maxConcurrency: "a whole number from 1",
  hooks: "an object",
  logger: "an object",
  validators: "an object",
  allowBrowser: "a boolean",
  allowInsecureHttp: "a boolean",
  maxResponseBytes: "a whole number from 1",
};

/** Filled in by the build; sources that are run as they are have none. */
declare const CLIENT_VERSION: string | undefined;
const USER_AGENT = `serviceform-client/${typeof CLIENT_VERSION === "string" ? CLIENT_VERSION : "source"}`;

/** Checks the options of a client. Throws `ConfigurationError`, naming the option. */
export function readClientOptions(options: ClientOptions): Settings {
  const { retries = {}, allowBrowser, allowInsecureHttp, ...given } = checkOptions(options, CLIENT_RULES);
  checkOptions(given.hooks ?? {}, HOOK_RULES, "hooks.");
  for (const level of ["debug", "info", "warn", "error"] as const) {
    if (!fits("function undefined", given.logger?.[level])) refuse(`logger.${level}`, "is not a function");
  }
  const isPage = isBrowser();
  if (!allowBrowser && isPage) refuse("allowBrowser", "must be true where visitors can read the key");
  const { apiKey = environment("SERVICEFORM_API_KEY") } = given;
  refuseUnarmed(given);
  return {
    timeoutMs: 30_000,
    totalTimeoutMs: 120_000,
    maxConcurrency: Number.POSITIVE_INFINITY,
    maxResponseBytes: 134_217_728,
    ...given,
    apiKey: typeof apiKey === "function" ? apiKey : checkKey(apiKey),
    baseUrl: checkBaseUrl(
      given.baseUrl ?? environment("SERVICEFORM_BASE_URL") ?? server,
      () => allowInsecureHttp ?? environment("SERVICEFORM_ALLOW_INSECURE_HTTP") === "true",
    ),
    // Browsers send their own; one more header would only make cross-origin requests harder.
    headers: { ...(!isPage && { "user-agent": USER_AGENT }), ...checkHeaders(given.headers ?? {}) },
    retries: { ...RETRY_DEFAULTS, ...readRetries(retries, CLIENT_RETRY_RULES) },
  };
}

/** Checks the options of a call and lays them over the client's. Throws `ConfigurationError`, naming the option. */
export function readCallOptions(options: CallOptions, settings: Settings): Settings {
  const { retries = {}, headers = {}, extra = {}, ...given } = checkOptions(options, CALL_RULES);
  if (given.signal && !given.signal.addEventListener) refuse("signal", "is not an AbortSignal");
  refuseUnarmed({ ...settings, ...given });
  return {
    ...settings,
    ...given,
    headers: { ...settings.headers, ...checkHeaders(headers) },
    retries: { ...settings.retries, ...readRetries(retries, RETRY_RULES) },
    extra: checkOptions(extra, EXTRA_RULES, "extra."),
  };
}

function refuseUnarmed({ validate = "off", validators }: Pick<ClientOptions, "validate" | "validators">): void {
  if (validate !== "off" && !validators) refuse("validators", "are missing: see @serviceform/client/validate");
}

function readRetries(retries: number | RetryOptions, rules: Rules): Given<RetryOptions> {
  return typeof retries === "number" ? { limit: retries } : checkOptions(retries, rules, "retries.");
}

/** Reads an environment variable; one that is empty, or that the runtime forbids reading, is absent. */
function environment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}

/** Refuses unknown and mistyped options by their names; returns the others, without those that are `undefined`. */
export function checkOptions<Options extends object>(options: Options, rules: Rules, prefix = ""): Given<Options> {
  const name = prefix.slice(0, -1) || "options";
  // A Map or an array has its entries elsewhere: they would be ignored.
  if (!fits("object", options) || Symbol.iterator in options) refuse(name, "is not an object");
  const given = Object.entries(options).filter(([key, value]) => {
    const rule = Object.hasOwn(rules, key) && rules[key];
    if (!rule) refuse(prefix + key, "is unknown");
    if (value !== undefined && !fits(rule, value)) refuse(prefix + key, `must be ${rule}`);
    return value !== undefined;
  });
  return Object.fromEntries(given) as Given<Options>;
}

function fits(rule: string, value: unknown): boolean {
  if (rule.includes("|")) return rule.split("|").includes(value as string);
  if (rule === "anything") return true;
  if (value === null || !rule.includes(typeof value)) return false;
  if (typeof value !== "number") return true;
  return value >= Number(/\d/.exec(rule)) && (!rule.includes("whole") || Math.floor(value) === value);
}
