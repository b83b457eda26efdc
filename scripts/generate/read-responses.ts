import {
  type Document,
  JSON_TYPE,
  type Reference,
  type Response,
  referenceName,
  resolve,
  type Schema,
} from "./document.ts";
import type { Operation } from "./operation.ts";
import type { Source } from "./source.ts";

export function readResponses({ document, object, refuse }: Source): Pick<Operation, "output" | "errors"> {
  const successes: Operation["output"][] = [];
  const errors: Operation["errors"] = [];
  for (const [code, given] of Object.entries(object.responses)) {
    const status = /^[245]\d\d$/.test(code) ? Number(code) : undefined;
    const { description, content } = resolve<Response>(document, given);
    const schema = content?.[JSON_TYPE]?.schema;
    if (status === undefined) {
      refuse(`answers with "${code}"; write out each 2xx, 4xx and 5xx status.`);
    } else if (content !== undefined && (Object.keys(content).length !== 1 || schema === undefined)) {
      refuse(`answers ${code} with something other than one ${JSON_TYPE} schema, which is not supported.`);
    } else if (status < 300) {
      successes.push(readOutput(document, schema, code, refuse));
    } else {
      const name = schema && referenceName(schema);
      if (schema !== undefined && name === undefined)
        refuse(`answers ${code} with a schema without a name; put it into components/schemas.`);
      errors.push({ status, description, schema: name });
    }
  }
  const [output = { answers: "nothing" }, ...others] = successes;
  if (successes.length === 0) refuse("has no success response; add one with a 2xx status.");
  if (others.length > 0) refuse("has several success responses, which is not supported; keep one.");
  return { output, errors };
}

function readOutput(
  document: Document,
  given: Schema | Reference | undefined,
  code: string,
  refuse: Source["refuse"],
): Operation["output"] {
  if (given === undefined) return { answers: "nothing" };
  const { type, items, nullable } = resolve<Schema>(document, given);
  const name = referenceName(given);
  if (type === "array" && name !== undefined) {
    refuse(`answers ${code} with the named array ${name}; write type: array in place and name its element.`);
  } else if (nullable) {
    refuse(`answers ${code} with a body that may be null, which is not supported; answer an object or an array.`);
  } else if (type === "array") {
    const element = items && referenceName(items);
    if (element !== undefined) return { answers: "array", schema: element };
    refuse(`answers ${code} with an array whose element has no name; put it into components/schemas.`);
  } else if (type === "object" && name !== undefined) {
    return { answers: "object", schema: name };
  } else {
    refuse(`answers ${code} with neither a named object nor an array; put the object into components/schemas.`);
  }
  return { answers: "nothing" };
}
