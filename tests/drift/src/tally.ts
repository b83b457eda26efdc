import type { Schema } from "@serviceform/types/contract";

/** A way in which an answer is not what the contract says. */
export type DriftKind = "missing" | "mistyped" | "undeclared-field" | "undeclared-status" | "not-json";

/** What was found at one place of the answers to one operation. */
export interface Sighting {
  readonly kind: DriftKind;
  readonly operation: string;
  /** Where in the answer: `[].history[].type`; empty for the answer itself. */
  readonly place: string;
  /** The part of the contract that says otherwise, as a URI fragment into the bundled document. */
  readonly pointer: string;
  /** The name of a field that is missing or undeclared. */
  readonly name?: string;
  readonly expected: string;
}

/** A sighting, with how often it was made and of how many possible times. */
export interface Counted extends Sighting {
  readonly got: Readonly<Record<string, number>>;
  readonly count: number;
  readonly of: number;
}

interface Met {
  readonly count: number;
  readonly schema: Schema | undefined;
}

/** Counts what comes back. It holds types, names and numbers, and never a value. */
export class Tally {
  readonly #visits = new Map<string, number>();
  readonly #met = new Map<string, Met>();
  readonly #sightings = new Map<string, { sighting: Sighting; base: string; got: Map<string, number> }>();

  /** Counts one more value at a place. */
  visit(operation: string, place: string): void {
    add(this.#visits, visitKey(operation, place));
  }

  visits(operation: string, place: string): number {
    return this.#visits.get(visitKey(operation, place)) ?? 0;
  }

  /** Counts one more value that a part of the contract described; of an object, with the schema that did. */
  meet(pointer: string, schema?: Schema): void {
    const count = (this.#met.get(pointer)?.count ?? 0) + 1;
    this.#met.set(pointer, { count, schema });
  }

  /** How many values each part of the contract described. */
  get met(): ReadonlyMap<string, Met> {
    return this.#met;
  }

  /** Counts a sighting; `base` is the place whose visits it could have been made at. */
  see(sighting: Sighting, got: string, base: string): void {
    const { kind, operation, place, pointer, name, expected } = sighting;
    const key = JSON.stringify([kind, operation, place, pointer, name, expected]);
    const known = this.#sightings.get(key) ?? { sighting, base, got: new Map<string, number>() };
    add(known.got, got);
    this.#sightings.set(key, known);
  }

  get sightings(): Counted[] {
    return [...this.#sightings.values()].map(({ sighting, base, got }) => ({
      ...sighting,
      got: Object.fromEntries(got),
      count: [...got.values()].reduce((sum, count) => sum + count, 0),
      of: this.visits(sighting.operation, base),
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

function visitKey(operation: string, place: string): string {
  return `${operation} ${place}`;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
