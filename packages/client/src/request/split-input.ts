import {
  type Operation,
  usesHeaderParameters,
  usesOmittedBodies,
  usesOpenBodies,
  usesSecuritySchemes,
  usesWholeBodies,
} from "@serviceform/types";
import { InvalidInput, invalidInput } from "../errors/invalid-input.js";
import type { Extra } from "../options/call-options.js";
import { type Member, readMembers } from "./plain-data.js";
import { rejectCredentials } from "./reject-credentials.js";

/** The input of a method, split into path, query and body parameters. */
export interface RequestParts {
  /** Includes header parameters, whose names differ from those in the path. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: readonly Member[];
  readonly body: readonly Member[] | undefined;
}

/**
 * Splits an input into its parts. Throws `InvalidInput` for unknown and missing keys; `undefined` counts as missing.
 */
export function splitInput(operation: Operation, input: unknown = {}): RequestParts {
  const { pathKeys, queryKeys, bodyKeys, emptyBody, required } = operation;
  const path: Record<string, unknown> = {};
  const query: Member[] = [];
  const body: Member[] = [];
  const present: string[] = [];
  for (const member of readMembers("input", input)) {
    const [key, value] = member;
    if (value === undefined) continue;
    if (pathKeys.includes(key)) path[key] = value;
    else if (queryKeys.includes(key)) query.push(member);
    else if (bodyKeys.includes(key)) body.push(member);
    else if (usesHeaderParameters && operation.headerKeys?.includes(key)) path[key] = value;
    else if (usesOpenBodies && operation.openBody) body.push(member);
    else {
      const expected = inputKeys(operation).join(", ") || "none";
      throw new InvalidInput("unknown_input", key, `unknown input "${key}"; expected ${expected}`);
    }
    present.push(key);
  }
  const needed = usesOmittedBodies && body.length > 0 ? [...required, ...(operation.requiredWithBody ?? [])] : required;
  for (const key of needed) {
    if (!present.includes(key)) throw new InvalidInput("missing_input", key, `${key} is required`);
  }
  if (usesOmittedBodies && operation.requiredWithBody && body.length === 0) return { path, query, body: undefined };
  return { path, query, body: bodyKeys.length > 0 || emptyBody ? body : undefined };
}

/** Adds fields outside the contract. Throws `InvalidInput` for a field that is an input or would not be sent. */
export function addExtra(operation: Operation, parts: RequestParts, extra: Extra | undefined): RequestParts {
  if (!extra) return parts;
  const { method } = operation;
  if (extra.body && !parts.body && ["GET", "HEAD", "DELETE"].includes(method)) {
    throw invalidInput("extra.body", `must not be set; a ${method} request has no body`);
  }
  if (usesWholeBodies && extra.body && operation.wholeBody) {
    throw invalidInput("extra.body", "must not be set; pass the whole body as body");
  }

  if (usesSecuritySchemes) rejectCredentials("extra.query", extra.query, operation.security);
  const query = [...parts.query, ...readExtra(operation, "extra.query", extra.query)];
  const body = extra.body && [...(parts.body ?? []), ...readExtra(operation, "extra.body", extra.body)];
  return { path: parts.path, query, body: body ?? parts.body };
}

function readExtra(operation: Operation, name: string, fields: unknown = {}): Member[] {
  const members = readMembers(name, fields);
  const inputs = inputKeys(operation);
  for (const [key] of members) {
    if (!inputs.includes(key)) continue;
    const param = `${name}.${key}`;
    throw invalidInput(param, "must be passed as an input, not in extra");
  }
  return members;
}

function inputKeys(operation: Operation): string[] {
  const { pathKeys, queryKeys, bodyKeys } = operation;
  if (usesHeaderParameters) return [...pathKeys, ...queryKeys, ...(operation.headerKeys ?? []), ...bodyKeys];
  return [...pathKeys, ...queryKeys, ...bodyKeys];
}
