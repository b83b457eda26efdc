import {
  type AnyServiceformError,
  type ClientOptions,
  createClient,
  type Fetch,
  type Hooks,
  isServiceformError,
} from "@serviceform/client";
import { type OperationId, operationTable, securitySchemes, usesSecuritySchemes } from "@serviceform/types";
import type { Input } from "./plan-inputs.ts";

/** The URL of the API and its key. */
export interface Target {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  readonly retries?: number;
}

/** How a call ended. */
export type OperationResult =
  /** A success. A long list has its first elements only; `cut` is true if there were more. */
  | { readonly kind: "value"; readonly status: number; readonly value: unknown; readonly cut: boolean }
  | { readonly kind: "rejected"; readonly status: number; readonly body: unknown }
  /** A success whose body is not JSON, or JSON of another type than expected. */
  | {
      readonly kind: "unreadable";
      readonly status: number;
      readonly expected: string;
      readonly received: string;
      readonly isJson: boolean;
    }
  | { readonly kind: "failed"; readonly reason: string };

/** Makes one call; of a list, it reads `limit` elements and ends the download. */
export type CallOperation = (operation: string, input: Input, limit: number) => Promise<OperationResult>;

type Method = (input: Input) => Promise<unknown>;
type Streaming = (input: Input) => AsyncIterable<unknown>;

/** Calls through the client, so that key, URLs, redirects and retries are handled as for its users. */
export function createCallOperation(target: Target): CallOperation {
  let status = 0;
  const hooks: Hooks = {
    onResponse(event) {
      status = event.status ?? 0;
    },
  };
  const { apiKey, ...others } = target;
  const client = createClient({ ...others, ...credentialsFrom(apiKey), hooks });
  const methods = client as unknown as Readonly<Record<string, Method>>;
  const streams = client.stream as unknown as Readonly<Record<string, Streaming | undefined>>;
  return async (operation, input, limit) => {
    const stream = respondsWithArray(operation) ? streams[operation] : undefined;
    try {
      if (stream === undefined) return { kind: "value", value: await methods[operation]?.(input), status, cut: false };
      const { elements, cut } = await take(stream(input), limit);
      return { kind: "value", value: elements, status, cut };
    } catch (error) {
      if (!isServiceformError(error)) throw error;
      return toResult(error, stream === undefined ? "object" : "array");
    }
  };
}

const ownSchemes = usesSecuritySchemes ? securitySchemes : undefined;

/** The options of the client that take the key: `apiKey`, or one for each security scheme of another contract. */
export function credentialsFrom(apiKey: string, schemes: typeof ownSchemes = ownSchemes): Partial<ClientOptions> {
  if (!schemes) return { apiKey };
  const credentials = Object.entries(schemes).map(([option, { kind }]) => [
    option,
    kind === "basic" ? { username: "drift", password: apiKey } : apiKey,
  ]);
  return Object.fromEntries(credentials);
}

/** A page can have its elements within an object, so one page is compared with the schema of the contract. */
function respondsWithArray(operation: string): boolean {
  return operationTable[operation as OperationId].responseBody === "array";
}

async function take(source: AsyncIterable<unknown>, limit: number): Promise<{ elements: unknown[]; cut: boolean }> {
  const elements: unknown[] = [];
  for await (const element of source) {
    if (elements.length === limit) return { elements, cut: true };
    elements.push(element);
  }
  return { elements, cut: false };
}

/** Describes an error without its message, which may quote personal data of the API. */
function toResult(error: AnyServiceformError, expected: "array" | "object"): OperationResult {
  switch (error.name) {
    case "ApiError":
      return { kind: "rejected", status: error.status, body: error.body };
    case "ResponseError": {
      const { received, isJson } = inspectBeginning(error.bodyPreview, expected);
      return { kind: "unreadable", status: error.status, expected, received, isJson };
    }
    case "ConnectionError":
    case "TimeoutError":
      // Both messages come from the client, before a request is sent.
      return { kind: "failed", reason: error.message.split(`: ${error.operation} `)[0] ?? error.name };
    case "ConfigurationError":
      return { kind: "failed", reason: `the client rejects ${error.param}` };
    default:
      return error satisfies never;
  }
}

/** Describes a body by its start. One that starts as expected but was rejected is truncated or invalid JSON. */
export function inspectBeginning(text: string, expected: string): { received: string; isJson: boolean } {
  const first = text.trimStart()[0];
  if (first === undefined) return { received: "nothing", isJson: false };
  if (first === "<") return { received: "a page", isJson: false };
  const received = LITERALS.get(text.trim()) ?? typeByFirst(first);
  if (received === undefined) return { received: "text", isJson: false };
  return received === expected ? { received: "broken JSON", isJson: false } : { received, isJson: true };
}

const LITERALS = new Map(Object.entries({ true: "boolean", false: "boolean", null: "null" }));

function typeByFirst(character: string): string | undefined {
  if (/[-\d]/.test(character)) return "number";
  return { "{": "object", "[": "array", '"': "string" }[character];
}
