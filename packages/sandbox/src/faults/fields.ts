import type { FaultField, FaultFieldForm } from "./fault-kind.js";

type FieldForm = Omit<FaultFieldForm, "type">;

/** A number within bounds, both included. */
export function numberField(form: FieldForm & { readonly minimum: number; readonly integer?: true }): FaultField {
  const { integer = false, ...field } = form;
  const { minimum, maximum = Number.POSITIVE_INFINITY } = field;
  const accepts = (value: unknown): boolean =>
    Number.isFinite(value) &&
    (value as number) >= minimum &&
    (value as number) <= maximum &&
    (!integer || Number.isInteger(value));
  const noun = integer ? "an integer" : "a number";
  const bounds = maximum === Number.POSITIVE_INFINITY ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
  return { ...field, type: "number", accepts, expected: `${noun} ${bounds}` };
}

/** One of several texts. */
export function choiceField(form: FieldForm & { readonly choices: readonly string[] }): FaultField {
  const { choices } = form;
  const expected = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  return { ...form, type: "choice", accepts: (value) => choices.includes(value as string), expected };
}

/** A text that a pattern matches. */
export function textField(form: FieldForm, pattern: RegExp, expected: string): FaultField {
  return { ...form, type: "text", accepts: (value) => typeof value === "string" && pattern.test(value), expected };
}

/** Any value that JSON can write: a BigInt or a cycle would only fail when a request comes. */
export function jsonField(form: FieldForm): FaultField {
  return { ...form, type: "json", accepts: isSerializable, expected: "a value that JSON has a form for" };
}

function isSerializable(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

/** A field that accepts only some of the values of another. */
export function narrow(field: FaultField, accepts: (value: unknown) => boolean, expected: string): FaultField {
  return { ...field, accepts: (value) => field.accepts(value) && accepts(value), expected };
}
