import type { FaultField, FaultFieldForm } from "./fault-kind.js";

type Given = Omit<FaultFieldForm, "type">;

/** A number within bounds, both included. */
export function numberField(given: Given & { readonly least: number; readonly integer?: true }): FaultField {
  const { least, most = Number.POSITIVE_INFINITY, integer } = given;
  const accepts = (value: unknown): boolean =>
    Number.isFinite(value) &&
    (value as number) >= least &&
    (value as number) <= most &&
    (!integer || Number.isInteger(value));
  const noun = integer ? "an integer" : "a number";
  const bounds = most === Number.POSITIVE_INFINITY ? `of at least ${least}` : `from ${least} to ${most}`;
  return orMissing({ ...withoutInteger(given), type: "number", accepts, expected: `${noun} ${bounds}` });
}

/** One of several texts. */
export function choiceField(given: Given & { readonly choices: readonly string[] }): FaultField {
  const { choices } = given;
  const expected = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  return orMissing({ ...given, type: "choice", accepts: (value) => choices.includes(value as string), expected });
}

/** A text that a pattern matches. */
export function textField(given: Given, pattern: RegExp, expected: string): FaultField {
  const accepts = (value: unknown): boolean => typeof value === "string" && pattern.test(value);
  return orMissing({ ...given, type: "text", accepts, expected });
}

/** Any JSON value. */
export function jsonField(given: Given): FaultField {
  return { ...given, type: "json", accepts: () => true, expected: "JSON" };
}

/** A field that accepts only some of the values of another. */
export function narrow(field: FaultField, accepts: (value: unknown) => boolean, expected: string): FaultField {
  return { ...field, accepts: (value) => field.accepts(value) && (value === undefined || accepts(value)), expected };
}

function orMissing(field: FaultField): FaultField {
  return field.optional ? { ...field, accepts: (value) => value === undefined || field.accepts(value) } : field;
}

function withoutInteger({ integer: _, ...form }: Given & { readonly integer?: true }): Given {
  return form;
}
