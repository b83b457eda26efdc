import { escapeKey } from "./contract.ts";
import type { Tally } from "./tally.ts";

/** An optional field that none of the objects had. */
export interface Unseen {
  /** The schema that declares it, as a URI fragment into the bundled document. */
  readonly pointer: string;
  readonly name: string;
  /** How many such objects there were. */
  readonly of: number;
}

/** What the contract declares and no answer had. */
export function findUnseen({ met }: Tally): Unseen[] {
  return [...met].flatMap(([pointer, { count: of, schema }]) => {
    const { properties = {}, required = [] } = schema ?? {};
    return Object.keys(properties)
      .filter((name) => !required.includes(name) && !met.has(`${pointer}/properties/${escapeKey(name)}`))
      .map((name) => ({ pointer, name, of }));
  });
}
