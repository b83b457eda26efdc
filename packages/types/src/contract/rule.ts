import { type IssueList, typeOf } from "./issue.js";
import type { Schema } from "./schema.js";

/** Returns whether a value matches, and adds its issues to the list; without a list, stops at the first issue. */
export type Check = (value: unknown, list: IssueList | undefined) => boolean;

/** Compiles a schema within another one. */
export type Compile = (schema: Schema) => Check;

export interface Options {
  /** Whether `format` is validated. @default true */
  readonly formats?: boolean;
}

/** A rule with a single condition for the values to which it applies. */
export function rule(
  expected: string,
  accepts: (value: never) => boolean,
  applies: (value: unknown) => boolean,
): Check {
  return (value, list) => {
    if (!applies(value) || accepts(value as never)) return true;
    list?.add(expected, typeOf(value));
    return false;
  };
}

export const isNumber = (value: unknown): value is number => typeof value === "number";
export const isText = (value: unknown): value is string => typeof value === "string";
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === "object";

/** Returns the same text for the same JSON value, whatever the order of its keys. */
export function canonicalize(value: unknown): string {
  const sorted = (_: string, inner: unknown): unknown =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner;
  return typeof value === "string" ? `"${value}` : (JSON.stringify(value, sorted) ?? "undefined");
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
