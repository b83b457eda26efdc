import { server } from "@serviceform/types";
import { checkApiKey } from "./api-key.js";
import { checkBaseUrl } from "./base-url.js";
import { checkCallOptions, checkClientOptions } from "./check-options.js";
import type { RetryPolicy } from "./decide.js";
import { ConfigurationError } from "./errors.js";
import type { Hooks, Logger } from "./events.js";
import { checkHeaders } from "./headers.js";
import type { CallOptions, ClientOptions, Fetch, RetryOptions } from "./options.js";

/** The limits of one call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retries: RetryPolicy;
}

/** The options of a client, checked and with every default in place. */
export interface Settings extends Limits {
  readonly apiKey: string | (() => unknown);
  readonly baseUrl: string;
  readonly fetch: Fetch | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly budget: number;
  readonly maxConcurrency: number;
  readonly hooks: Hooks | undefined;
  readonly logger: Logger | undefined;
}

/** The options of a call, checked and laid over the client's. */
export interface CallSettings {
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** Checks the options of a client and fills in what is left out. Throws `ConfigurationError`, naming the option. */
export function readClientOptions(options: ClientOptions): Settings {
  checkClientOptions(options);
  if (!options.allowBrowser && isBrowser()) {
    throw new ConfigurationError(
      "allowBrowser",
      "must be true here, since every visitor of a page can read its API key",
    );
  }
  const { retries, timeoutMs = 30_000, totalTimeoutMs = 120_000, maxConcurrency = Number.POSITIVE_INFINITY } = options;
  const apiKey = options.apiKey ?? environment("SERVICEFORM_API_KEY");
  const baseUrl = options.baseUrl ?? environment("SERVICEFORM_BASE_URL") ?? server;
  return {
    apiKey: typeof apiKey === "function" ? apiKey : checkApiKey(apiKey),
    baseUrl: checkBaseUrl(baseUrl, options.allowInsecureHttp),
    fetch: options.fetch,
    headers: options.headers && checkHeaders(options.headers),
    timeoutMs,
    totalTimeoutMs,
    retries: mergeRetries({ limit: 2, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 }, retries),
    budget: (typeof retries === "object" ? retries.budget : undefined) ?? 100,
    maxConcurrency,
    hooks: options.hooks,
    logger: options.logger,
  };
}

/** Checks the options of a call and lays them over the client's. Throws `ConfigurationError`, naming the option. */
export function readCallOptions(options: CallOptions, settings: Settings): CallSettings {
  checkCallOptions(options);
  return {
    limits: {
      timeoutMs: options.timeoutMs ?? settings.timeoutMs,
      totalTimeoutMs: options.totalTimeoutMs ?? settings.totalTimeoutMs,
      retries: mergeRetries(settings.retries, options.retries),
    },
    signal: options.signal,
    headers: options.headers && checkHeaders(options.headers),
  };
}

function mergeRetries(base: RetryPolicy, given: number | RetryOptions | undefined): RetryPolicy {
  if (given === undefined) return base;
  if (typeof given === "number") return { ...base, limit: given };
  return {
    limit: given.limit ?? base.limit,
    baseDelayMs: given.baseDelayMs ?? base.baseDelayMs,
    maxDelayMs: given.maxDelayMs ?? base.maxDelayMs,
    maxRetryAfterMs: given.maxRetryAfterMs ?? base.maxRetryAfterMs,
  };
}

/** Pages and their workers: only browsers call themselves Mozilla. */
function isBrowser(): boolean {
  const { document, navigator } = globalThis as { document?: unknown; navigator?: { userAgent?: string } };
  return document !== undefined || navigator?.userAgent?.startsWith("Mozilla/") === true;
}

/** An environment variable; an empty one, and one that the runtime forbids to read, is absent. */
function environment(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
