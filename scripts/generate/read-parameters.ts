import { type Document, isComposed, type Parameter, type Reference, resolve, type Schema } from "./document.ts";
import type { InputParameter } from "./operation.ts";
import type { Source } from "./source.ts";

/** The defaults of OpenAPI 3.0 (Parameter Object, `style`), and the only styles that the client writes. */
const STYLES = { path: "simple", query: "form" } as const;

export function readParameters({ document, item, object, path, refuse }: Source): InputParameter[] {
  const parameters = new Map<string, InputParameter>();
  for (const given of [...(item.parameters ?? []), ...(object.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, given);
    const read = readParameter(parameter, document, refuse);
    if (read === undefined) continue;
    const earlier = parameters.get(read.name);
    if (earlier !== undefined && earlier.in !== read.in)
      refuse(`has a path and a query parameter named "${read.name}"; the input object can hold one only.`);
    parameters.set(read.name, read);
  }
  for (const [, name = ""] of path.matchAll(/\{([^}]+)\}/g)) {
    if (parameters.get(name)?.in !== "path")
      refuse(`does not describe its path parameter "${name}"; add it to parameters.`);
  }
  return [...parameters.values()];
}

function readParameter(
  { name, in: place, required = false, description = "", schema, ...rest }: Parameter,
  document: Document,
  refuse: Source["refuse"],
): InputParameter | undefined {
  if (place !== "path" && place !== "query")
    return void refuse(`has the ${place} parameter "${name}"; only path and query parameters are supported.`);
  if (name === "__proto__") return void refuse(`has the parameter "${name}", which no object can hold; rename it.`);
  const { style = STYLES[place], explode = true, allowReserved = false, allowEmptyValue = false, content } = rest;
  const serializesPlainly = style === STYLES[place] && (explode || place === "path") && !allowReserved;
  if (!serializesPlainly || allowEmptyValue || content !== undefined) {
    return void refuse(
      `serializes the parameter "${name}" in a way that is not supported; leave style, explode, allowReserved, allowEmptyValue and content at their defaults.`,
    );
  }
  const type = schema && valueType(document, schema, place);
  if (type === undefined) {
    return void refuse(
      `has the parameter "${name}" of a type that cannot be sent; use a string, number, boolean or, in the query, an array of these.`,
    );
  }
  return { name, in: place, required, type, description };
}

function valueType(document: Document, given: Schema | Reference, place: "path" | "query"): string | undefined {
  const schema = resolve<Schema>(document, given);
  const { type, enum: values, items, nullable } = schema;
  if (isComposed(schema) || nullable === true) return undefined;
  if (type === "array") {
    const item = items && place === "query" ? valueType(document, items, "path") : undefined;
    return item?.includes("|") ? `(${item})[]` : item && `${item}[]`;
  }
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "string" || type === "boolean") return type;
  return type === "integer" || type === "number" ? "number" : undefined;
}
