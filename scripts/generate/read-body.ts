import { isComposed, JSON_TYPE, referenceName, resolve, type Schema } from "./document.ts";
import type { Operation } from "./operation.ts";
import type { Source } from "./source.ts";

export function readBody({ document, object, method, refuse }: Source): Operation["body"] {
  if (object.requestBody === undefined) return undefined;
  if (method === "get" || method === "delete")
    return void refuse(`has a request body, which cannot be sent with ${method.toUpperCase()} everywhere; remove it.`);
  const { content, required = false } = resolve(document, object.requestBody);
  const schema = content[JSON_TYPE]?.schema;
  const name = schema && referenceName(schema);
  if (Object.keys(content).length !== 1 || schema === undefined || name === undefined)
    return void refuse(
      `needs exactly one request body type, ${JSON_TYPE}, whose schema is a $ref to components/schemas.`,
    );
  if (!required) return void refuse("has an optional body; set required: true, an empty object stands for none.");
  const body = resolve<Schema>(document, schema);
  const { type, properties, required: keys = [], additionalProperties, nullable } = body;
  if (type !== "object" || !properties || additionalProperties !== false || nullable || isComposed(body)) {
    return void refuse(
      `takes the body ${name}, which must be a closed object: type object, properties, additionalProperties false, not nullable, no allOf, oneOf, anyOf or not.`,
    );
  }
  if (Object.hasOwn(properties, "__proto__"))
    return void refuse('has the body property "__proto__", which no object can hold; rename it.');
  return {
    name,
    properties: Object.entries(properties).map(([key, given]) => {
      const { description = "" } = resolve<Schema>(document, given);
      return { name: key, required: keys.includes(key), description };
    }),
  };
}
