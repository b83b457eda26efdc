import type { Operation } from "@serviceform/types";
import { ConfigurationError } from "./errors.js";

/** The input of a method by where its parts travel. */
export interface RequestParts {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: Record<string, unknown> | undefined;
}

/** Sorts the keys of an input and refuses unknown and missing ones. A key that is `undefined` counts as not given. */
export function sortInput(operation: Operation, input: unknown): RequestParts {
  if (input !== undefined && (typeof input !== "object" || input === null || Array.isArray(input))) {
    throw new ConfigurationError("input", "must be an object");
  }
  const given = (input ?? {}) as Record<string, unknown>;
  const { pathKeys, queryKeys, bodyKeys, required } = operation;
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  const body: Record<string, unknown> = {};
  for (const key of Object.keys(given)) {
    const value = given[key];
    const place = pathKeys.includes(key)
      ? path
      : queryKeys.includes(key)
        ? query
        : bodyKeys.includes(key)
          ? body
          : undefined;
    if (!place) throw new ConfigurationError(`input.${key}`, "is not a key of this operation's input");
    if (value !== undefined) place[key] = value;
  }
  for (const key of required) {
    if (given[key] === undefined) throw new ConfigurationError(`input.${key}`, "is missing");
  }
  return { path, query, body: bodyKeys.length > 0 ? body : undefined };
}
