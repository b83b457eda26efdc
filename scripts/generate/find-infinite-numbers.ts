import { escapePointer } from "../openapi/pointer.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Finds the numbers of YAML that JSON cannot express, and thus no request, response or generated file. */
export function findInfiniteNumbers(value: unknown): SpecIssue[] {
  return hasInfiniteNumber(value) ? locate(value, "#") : [];
}

/** Quicker than to locate each, which most documents need not. */
function hasInfiniteNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasInfiniteNumber);
}

function locate(value: unknown, pointer: string): SpecIssue[] {
  if (typeof value === "number" && !Number.isFinite(value)) {
    const text = String(value).replace(/Infinity|NaN/, (name) => (name === "NaN" ? ".nan" : ".inf"));
    return [
      { pointer, message: `The document has the number ${text}, which JSON cannot express; write a finite one.` },
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => locate(inner, `${pointer}/${escapePointer(key)}`));
}
