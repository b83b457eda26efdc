import { ConfigurationError } from "./errors.js";

type Rule = readonly [isValid: (value: unknown) => boolean, sentence: string];
type Rules = Readonly<Record<string, Rule>>;

/** Refuses what is no option of a client, or is of the wrong type or range, by its name. */
export function checkClientOptions(options: unknown): void {
  checkKeys(options, CLIENT_RULES);
  const { retries, hooks, logger } = options as Record<string, unknown>;
  if (isObject(retries)) checkKeys(retries, { ...RETRY_RULES, budget: amount }, "retries.");
  if (hooks) checkKeys(hooks, HOOK_RULES, "hooks.");
  for (const level of ["debug", "info", "warn", "error"]) {
    const method = (logger as Record<string, unknown> | undefined)?.[level];
    if (method !== undefined && !isFunction(method)) throw new ConfigurationError(`logger.${level}`, aFunction[1]);
  }
}

/** The same for the options of one call. */
export function checkCallOptions(options: unknown): void {
  checkKeys(options, CALL_RULES);
  const { retries } = options as Record<string, unknown>;
  if (isObject(retries)) checkKeys(retries, RETRY_RULES, "retries.");
}

function checkKeys(given: unknown, rules: Rules, prefix = ""): void {
  if (!isObject(given)) throw new ConfigurationError(prefix.slice(0, -1) || "options", anObject[1]);
  for (const [key, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (!rule)
      throw new ConfigurationError(prefix + key, `is not an option; there are ${Object.keys(rules).join(", ")}`);
    if (value !== undefined && !rule[0](value)) throw new ConfigurationError(prefix + key, rule[1]);
  }
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const aFunction: Rule = [isFunction, "must be a function"];
const anObject: Rule = [isObject, "must be an object"];
const aBoolean: Rule = [(value) => typeof value === "boolean", "must be true or false"];
const duration: Rule = [(value) => typeof value === "number" && value > 0, "must be a number of milliseconds above 0"];
const amount: Rule = [(value) => typeof value === "number" && value >= 0, "must be a number, 0 or more"];
const count: Rule = [isCount, "must be a whole number, 0 or more"];

function isCount(value: unknown): boolean {
  return (Number.isInteger(value) && (value as number) >= 0) || value === Number.POSITIVE_INFINITY;
}

const RETRY_RULES: Rules = { limit: count, baseDelayMs: amount, maxDelayMs: amount, maxRetryAfterMs: amount };
const HOOK_RULES: Rules = { onRequest: aFunction, onResponse: aFunction, onRetry: aFunction, onError: aFunction };
const CALL_RULES: Rules = {
  signal: [(value) => isObject(value) && "aborted" in value && "addEventListener" in value, "must be an AbortSignal"],
  timeoutMs: duration,
  totalTimeoutMs: duration,
  retries: [(value) => isCount(value) || isObject(value), "must be a whole number, 0 or more, or an object"],
  headers: anObject,
};
const CLIENT_RULES: Rules = {
  apiKey: [(value) => typeof value === "string" || isFunction(value), "must be a string or a function"],
  baseUrl: [(value) => typeof value === "string", "must be a string"],
  fetch: aFunction,
  headers: anObject,
  timeoutMs: duration,
  totalTimeoutMs: duration,
  retries: CALL_RULES.retries as Rule,
  maxConcurrency: [(value) => isCount(value) && value !== 0, "must be a whole number, 1 or more"],
  hooks: anObject,
  logger: anObject,
  allowBrowser: aBoolean,
  allowInsecureHttp: aBoolean,
};
