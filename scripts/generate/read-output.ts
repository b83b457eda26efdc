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

/** The result of a call, from all its successes. */
export function readOutput(document: Document, successes: readonly OutputPart[]): Output {
  const schemas = successes.flatMap(({ schema }) => schema ?? []);
  const mayBeEmpty = schemas.length < successes.length;
  const nothing: TypeText = { text: "undefined", names: [] };
  const accept = acceptAll(successes);
  if (schemas.length === 0)
    return {
      kind: "none",
      accept,
      isJsonData: false,
      mayBeEmpty: false,
      type: nothing,
      element: undefined,
      sources: [],
    };
  const format = successes.find(({ schema }) => schema !== undefined)?.response.format;
  if (format !== undefined) return { mayBeEmpty, accept, ...readFormat(document, format, schemas, mayBeEmpty) };
  const kinds = new Set(schemas.map((schema) => kindOf(document, schema)));
  const [kind = "json"] = kinds.size === 1 ? kinds : [];
  const types = schemas.map((schema) => typeTextOf(document, schema));
  const isStream = kind === "array" && !mayBeEmpty;
  return {
    kind,
    accept,
    isJsonData: false,
    mayBeEmpty,
    type: unionOf(mayBeEmpty ? [...types, nothing] : types),
    sources: schemas,
    element: isStream ? unionOf(schemas.map((schema) => elementOf(document, schema))) : undefined,
  };
}

/** Every media type of a success; undefined if that is `application/json` alone. */
function acceptAll(successes: readonly OutputPart[]): string | undefined {
  const all = new Set(successes.flatMap(({ accept }) => accept ?? []));
  const text = [...all].join(", ");
  return text === "" || text === "application/json" ? undefined : text;
}

/** The types of a body that is not JSON: as a whole, and as a stream. */
function readFormat(
  document: Document,
  format: NonNullable<OutputPart["response"]["format"]>,
  schemas: readonly (Schema | Reference)[],
  mayBeEmpty: boolean,
): Pick<Output, "kind" | "isJsonData" | "type" | "element" | "sources"> {
  const nothing: TypeText = { text: "undefined", names: [] };
  const whole = (type: TypeText): TypeText => (mayBeEmpty ? unionOf([type, nothing]) : type);
  if (format !== "events") {
    const type: TypeText = { text: format === "text" ? "string" : "Bytes", names: [] };
    const element = mayBeEmpty ? undefined : type;
    return { kind: format, isJsonData: false, type: whole(type), element, sources: [...schemas] };
  }
  const { text, names } = unionOf(schemas.map((schema) => typeTextOf(document, schema)));
  const event: TypeText = { text: `ServerSentEvent<${text}>`, names };
  const sources = schemas.map((schema) => eventsSchema(schema));
  const type = whole({ text: `${event.text}[]`, names });
  const isJsonData = !schemas.every((schema) => isAboutStrings(document, schema));
  return { kind: format, isJsonData, type, element: mayBeEmpty ? undefined : event, sources };
}

/** The schema of a stream of events, as in a document. */
function eventsSchema(data: Schema | Reference): Schema {
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
