import { formats } from "./formats.js";
import { type Check, canonicalize, count, isNumber, isText, type Options, rule } from "./rule.js";
import type { Schema } from "./schema.js";

export function* enumRule({ enum: values }: Schema): Iterable<Check> {
  if (!values) return;
  const texts = new Set(values.map(canonicalize));
  yield rule(
    `one of ${values.length} values`,
    (value) => texts.has(canonicalize(value)),
    () => true,
  );
}

export function* numberRules(schema: Schema): Iterable<Check> {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const number = (expected: string, accepts: (value: number) => boolean): Check => rule(expected, accepts, isNumber);
  // A larger integer is not the one in the text: JSON.parse has rounded it.
  if (type === "integer") yield number("a safe integer", Number.isSafeInteger);
  if (type === "number") yield number("a finite number", Number.isFinite);
  if (minimum !== undefined) yield number(`at least ${minimum}`, (value) => value >= minimum);
  if (maximum !== undefined) yield number(`at most ${maximum}`, (value) => value <= maximum);
  if (exclusiveMinimum !== undefined)
    yield number(`more than ${exclusiveMinimum}`, (value) => value > exclusiveMinimum);
  if (exclusiveMaximum !== undefined)
    yield number(`less than ${exclusiveMaximum}`, (value) => value < exclusiveMaximum);
  if (multipleOf !== undefined) yield number(`a multiple of ${multipleOf}`, (value) => isMultiple(value, multipleOf));
}

function isMultiple(value: number, of: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(of)) return value % of === 0;
  // Floating-point error: 0.3 / 0.1 is 2.9999999999999996.
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) <= Number.EPSILON * Math.max(1, Math.abs(quotient));
}

export function* textRules(
  { minLength, maxLength, pattern, format }: Schema,
  options: Required<Options>,
): Iterable<Check> {
  const text = (expected: string, accepts: (value: string) => boolean): Check => rule(expected, accepts, isText);
  if (minLength !== undefined)
    yield text(`at least ${count(minLength, "character")}`, (value) => lengthOf(value) >= minLength);
  if (maxLength !== undefined)
    yield text(`at most ${count(maxLength, "character")}`, (value) => lengthOf(value) <= maxLength);
  if (pattern !== undefined) {
    const expression = new RegExp(pattern, "u");
    yield text("text that matches the pattern", (value) => expression.test(value));
  }
  const accepts = format !== undefined && options.formats && Object.hasOwn(formats, format) && formats[format];
  if (accepts) yield text(format, accepts);
}

/** In code points, as in JSON Schema. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
