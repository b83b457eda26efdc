import {
  isComposed,
  JSON_TYPE,
  type Reference,
  type RequestBody,
  referenceName,
  resolve,
  resolveAt,
  type Schema,
} from "../openapi/document.ts";
import { checkFields } from "./check-fields.ts";
import type { Operation } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";

export function readBody({ document, object, method, pointer, addIssue }: OperationContext): Operation["body"] {
  if (object.requestBody === undefined) return undefined;
  const place = resolveAt<RequestBody>(document, { pointer: `${pointer}/requestBody`, value: object.requestBody });
  if (method === "get" || method === "delete") {
    const message = `has a request body, which cannot be sent with ${method.toUpperCase()} everywhere; remove it.`;
    return void addIssue(message, `${pointer}/requestBody`);
  }
  checkFields("request body", place, addIssue);
  const { content, required = false } = place.value;
  const json = content[JSON_TYPE];
  const name = json?.schema && referenceName(json.schema);
  if (Object.keys(content).length !== 1 || json?.schema === undefined || name === undefined)
    return void addIssue(
      `needs exactly one request body type, ${JSON_TYPE}, whose schema is a $ref to components/schemas.`,
      `${place.pointer}/content`,
    );
  checkFields("media type", { pointer: `${place.pointer}/content/application~1json`, value: json }, addIssue);
  if (!required)
    return void addIssue("has an optional body; set required: true, an empty object stands for none.", place.pointer);
  const { properties = {}, required: keys = [], ...rest } = resolve<Schema>(document, json.schema);
  if (!isClosedObject(rest)) {
    return void addIssue(
      `takes the body ${name}, which must be a closed object: type object, additionalProperties false, not nullable, no enum, minProperties, maxProperties, allOf, oneOf, anyOf or not.`,
      `#/components/schemas/${name}`,
    );
  }
  for (const key of keys) {
    if (!Object.hasOwn(properties, key))
      addIssue(
        `takes the body ${name}, which requires "${key}" but closes it out; add it to properties.`,
        place.pointer,
      );
  }
  const keyOf = ([key, given]: [string, Schema | Reference]) => {
    const { description = "" } = resolve<Schema>(document, given);
    return { name: key, required: keys.includes(key), description };
  };
  return {
    name,
    properties: Object.entries(properties).map(keyOf),
    schema: { $ref: name },
    example: readExample(document, json),
  };
}

/** Without what restricts it as a whole, which would count the parameters of the input object, too. */
function isClosedObject(schema: Schema): boolean {
  const { type, additionalProperties, nullable } = schema;
  const isWhole = ["enum", "minProperties", "maxProperties"].some((keyword) => Object.hasOwn(schema, keyword));
  return type === "object" && additionalProperties === false && !nullable && !isWhole && !isComposed(schema);
}
