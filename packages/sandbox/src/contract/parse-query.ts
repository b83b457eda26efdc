import type { ParameterContract } from "@serviceform/types/contract";

/** The parameters of a query by their names: the elements of an array, the properties of an object. */
export type ParsedQuery = ReadonlyMap<string, readonly string[] | Readonly<Record<string, string>>>;

const SEPARATORS = { csv: /,/, ssv: /%20|\+/, pipes: /%7c|\|/i };

/**
 * Parses a query with its question mark. Separators are found before decoding, so that they differ from the same
 * characters in an element.
 */
export function parseQuery(search: string, parameters: readonly ParameterContract[]): ParsedQuery {
  const query = new Map<string, string[] | Record<string, string>>();
  for (const pair of search
    .replace(/^\?/, "")
    .split("&")
    .filter((text) => text !== "")) {
    const [rawName = "", ...rest] = pair.split("=");
    const [name, rawValue] = [decode(rawName), rest.join("=")];
    const { style } = parameters.find((parameter) => parameter.name === name) ?? {};
    const key = style === undefined ? findObject(name, parameters) : undefined;
    if (key !== undefined) {
      const property = name.slice(key.length + 1, -1);
      query.set(key, { ...query.get(key), [property]: decode(rawValue) } as Record<string, string>);
    } else {
      const isSplit = style !== undefined && style !== "deepObject";
      const values = isSplit ? rawValue.split(SEPARATORS[style]) : [rawValue];
      query.set(name, [...((query.get(name) ?? []) as string[]), ...values.map(decode)]);
    }
  }
  return query;
}

/** The parameter to which a property of an object belongs; names can contain brackets. */
function findObject(name: string, parameters: readonly ParameterContract[]): string | undefined {
  const objects = parameters.filter(({ style }) => style === "deepObject").map((parameter) => parameter.name);
  const found = objects.filter((key) => name.startsWith(`${key}[`) && name.endsWith("]"));
  return found.sort((one, other) => other.length - one.length)[0];
}

function decode(text: string): string {
  return new URLSearchParams(`=${text}`).get("") ?? "";
}
