import { addCounts, type Counted } from "./tally.ts";

/** The replacement of names that may be data. */
const MASK = "*";

/** More names than this in one place are keys of a map, not fields. */
const MOST_FIELDS = 20;

/** Typical field names: a short identifier with at most two digits in a row. */
const FIELD_NAME = /^(?!.*\d{3})[A-Za-z_$][\w$-]{0,39}$/;

/**
 * Masks the names of undeclared fields that may be data. An API can use an object as a map, keyed by an email address or
 * an ID, that the contract does not describe; such names are counted together, as one `*`.
 */
export function maskNames(observations: readonly Counted[]): Counted[] {
  const masked = new Map<string, Counted>();
  const kept: Counted[] = [];
  for (const observation of observations) {
    const { name } = observation;
    if (observation.kind !== "undeclared-field" || name === undefined) {
      kept.push(observation);
      continue;
    }
    const siblings = observations.filter(
      (other) => other.kind === observation.kind && parentOf(other) === parentOf(observation),
    );
    if (FIELD_NAME.test(name) && siblings.length <= MOST_FIELDS) {
      kept.push(observation);
      continue;
    }
    const known = masked.get(parentOf(observation));
    masked.set(parentOf(observation), known ? merge(known, observation) : mask(observation, name));
  }
  return [...kept, ...masked.values()];
}

function parentOf({ operation, place, name = "" }: Counted): string {
  return `${operation} ${place.slice(0, place.length - name.length)}`;
}

function mask(observation: Counted, name: string): Counted {
  return { ...observation, name: MASK, place: `${observation.place.slice(0, -name.length)}${MASK}` };
}

/** The count is that of names, since the sums lack the number of objects. */
function merge(one: Counted, other: Counted): Counted {
  return { ...one, received: addCounts(one.received, other.received), count: one.count + other.count };
}
