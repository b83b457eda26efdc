import { createValidator as createSchemaValidator, type Issue, type Schema } from "@serviceform/types/contract";

/** Returns the first issue of a value, or undefined if the value matches. */
export type Validator = (value: unknown) => Issue | undefined;

/**
 * Creates a validator of values that are sent as JSON, which leaves out undefined properties and turns a Date into
 * text. A value that does not match is serialized and validated again.
 */
export function createValidator(schema: Schema): Validator {
  const { accepts, validate } = createSchemaValidator(schema);
  return (value) => {
    if (accepts(value)) return undefined;
    const text = serialize(value);
    if (text === undefined) return { path: "", expected: "a value that JSON has a form for", received: typeof value };
    return validate(JSON.parse(text), 1)[0];
  };
}

/** Creates a validator of values that are parsed from a request, which can be files of a form. */
export function createRequestValidator(schema: Schema): Validator {
  const { accepts, validate } = createSchemaValidator(schema);
  return (value) => (accepts(value) ? undefined : validate(value, 1)[0]);
}

/** The issue as a sentence without its path. */
export function messageFor({ expected, received }: Issue): string {
  return received === "missing"
    ? `It is missing; expected: ${expected}.`
    : `Expected: ${expected}; received: ${received}.`;
}

/** Undefined for a cycle or a BigInt. */
function serialize(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return undefined;
  }
}
