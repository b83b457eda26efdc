import type { Case } from "./case.ts";

/** A rejection, before a request is sent, whose message has these parts. */
export const rejects = (...messageIncludes: string[]): Case["expect"] => ({
  error: "ConfigurationError",
  messageIncludes,
  with: { attempts: 0, mayHaveSucceeded: false },
});

export class Point {
  x = 1;
}

/** Adds a key that is not enumerable. */
export const hidden = (value: object, key = "b") => Object.defineProperty(value, key, { value: 2 });
/** A prototype without a prototype. */
export const parent = (members: object) => Object.assign(Object.create(null), members);

/** Values with the rule that each breaks. */
export const listByRule = (rules: Readonly<Record<string, readonly (readonly [name: string, value: unknown])[]>>) =>
  Object.entries(rules).flatMap(([rule, values]) => values.map(([name, value]) => ({ rule, name, value })));

/** Integers that `JSON.parse` rounds. */
export const rounded = [2 ** 53, -(2 ** 53), 1e21, -1e300];
