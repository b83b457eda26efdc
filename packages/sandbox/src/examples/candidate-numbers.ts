import type { Schema } from "@serviceform/types/contract";
import { between, type Random } from "../seed-data/random.js";

/** The number of steps that are considered in a range without an end. */
const SPAN = 100;

/**
 * Numbers within the bounds of a schema or at them, integers if these are valid, starting at a place that depends on
 * the seed.
 */
export function* candidateNumbers(schema: Schema, random: Random): Iterable<number> {
  const { multipleOf, minimum = -Infinity, maximum = Infinity } = schema;
  const lower = Math.max(minimum, schema.exclusiveMinimum ?? -Infinity);
  const upper = Math.min(maximum, schema.exclusiveMaximum ?? Infinity);
  const step = multipleOf ?? 1;
  const starts = Number.isFinite(lower) ? [lower] : [1, upper - SPAN * step].filter(Number.isFinite);
  for (const start of starts) {
    const end = Math.min(upper, start + SPAN * step);
    yield* multiples(step, start, end, random);
    if (multipleOf === undefined) yield* [(start + end) / 2, start + 0.5, start, end];
  }
}

function* multiples(step: number, start: number, end: number, random: Random): Iterable<number> {
  const first = Math.ceil(start / step);
  const count = Math.floor(end / step) - first + 1;
  const offset = between(random, 0, Math.max(count - 1, 0));
  for (let index = 0; index < count; index += 1) {
    const product = (first + ((offset + index) % count)) * step;
    // Floating-point error: 3 times 0.1 is 0.30000000000000004.
    yield Number(product.toPrecision(15));
  }
}
