import {
  isComposed,
  type MediaType,
  type Reference,
  type RequestBody,
  resolve,
  resolveAt,
  type Schema,
} from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { checkFields } from "./check-fields.ts";
import { essenceOf } from "./media-type.ts";
import type { Body, InputKey } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";
import { createSchemaReader, inferredType } from "./read-schema.ts";
import { typeTextOf } from "./type-text.ts";

/** The key under which a body stands that is no object of named properties. */
const BODY_KEY = "body";

export function readBody(context: OperationContext, parameterNames: ReadonlySet<string>): Body | undefined {
  const { document, object, method, pointer, addIssue } = context;
  if (object.requestBody === undefined) return undefined;
  const place = resolveAt<RequestBody>(document, { pointer: `${pointer}/requestBody`, value: object.requestBody });
  if (method === "get" || method === "delete") {
    const message = `has a request body, which cannot be sent with ${method.toUpperCase()} everywhere; remove it.`;
    return void addIssue(message, `${pointer}/requestBody`);
  }
  checkFields("request body", place, addIssue);
  const { content, required = false } = place.value;
  const type = Object.keys(content).find((mediaType) => essenceOf(mediaType) === "application/json");
  const media: MediaType | undefined = content[type ?? ""];
  if (type === undefined || media === undefined)
    return void addIssue(
      `takes a body of ${Object.keys(content).join(", ")}; only application/json is supported.`,
      place.pointer,
    );
  const mediaPointer = `${place.pointer}/content/${escapePointer(type)}`;
  checkFields("media type", { pointer: mediaPointer, value: media }, addIssue);
  const { schema = {} } = media;
  const read = createSchemaReader(document, (message, at) =>
    addIssue(`takes a body with a schema that ${message}`, at),
  );
  return {
    required,
    type: typeTextOf(document, schema),
    source: schema,
    schema: read(schema, `${mediaPointer}/schema`),
    example: readExample(document, media),
    ...readKeys(context, schema, required, parameterNames),
  };
}

/** How the body stands in the input. */
function readKeys(
  context: OperationContext,
  given: Schema | Reference,
  required: boolean,
  parameterNames: ReadonlySet<string>,
): Pick<Body, "isWhole" | "isOpen" | "requiredWithBody" | "properties"> {
  const schema = resolve<Schema>(context.document, given);
  const properties = readProperties(context, given, required, parameterNames);
  if (properties !== undefined) {
    const requiredWithBody = required ? [] : (schema.required ?? []);
    return { isWhole: false, isOpen: schema.additionalProperties !== false, requiredWithBody, properties };
  }
  if (parameterNames.has(BODY_KEY))
    context.addIssue(`has a parameter named "${BODY_KEY}", under which its body must stand; rename it.`);
  const body = { name: BODY_KEY, required, description: schema.description ?? "" };
  return { isWhole: true, isOpen: false, requiredWithBody: [], properties: [body] };
}

/** The properties as keys of the input; undefined where the body cannot be told from other keys, or is no such object. */
function readProperties(
  { document }: OperationContext,
  given: Schema | Reference,
  isRequired: boolean,
  parameterNames: ReadonlySet<string>,
): InputKey[] | undefined {
  const schema = resolve<Schema>(document, given);
  const { properties = {}, required = [] } = schema;
  const names = Object.keys(properties);
  if (!isObjectOfProperties(schema) || !("$ref" in given)) return undefined;
  if (names.some((name) => parameterNames.has(name)) || required.some((name) => !names.includes(name)))
    return undefined;
  // With keys of any name, what is a parameter and what makes the body present could not be distinguished.
  if (!isRequired && required.length > 0 && schema.additionalProperties !== false) return undefined;
  return names.map((name) => {
    const { description = "" } = resolve<Schema>(document, properties[name] ?? {});
    return { name, required: isRequired && required.includes(name), description };
  });
}

/** Without what restricts it as a whole, which would count the parameters of the input object, too. */
function isObjectOfProperties(schema: Schema): boolean {
  const { properties, additionalProperties, nullable } = schema;
  const isWhole = ["enum", "minProperties", "maxProperties"].some((keyword) => Object.hasOwn(schema, keyword));
  const isNamed = properties !== undefined || additionalProperties === false;
  return (
    inferredType(schema) === "object" &&
    isNamed &&
    typeof additionalProperties !== "object" &&
    !nullable &&
    !isWhole &&
    !isComposed(schema)
  );
}
