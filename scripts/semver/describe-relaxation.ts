import type { Difference } from "./difference.ts";

/** Describes how requests are less restricted than before. */
export function describeRelaxation({ typeName, property = "", before, after, subject }: Difference): string {
  if (property === "required") {
    if (typeName !== "Schema") return `\`${subject}\` may be left out.`;
    return `\`${subject}\` may be made without ${list(missing(before, after))}.`;
  }
  if (property === "enum" && Array.isArray(after)) return `\`${subject}\` may also be ${list(missing(after, before))}.`;
  const how = after === undefined ? "is removed" : `changes from ${quote(before)} to ${quote(after)}`;
  return `\`${subject}\` is relaxed: its ${property} ${how}.`;
}

/** The elements of one list that the other lacks; both can be undefined. */
export function missing(from: unknown, other: unknown): unknown[] {
  const there = [other ?? []].flat();
  return [from ?? []].flat().filter((value) => !there.includes(value));
}

export function list(values: readonly unknown[]): string {
  return values.map(quote).join(", ");
}

export function quote(value: unknown): string {
  return `\`${typeof value === "string" && value !== "" ? value : JSON.stringify(value)}\``;
}
