import type { Operation } from "@serviceform/types";
import { invalidInput } from "../errors/invalid-input.js";
import { encodeQueryValue } from "./encode-value.js";
import { type Member, readMembers, readValues } from "./plain-data.js";
import { writeQuery } from "./serialize-query.js";

type Style = NonNullable<Operation["styles"]>[string];

/** The separators of elements, which no element may contain, since a server could not distinguish them. */
const SEPARATORS = {
  csv: { text: ",", forbidden: undefined },
  ssv: { text: "%20", forbidden: " " },
  pipes: { text: "%7C", forbidden: "|" },
} as const;

/** The style of a parameter; undefined for the default. */
export function styleOf({ styles = {} }: Pick<Operation, "styles">, key: string): Style | undefined {
  // Every object has a member called `toString`, which is a valid name of a parameter.
  return Object.hasOwn(styles, key) ? styles[key] : undefined;
}

/** Writes a query with its question mark, each parameter in its own style. Throws `InvalidInput`. */
export function writeStyledQuery(operation: Operation, members: readonly Member[]): string {
  const parts = members.flatMap(([key, value]) => {
    const style = styleOf(operation, key);
    if (value === undefined) return [];
    return style ? serializeStyled(key, value, style) : writeQuery([[key, value]]).slice(1);
  });
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Writes a query parameter: an array as one value, or an object by its properties. Throws `InvalidInput`. */
function serializeStyled(key: string, value: unknown, style: Style): string {
  if (style === "deepObject") return serializeProperties(key, value);
  const { text: separator, forbidden } = SEPARATORS[style];
  const elements = forbidden === undefined ? readValues(key, value) : readSeparable(key, value, forbidden);
  return `${encodeQueryValue(key, key)}=${elements.map((element) => encodeQueryValue(key, element)).join(separator)}`;
}

/** Reads the elements of an array that a server splits at a separator. Throws for an element that contains it. */
export function readSeparable(key: string, value: unknown, separator: string): unknown[] {
  const elements = readValues(key, value);
  if (!elements.some((element) => String(element).includes(separator))) return elements;
  throw invalidInput(key, `must have no element that contains "${separator}"`);
}

function serializeProperties(key: string, value: unknown): string {
  const members = readMembers(key, value).filter(([, inner]) => inner !== undefined);
  if (members.length === 0) {
    throw invalidInput(key, "must not be an empty object; leave it out");
  }
  return members
    .map(([property, inner]) => {
      const name = `${encodeQueryValue(key, key)}%5B${encodeQueryValue(key, property)}%5D`;
      return `${name}=${encodeQueryValue(`${key}.${property}`, inner)}`;
    })
    .join("&");
}
