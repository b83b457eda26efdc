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
  const isUndeclared = ({ kind }: Counted): boolean => kind === "undeclared-field";
  const siblings = Map.groupBy(observations.filter(isUndeclared), parentOf);
  const isKept = (observation: Counted): boolean => {
    const { length = 0 } = siblings.get(parentOf(observation)) ?? [];
    return !isUndeclared(observation) || (FIELD_NAME.test(observation.name ?? "") && length <= MOST_FIELDS);
  };
  const masked = Map.groupBy(
    observations.filter((observation) => !isKept(observation)),
    parentOf,
  );
  return [...observations.filter(isKept), ...[...masked.values()].map((group) => group.map(mask).reduce(merge))];
}

function parentOf({ operation, place, name = "" }: Counted): string {
  return `${operation} ${place.slice(0, place.length - name.length)}`;
}

function mask(observation: Counted): Counted {
  const { place, name = "" } = observation;
  return { ...observation, name: MASK, place: `${place.slice(0, place.length - name.length)}${MASK}` };
}

/** The count is that of names, since the sums lack the number of objects. */
function merge(one: Counted, other: Counted): Counted {
  return { ...one, received: addCounts(one.received, other.received), count: one.count + other.count };
}
