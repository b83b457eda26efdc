import { addCounts, type Counted } from "./tally.ts";

/** What stands in place of names that may be data. */
const MASK = "*";

/** More names than this at one place are the keys of a map rather than fields. */
const MOST_FIELDS = 20;

/** Names as fields have them: a short identifier in which at most two digits follow each other. */
const FIELD_NAME = /^(?!.*\d{3})[A-Za-z_$][\w$-]{0,39}$/;

/**
 * Hides the names of undeclared fields that may be data. An API can use an object as a map, keyed by an email address or
 * an ID, where the contract knows of none; such names are counted together, as one `*`.
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

/** The count stays that of names: the sums do not say in how many objects they were observed. */
function merge(one: Counted, other: Counted): Counted {
  return { ...one, received: addCounts(one.received, other.received), count: one.count + other.count };
}
