import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";
import type { OperationResponse, Output, TypeText } from "./operation.ts";
import { isAboutStrings } from "./text-schema.ts";
import { typeTextOf, unionOf } from "./type-text.ts";

/** The schema of the body of one success; undefined if it has none. */
export interface OutputPart {
  readonly schema: Schema | Reference | undefined;
  readonly response: Pick<OperationResponse, "format">;
  readonly accept: string | undefined;
}

const NOTHING: TypeText = { text: "undefined", names: [] };

/** The result of a call, from all its successes. */
export function readOutput(document: Document, successes: readonly OutputPart[]): Output {
  const schemas = successes.flatMap(({ schema }) => schema ?? []);
  const mayBeEmpty = schemas.length > 0 && schemas.length < successes.length;
  const format = successes.find(({ schema }) => schema !== undefined)?.response.format;
  const { type, element, ...bodies } = readBodies(document, format, schemas);
  return {
    ...bodies,
    accept: acceptAll(successes),
    mayBeEmpty,
    type: mayBeEmpty ? unionOf([type, NOTHING]) : type,
    element: mayBeEmpty ? undefined : element,
  };
}

/** Every media type of a success; undefined if that is `application/json` alone. */
function acceptAll(successes: readonly OutputPart[]): string | undefined {
  const all = new Set(successes.flatMap(({ accept }) => accept ?? []));
  const text = [...all].join(", ");
  return text === "" || text === "application/json" ? undefined : text;
}

/** The types of the bodies: as a whole, and as a stream. */
function readBodies(
  document: Document,
  format: OutputPart["response"]["format"],
  schemas: (Schema | Reference)[],
): Omit<Output, "accept" | "mayBeEmpty"> {
  const [first] = schemas;
  if (first === undefined) return { kind: "none", isJsonData: false, type: NOTHING, element: undefined, sources: [] };
  if (format === "text" || format === "binary") {
    const type: TypeText = { text: format === "text" ? "string" : "Bytes", names: [] };
    return { kind: format, isJsonData: false, type, element: type, sources: schemas };
  }
  const type = unionOf(schemas.map((schema) => typeTextOf(document, schema)));
  if (format === "events") {
    const event: TypeText = { text: `ServerSentEvent<${type.text}>`, names: type.names };
    const list: TypeText = { text: `${event.text}[]`, names: type.names };
    const isJsonData = !schemas.every((schema) => isAboutStrings(document, schema));
    return { kind: format, isJsonData, type: list, element: event, sources: schemas.map(eventsOf) };
  }
  const kinds = new Set(schemas.map((schema) => kindOf(document, schema)));
  const [kind = "json"] = kinds.size === 1 ? kinds : [];
  const element = kind === "array" ? unionOf(schemas.map((schema) => elementOf(document, schema))) : undefined;
  return { kind, isJsonData: false, type, element, sources: schemas };
}

/** The schema of a stream of events, from that of their data. */
export function eventsOf<Data extends object>(data: Data) {
  const text = { type: "string" };
  const properties = { event: text, data, id: text, retry: { type: "integer" } };
  return { type: "array", items: { type: "object", properties, required: ["event", "data", "id"] } };
}

function elementOf(document: Document, given: Schema | Reference): TypeText {
  const { items } = resolve<Schema>(document, given);
  const element = items && typeTextOf(document, items);
  if (element !== undefined && element.text !== "unknown") return element;
  const { text, names } = typeTextOf(document, given);
  return names.length === 0 ? { text: "unknown", names } : { text: `${text}[number]`, names };
}

/** `object` or `array` if every value of the schema is one. */
function kindOf(
  document: Document,
  given: Schema | Reference,
  seen: readonly object[] = [],
): "array" | "object" | "json" {
  const schema = resolve<Schema>(document, given);
  if (schema.nullable === true || seen.includes(schema)) return "json";
  const { allOf, oneOf, anyOf } = schema;
  const type = inferredType(schema);
  if (type === "array" || type === "object") return type;
  const kinds = (parts: readonly (Schema | Reference)[]) =>
    parts.map((part) => kindOf(document, part, [...seen, schema]));
  const ofAll = kinds(allOf ?? []).find((kind) => kind !== "json");
  if (ofAll !== undefined) return ofAll;
  const forms = new Set(kinds(oneOf ?? anyOf ?? []));
  const [form = "json"] = forms.size === 1 ? forms : [];
  return type === undefined ? form : "json";
}
