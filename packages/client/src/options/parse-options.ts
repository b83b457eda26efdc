import { InvalidInput } from "../errors/invalid-input.js";
import { isPlainObject } from "../plain-object.js";
import type { Rules } from "./rule.js";

/** Options without those that are `undefined`, which count as left out. */
export type Defined<Options> = { [Option in keyof Options]: Exclude<Options[Option], undefined> };

/**
 * The group of values to validate: options, which may be the value of an option called `name`, or parts of the input.
 */
interface Group {
  readonly kind?: "option" | "input";
  readonly name?: string;
}

/** Returns the options without those that are `undefined`. Throws `InvalidInput` for an unknown or invalid option. */
export function parseOptions<Options extends object>(
  options: Options,
  rules: Partial<Rules<Options>>,
  { kind = "option", name }: Group = {},
): Defined<Options> {
  // What a Map, a promise or an AbortController contains would be ignored.
  if (!isPlainObject(options)) {
    const param = name ?? "options";
    throw new InvalidInput(`invalid_${kind}`, param, `${param} must be a plain object`);
  }
  const defined: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, key) ? rules[key as keyof Options] : undefined;
    const param = name ? `${name}.${key}` : key;
    if (!rule) {
      const expected = Object.keys(rules).join(", ");
      throw new InvalidInput(`unknown_${kind}`, param, `unknown ${kind} "${param}"; expected ${expected}`);
    }
    if (value === undefined) continue;
    if (!rule.accepts(value)) throw new InvalidInput(`invalid_${kind}`, param, `${param} must be ${rule.expected}`);
    defined[key] = value;
  }
  return defined as Defined<Options>;
}
