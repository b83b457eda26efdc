import { type Document, type Parameter, type Reference, resolve, type Schema } from "../../openapi/document.ts";
import { mapObject } from "../../openapi/map-object.ts";
import { mapOperations } from "../document-operations.ts";

type Given = Schema | Reference;

/** Keywords beside a single `allOf` that do not restrict values. */
const BESIDE_PART = new Set(["allOf", "nullable", "description", "title", "default", "example", "deprecated"]);

/**
 * The document with parameters that are never null, since no text in a URL or header means null, and without an `allOf`
 * of a single part, in which many frameworks put the reference to an enum.
 */
export function simplifyParameters(document: Document): Document {
  const simplifyIn = (owner: unknown): unknown => {
    const { parameters } = Object(owner) as { parameters?: unknown };
    if (typeof parameters !== "object" || parameters === null) return owner;
    const simplifyOne = (one: unknown): unknown => simplifyParameter(document, one);
    const simplified = Array.isArray(parameters) ? parameters.map(simplifyOne) : mapObject(parameters, simplifyOne);
    return { ...(owner as object), parameters: simplified };
  };
  const given = { ...document, components: simplifyIn(document.components) } as Document; // Each value keeps its kind.
  return mapOperations(given, ({ object }) => simplifyIn(object), simplifyIn);
}

function simplifyParameter(document: Document, parameter: unknown): unknown {
  const { schema } = Object(parameter) as Parameter;
  if (schema === undefined) return parameter;
  const simple = simplify(document, schema);
  const own = resolve<Schema>(document, simple);
  const items = own.items && simplify(document, own.items);
  const properties = mapObject(own.properties, (one) => simplify(document, one as Given));
  if (items === own.items && properties === own.properties) {
    // With its name, if it has one.
    return simple === schema ? parameter : { ...Object(parameter), schema: simple };
  }
  return {
    ...Object(parameter),
    schema: { ...own, ...(items && { items }), ...(properties !== undefined && { properties }) },
  };
}

function simplify(document: Document, given: Given): Given {
  const { nullable, ...schema } = resolve<Schema>(document, given);
  const { allOf, enum: values, ...own } = schema;
  const [part, ...others] = Array.isArray(allOf) ? allOf : [];
  if (part !== undefined && others.length === 0 && Object.keys(schema).every((keyword) => BESIDE_PART.has(keyword)))
    return simplify(document, { ...resolve<Schema>(document, part), ...own });
  if (Array.isArray(values) && values.includes(null))
    return { ...schema, enum: values.filter((value) => value !== null) };
  return nullable === true ? schema : given;
}
