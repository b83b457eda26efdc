import type { Schema } from "@serviceform/types/contract";

/** A way in which a response differs from the contract. */
export type DriftKind = "missing" | "mistyped" | "undeclared-field" | "undeclared-status" | "not-json";

/** The observation in one place of the responses of one operation. */
export interface Observation {
  readonly kind: DriftKind;
  readonly operation: string;
  /** Where in the body: `[].history[].type`; empty for the body itself. */
  readonly place: string;
  /** The part of the contract that differs, as a URI fragment into the bundled document. */
  readonly pointer: string;
  /** The name of a field that is missing or undeclared. */
  readonly name?: string;
  readonly expected: string;
}

/** An observation, with its count and the number of values that could have it. */
export interface Counted extends Observation {
  readonly received: Readonly<Record<string, number>>;
  readonly count: number;
  readonly of: number;
}

interface Touched {
  readonly count: number;
  readonly schema: Schema | undefined;
}

/** Counts observations. It contains types, names and numbers, never a value. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #touched = new Map<string, Touched>();
  readonly #observations = new Map<string, { observation: Observation; base: string; received: Map<string, number> }>();

  /** Counts a value in a place. */
  count(operation: string, place: string): void {
    add(this.#counts, countKey(operation, place));
  }

  /** Counts a value that a part of the contract describes; for an object, with that schema. */
  touch(pointer: string, schema?: Schema): void {
    const count = (this.#touched.get(pointer)?.count ?? 0) + 1;
    this.#touched.set(pointer, { count, schema });
  }

  /** The number of values that each part of the contract describes. */
  get touched(): ReadonlyMap<string, Touched> {
    return this.#touched;
  }

  /** Counts an observation; `base` is the place whose values could have it. */
  record(observation: Observation, received: string, base: string): void {
    const { kind, operation, place, pointer, name, expected } = observation;
    const key = JSON.stringify([kind, operation, place, pointer, name, expected]);
    const known = this.#observations.get(key) ?? { observation, base, received: new Map<string, number>() };
    add(known.received, received);
    this.#observations.set(key, known);
  }

  get observations(): Counted[] {
    return [...this.#observations.values()].map(({ observation, base, received }) => ({
      ...observation,
      received: Object.fromEntries(received),
      count: [...received.values()].reduce((sum, count) => sum + count, 0),
      of: this.#counts.get(countKey(observation.operation, base)) ?? 0,
    }));
  }
}

/** The sums of two counts by name. */
export function addCounts(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function countKey(operation: string, place: string): string {
  return `${operation} ${place}`;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
