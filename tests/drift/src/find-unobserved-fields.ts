import { escapeKey } from "./contract.ts";
import type { Tally } from "./tally.ts";

/** An optional field that none of the objects had. */
export interface UnobservedField {
  /** The schema that declares it, as a URI fragment into the bundled document. */
  readonly pointer: string;
  readonly name: string;
  /** How many such objects there were. */
  readonly of: number;
}

/** Fields that the contract declares and no response had. */
export function findUnobservedFields({ touched }: Tally): UnobservedField[] {
  return [...touched].flatMap(([pointer, { count: of, schema }]) => {
    const { properties = {}, required = [] } = schema ?? {};
    return Object.keys(properties)
      .filter((name) => !required.includes(name) && !touched.has(`${pointer}/properties/${escapeKey(name)}`))
      .map((name) => ({ pointer, name, of }));
  });
}
