import type { Operation } from "@serviceform/types";
import { isRecord } from "./json.js";
import { refuse } from "./refuse.js";

type Values = Readonly<Record<string, unknown>>;

/** The input of a method by where its parts travel. */
export interface RequestParts {
  readonly path: Values;
  readonly query: Values;
  readonly body: Values | undefined;
}

/** Sorts an input and refuses unknown and missing keys. A key that is `undefined` counts as not given. */
export function sortInput({ pathKeys, queryKeys, bodyKeys, required }: Operation, input: unknown = {}): RequestParts {
  if (!isRecord(input)) refuse("input", "is not an object");
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  const body: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const place = pathKeys.includes(key) ? path : queryKeys.includes(key) ? query : bodyKeys.includes(key) && body;
    if (!place) refuse(key, "is unknown");
    place[key] = value;
  }
  for (const key of required) if (input[key] === undefined) refuse(key, "is missing");
  return { path, query, body: bodyKeys.length > 0 ? body : undefined };
}

/**
 * Makes the function that fills in a path so that each value is exactly one segment of it; it refuses a value that would
 * change the path.
 */
export function createPathSerializer(template: string): (values: Values) => string {
  // The parts at odd places are names of values.
  const parts = template.split(/[{}]/);
  return (values) => parts.map((part, index) => (index % 2 ? serializeSegment(part, values[part]) : part)).join("");
}

function serializeSegment(key: string, value: unknown): string {
  const text = typeof value === "boolean" ? undefined : encode(value);
  if (text === undefined) refuse(key, "must be a well-formed string or a finite number");
  // Servers and proxies resolve dot segments, also encoded ones: the request would reach another path.
  if (/^(\.|%2e){0,2}$/i.test(String(value))) refuse(key, "is empty or a dot segment");
  return text;
}

/** Writes a query with its question mark, an array as a repeated key; refuses what would be dropped or changed. */
export function serializeQuery(values: Values): string {
  let query = "";
  for (const [key, given] of Object.entries(values)) {
    if (given === undefined) continue;
    // It would leave no trace, and the API would answer as if nothing had been asked for.
    if (Array.isArray(given) && !given.length) refuse(key, "is empty");
    for (const value of Array.isArray(given) ? given : [given]) {
      const text = encode(value);
      if (text === undefined) refuse(key, "must be a well-formed string or a finite number, or a boolean");
      query += `${query ? "&" : "?"}${key}=${text}`;
    }
  }
  return query;
}

/** Writes a JSON body; refuses what JSON would drop or change. */
export function serializeBody(body: Values): string {
  if (!isContainer(body)) refuse("body", "is not an object");
  for (const [key, value] of Object.entries(body)) checkJson(key, value, 1);
  return JSON.stringify(body);
}

/** Stops at a body that contains itself; far above any real one. */
const MAX_DEPTH = 100;

function checkJson(name: string, value: unknown, depth: number): void {
  if (isContainer(value) && depth < MAX_DEPTH) {
    const isArray = Array.isArray(value);
    // An array is spread so that its holes are seen: JSON would make null of them.
    for (const [key, inner] of Object.entries(isArray ? [...value] : value)) {
      if (isArray || inner !== undefined) checkJson(isArray ? `${name}[${key}]` : `${name}.${key}`, inner, depth + 1);
    }
  } else if (value !== null && !isScalar(value)) {
    refuse(name, "would be lost or changed in JSON");
  }
}

/** An array or a plain object, recognized by its shape, since one of another realm has another prototype. */
function isContainer(value: unknown): value is object {
  if (typeof value !== "object" || !value || "toJSON" in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || !prototype || !Object.getPrototypeOf(prototype);
}

/** Percent-encodes a value; undefined for one that a URL cannot hold: NaN, an object, a lone surrogate. */
function encode(value: unknown): string | undefined {
  try {
    return isScalar(value) ? encodeURIComponent(value) : undefined;
  } catch {
    return undefined;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

export function addExtra(
  parts: RequestParts,
  extra: { query?: Values | undefined; body?: Values | undefined } | undefined,
  _: Operation,
): RequestParts {
  return {
    ...parts,
    query: { ...parts.query, ...extra?.query },
    body: parts.body && { ...parts.body, ...extra?.body },
  };
}
