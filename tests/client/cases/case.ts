import type { CallOptions, ClientOptions } from "@serviceform/client";
import type { OperationId } from "@serviceform/types";

/** The response of the network to one request, in the order of the requests. */
export interface ScriptedResponse {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON body with its content type. */
  readonly json?: unknown;
  /** Any other body, in the chunks in which it is sent. */
  readonly body?: string | Uint8Array | readonly (string | Uint8Array)[];
  /** The `Location` of a redirect, with a secret path and query. */
  readonly redirectsTo?: "same origin" | "another origin";
  /** Time before the headers. */
  readonly delayMs?: number;
  /** Time before each chunk of the body but the first. */
  readonly pauseMs?: number;
  /** The connection is reset: before the headers, or after that many bytes of the body. */
  readonly breaksAfter?: "nothing" | number;
  /** The response stalls, from the start or after that many bytes of the body. */
  readonly stallsAfter?: "nothing" | number;
  /** How the end of the body is marked. @default "length" */
  readonly framing?: "length" | "chunked";
  /** A `fetch` that ignores its signal. Only in memory. */
  readonly ignoresSignal?: boolean;
}

/** A request that must arrive: `"GET /leads"`, or in detail. Headers that are undefined must be absent. */
export type ExpectedRequest =
  | string
  | {
      readonly line: string;
      readonly query?: string;
      readonly headers?: Readonly<Record<string, string | undefined>>;
      /** A body of JSON. */
      readonly body?: unknown;
      /** Any other body. */
      readonly content?: FormData | Blob;
    };

/** How the call ends. */
export type Expected =
  | { readonly data: unknown }
  /** The elements of a stream before it ended, and the error or reason that ended it. */
  | ExpectedError
  | { readonly reason: unknown; readonly elements?: readonly unknown[] };

export interface ExpectedError {
  readonly error: "ApiError" | "ConnectionError" | "TimeoutError" | "ResponseError" | "ConfigurationError";
  /** Parts of the message. */
  readonly messageIncludes?: readonly string[];
  /** Parts that must not appear when the error is printed. */
  readonly redacts?: readonly string[];
  /** Fields with their values. */
  readonly with?: Readonly<Record<string, unknown>>;
  readonly elements?: readonly unknown[];
}

export interface Case {
  readonly title: string;
  /** What distinguishes this case from others with its title. */
  readonly name?: string;
  /** Options of the client. A function creates them for each run. */
  readonly client?: Loose<ClientOptions> | (() => Loose<ClientOptions>);
  /** A path below which the API is. */
  readonly prefix?: string;
  readonly operation?: OperationId;
  readonly input?: unknown;
  readonly options?: Loose<CallOptions> | (() => Loose<CallOptions>);
  /** `paths` is a client of `createFetchClient`: its error statuses are results, and it gets the call's options as its own. @default "method" */
  readonly by?: "method" | "safe" | "stream" | "paths";
  /** The caller aborts: before the call, or that many milliseconds after its start. */
  readonly abort?: { readonly at: "before" | number; readonly reason?: unknown };
  readonly responses?: readonly ScriptedResponse[];
  /** @default none */
  readonly requests?: readonly ExpectedRequest[];
  readonly expect: Expected;
  /** Virtual time from call to end when `Math.random()` returns 0.5. Only checked in memory. */
  readonly takesMs?: number;
  /** The only network on which it runs. @default both */
  readonly on?: "memory" | "loopback";
}

/** Options as JavaScript callers can pass them. */
export type Loose<Options> = { readonly [Key in keyof Options]?: unknown } & Readonly<Record<string, unknown>>;

/** The title of a case in a report. */
export function titleOf({ title, name, by }: Case): string {
  const details = [by === "paths" && "by path", name].filter((detail) => detail !== undefined && detail !== false);
  return details.length > 0 ? `${title} (${details.join(", ")})` : title;
}
