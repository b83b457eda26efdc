import type { Operation } from "@serviceform/types";
import { invalidInput } from "../errors/invalid-input.js";
import { assertExact, isScalar } from "./plain-data.js";

/** Writes header parameters. Throws `InvalidInput` for a value that a header cannot carry unchanged. */
export function serializeHeaders(
  { headerKeys = [] }: Operation,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const keys = headerKeys.filter((key) => Object.hasOwn(values, key));
  const entries = keys.map((key) => {
    const value = values[key];
    assertExact(key, value);
    const text = isScalar(value) && !Object.is(value, -0) ? String(value) : undefined;
    // RFC 9110, 5.5: blanks at the ends are not part of a value, and other bytes than these have no agreed meaning.
    if (text === undefined || !/^(?:[!-~](?:[\t -~]*[!-~])?)?$/.test(text)) {
      throw invalidInput(
        key,
        "must be printable ASCII without spaces at its ends, a finite number other than -0 or a boolean",
      );
    }
    return [key.toLowerCase(), text] as const;
  });
  return Object.fromEntries(entries);
}
