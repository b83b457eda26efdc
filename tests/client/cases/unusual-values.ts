import type { Case } from "./case.ts";

/** A rejection by name, before a request is sent. */
export const rejects = (key: string): Case["expect"] => ({
  error: "ConfigurationError",
  messageIncludes: [key],
  with: { attempts: 0, mayHaveSucceeded: false },
});

export class Point {
  x = 1;
}

/** Adds a key that is not enumerable. */
export const hidden = (value: object, key = "b") => Object.defineProperty(value, key, { value: 2 });
/** A prototype without a prototype. */
export const parent = (members: object) => Object.assign(Object.create(null), members);

/** Integers that `JSON.parse` rounds. */
export const rounded = [2 ** 53, -(2 ** 53), 1e21, -1e300];
