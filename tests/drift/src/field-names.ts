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
export function maskNames(sightings: readonly Counted[]): Counted[] {
  const masked = new Map<string, Counted>();
  const kept: Counted[] = [];
  for (const sighting of sightings) {
    const { name } = sighting;
    if (sighting.kind !== "undeclared-field" || name === undefined) {
      kept.push(sighting);
      continue;
    }
    const siblings = sightings.filter(
      (other) => other.kind === sighting.kind && parentOf(other) === parentOf(sighting),
    );
    if (FIELD_NAME.test(name) && siblings.length <= MOST_FIELDS) {
      kept.push(sighting);
      continue;
    }
    const known = masked.get(parentOf(sighting));
    masked.set(parentOf(sighting), known ? merge(known, sighting) : mask(sighting, name));
  }
  return [...kept, ...masked.values()];
}

function parentOf({ operation, place, name = "" }: Counted): string {
  return `${operation} ${place.slice(0, place.length - name.length)}`;
}

function mask(sighting: Counted, name: string): Counted {
  return { ...sighting, name: MASK, place: `${sighting.place.slice(0, -name.length)}${MASK}` };
}

/** The count stays that of names: how many objects they were seen in is not known from the sums. */
function merge(one: Counted, other: Counted): Counted {
  return { ...one, got: addCounts(one.got, other.got), count: one.count + other.count };
}
