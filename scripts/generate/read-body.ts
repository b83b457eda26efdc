import { type Reference, type RequestBody, resolve, resolveAt, type Schema } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkEncoding, isDefaultEncoding } from "./check-encoding.ts";
import { checkFields } from "./check-fields.ts";
import { checkForm } from "./check-form.ts";
import { checkReference } from "./check-schema.ts";
import { type ChosenBody, chooseBody, describeUnsendable } from "./choose-body.ts";
import { isObjectOfProperties } from "./is-object-of-properties.ts";
import { sentType } from "./media-type.ts";
import type { Body, InputKey, TypeText } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";
import { readSchema } from "./read-schema.ts";
import { TEXT, textSchema } from "./text-schema.ts";
import { typeTextOf } from "./type-text.ts";

/** The key of a body that is no object of named properties. */
const BODY_KEY = "body";

export function readBody(context: OperationContext, parameterNames: ReadonlySet<string>): Body | undefined {
  const { document, object, method, pointer, addIssue } = context;
  if (object.requestBody === undefined) return undefined;
  const at = `${pointer}/requestBody`;
  if ("$ref" in object.requestBody)
    checkReference(document, { pointer: at, value: object.requestBody }, addIssue, "write the body in place");
  const place = resolveAt<RequestBody>(document, { pointer: at, value: object.requestBody });
  if (method === "get") {
    const message = "has a request body, which fetch cannot send with GET; describe parameters, or use POST.";
    return void addIssue(message, at);
  }
  checkFields("request body", place, addIssue);
  const { content, required = false, description = "" } = place.value;
  const chosen = chooseBody(document, content);
  if (chosen === undefined) return void addIssue(`takes ${describeUnsendable(Object.keys(content))}`, place.pointer);
  const { type, media, format } = chosen;
  const mediaPointer = `${place.pointer}/content/${escapePointer(type)}`;
  const isForm = format === "multipart" || format === "form";
  const { encoding: _, ...fields } = media;
  const value = isForm || isDefaultEncoding(document, media) ? fields : media;
  checkFields("media type", { pointer: mediaPointer, value }, addIssue);
  if (isForm) checkEncoding(document, media, (message, at = "") => addIssue(message, `${mediaPointer}${at}`));
  const schema = schemaOf(context, chosen);
  const addSchemaIssue: AddIssue = (message, at) => addIssue(`takes a body with a schema that ${message}`, at);
  const body: Body = {
    required,
    type: typeOf(context, chosen, schema),
    format,
    mediaType: type.includes("*") ? undefined : sentType(type),
    source: schema,
    schema: readSchema(document, { pointer: `${mediaPointer}/schema`, value: schema }, addSchemaIssue),
    example: readExample(document, media),
    ...readKeys(context, schema, { required, description }, parameterNames),
  };
  if (isForm) checkForm(context, body, mediaPointer);
  return body;
}

/** The schema that validates the body; bytes are sent unchanged, whatever their schema. */
function schemaOf({ document }: OperationContext, { media: { schema }, format }: ChosenBody): Schema | Reference {
  if (format === "binary") return { type: "string", format: "binary" };
  return format === "text" ? textSchema(document, schema) : (schema ?? {});
}

/** The type of the body, as a caller passes it. */
function typeOf({ document }: OperationContext, { format }: ChosenBody, schema: Schema | Reference): TypeText {
  if (format === "binary") return { text: "BinaryBody", names: [] };
  return typeTextOf(document, format === "text" ? TEXT : schema);
}

/** The keys of the body in the input. */
function readKeys(
  context: OperationContext,
  given: Schema | Reference,
  { required, description }: Pick<InputKey, "required" | "description">,
  parameterNames: ReadonlySet<string>,
): Pick<Body, "isWhole" | "isOpen" | "requiredWithBody" | "properties"> {
  const schema = resolve<Schema>(context.document, given);
  const properties = readProperties(context, given, required, parameterNames);
  if (properties !== undefined) {
    const requiredWithBody = required ? [] : (schema.required ?? []);
    return { isWhole: false, isOpen: schema.additionalProperties !== false, requiredWithBody, properties };
  }
  if (parameterNames.has(BODY_KEY))
    context.addIssue(`has a parameter named "${BODY_KEY}", which is the key of its body; rename it.`);
  const body = { name: BODY_KEY, required, description: schema.description ?? description };
  return { isWhole: true, isOpen: false, requiredWithBody: [], properties: [body] };
}

/** The properties as keys of the input; undefined if they are ambiguous with other keys, or the body is no such object. */
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
  // With keys of any name, body keys and parameters would be ambiguous.
  if (!isRequired && required.length > 0 && schema.additionalProperties !== false) return undefined;
  return names.map((name) => {
    const { description = "" } = resolve<Schema>(document, properties[name] ?? {});
    return { name, required: isRequired && required.includes(name), description };
  });
}
