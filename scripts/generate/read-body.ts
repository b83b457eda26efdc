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
import type { Operation } from "./operation.ts";
import { readExample } from "./read-example.ts";
import type { Source } from "./source.ts";

export function readBody({ document, object, method, pointer, refuse }: Source): Operation["body"] {
  if (object.requestBody === undefined) return undefined;
  const place = resolveAt<RequestBody>(document, { pointer: `${pointer}/requestBody`, value: object.requestBody });
  if (method === "get" || method === "delete") {
    const sentence = `has a request body, which cannot be sent with ${method.toUpperCase()} everywhere; remove it.`;
    return void refuse(sentence, `${pointer}/requestBody`);
  }
  const { content, required = false } = place.value;
  const json = content[JSON_TYPE];
  const name = json?.schema && referenceName(json.schema);
  if (Object.keys(content).length !== 1 || json?.schema === undefined || name === undefined)
    return void refuse(
      `needs exactly one request body type, ${JSON_TYPE}, whose schema is a $ref to components/schemas.`,
      `${place.pointer}/content`,
    );
  if (!required)
    return void refuse("has an optional body; set required: true, an empty object stands for none.", place.pointer);
  const { properties = {}, required: keys = [], ...rest } = resolve<Schema>(document, json.schema);
  if (!isClosedObject(rest)) {
    return void refuse(
      `takes the body ${name}, which must be a closed object: type object, additionalProperties false, not nullable, no allOf, oneOf, anyOf or not.`,
      `#/components/schemas/${name}`,
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

function isClosedObject(schema: Schema): boolean {
  const { type, additionalProperties, nullable } = schema;
  return type === "object" && additionalProperties === false && !nullable && !isComposed(schema);
}
