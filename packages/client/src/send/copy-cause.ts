import { defineHidden } from "../errors/replaceable.js";
import { readField } from "./read-field.js";
import type { Redact } from "./redact.js";

/** The number of failures of a chain that are read and copied. */
const MAX_CAUSES = 16;
const MAX_NAME_LENGTH = 100;
const MAX_MESSAGE_LENGTH = 1_000;
const MAX_STACK_LENGTH = 4_000;

/**
 * Copies a failure: name, message, code, stack, and its causes in the same way. Nothing else of the original is kept,
 * since it may contain the request, the response or the key, and printing it would show them.
 */
export function copyCause(failure: unknown, redact: Redact, depth: number = 1): unknown {
  // A symbol can quote the key too.
  if (typeof failure === "string" || typeof failure === "symbol") return redact(String(failure), MAX_MESSAGE_LENGTH);
  if (Object(failure) !== failure) return failure;
  const copyField = (field: string, maxLength: number): string | undefined => {
    const text = readField(failure, field);
    return typeof text === "string" && text ? redact(text, maxLength) : undefined;
  };
  const name = copyField("name", MAX_NAME_LENGTH) ?? "Error";
  const message = copyField("message", MAX_MESSAGE_LENGTH) ?? "";
  const number = readField(failure, "code");
  const [cause] = innerCauses(failure);
  const code = typeof number === "number" ? number : copyField("code", MAX_NAME_LENGTH);
  // As in an error of the runtime: of its fields, printing shows the code.
  const copy = Object.assign(new Error(message), code !== undefined && { code });
  defineHidden(copy, {
    name,
    stack: copyField("stack", MAX_STACK_LENGTH) ?? `${name}: ${message}`,
    cause: depth < MAX_CAUSES ? copyCause(cause, redact, depth + 1) : undefined,
  });
  return copy;
}

/** A failure and its causes, the outermost first. */
export function causesOf(failure: unknown): unknown[] {
  const causes = [failure];
  // The loop reaches those that it adds.
  for (const outer of causes) causes.push(...innerCauses(outer).slice(0, MAX_CAUSES - causes.length));
  return causes;
}

/** The cause of a failure, or those of an AggregateError, such as one for each address of a host. */
export function innerCauses(failure: unknown): readonly unknown[] {
  const cause = readField(failure, "cause");
  if (cause !== undefined) return [cause];
  const errors = readField(failure, "errors");
  const length = readField(errors, "length");
  if (typeof length !== "number") return [];
  return Array.from({ length: Math.min(length, MAX_CAUSES) }, (_, index) => readField(errors, index));
}
