import { escapePointer } from "../openapi/pointer.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Finds the numbers of YAML that JSON cannot express, and thus no request, response or generated file. */
export function findInfiniteNumbers(value: unknown, pointer = "#"): SpecIssue[] {
  if (typeof value === "number" && !Number.isFinite(value)) {
    const text = String(value).replace(/Infinity|NaN/, (name) => (name === "NaN" ? ".nan" : ".inf"));
    return [
      { pointer, message: `The document has the number ${text}, which JSON cannot express; write a finite one.` },
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    findInfiniteNumbers(inner, `${pointer}/${escapePointer(key)}`),
  );
}
