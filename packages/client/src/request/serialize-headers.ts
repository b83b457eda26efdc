import { type Operation, usesStyles } from "@serviceform/types";
import { invalidInput } from "../errors/invalid-input.js";
import { assertExact, isScalar } from "./plain-data.js";
import { readSeparable, styleOf } from "./serialize-styled.js";

/** Writes header parameters. Throws `InvalidInput` for a value that a header cannot carry unchanged. */
export function serializeHeaders(
  operation: Operation,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const { headerKeys = [] } = operation;
  const keys = headerKeys.filter((key) => Object.hasOwn(values, key));
  const entries = keys.map((key) => {
    const serialize = usesStyles && styleOf(operation, key) ? serializeList : serializeText;
    return [key.toLowerCase(), serialize(key, values[key])] as const;
  });
  return Object.fromEntries(entries);
}

function serializeText(key: string, value: unknown): string {
  assertExact(key, value);
  const text = isScalar(value) && !Object.is(value, -0) ? String(value) : undefined;
  // RFC 9110, 5.5: blanks at the ends are not part of a value, and other bytes than these have no agreed meaning.
  if (text !== undefined && /^(?:[!-~](?:[\t -~]*[!-~])?)?$/.test(text)) return text;
  throw invalidInput(
    key,
    "must be printable ASCII without spaces at its ends, a finite number other than -0 or a boolean",
  );
}

function serializeList(key: string, value: unknown): string {
  const elements = readSeparable(key, value, ",").map((element) => serializeText(key, element));
  // RFC 9110, 5.6.1.2: a recipient ignores empty elements of a list.
  if (elements.includes("")) throw invalidInput(key, "must have no empty element");
  return elements.join(",");
}
