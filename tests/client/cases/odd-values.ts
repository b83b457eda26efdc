import type { Case } from "./case.ts";

/** A rejection by name, before anything was sent. */
export const rejects = (key: string): Case["expect"] => ({
  error: "ConfigurationError",
  messageIncludes: [key],
  with: { attempts: 0, mayHaveSucceeded: false },
});

export class Point {
  x = 1;
}

/** With a key that `Object.keys` does not show. */
export const hidden = (value: object, key = "b") => Object.defineProperty(value, key, { value: 2 });
/** A prototype that has none itself. */
export const parent = (members: object) => Object.assign(Object.create(null), members);

/** Beyond these a number is another one than was written. */
export const rounded = [2 ** 53, -(2 ** 53), 1e21, -1e300];
