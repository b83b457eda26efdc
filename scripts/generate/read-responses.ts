import {
  type Document,
  JSON_TYPE,
  type Reference,
  type Response,
  referenceName,
  resolve,
  resolveAt,
  type Schema,
} from "../openapi/document.ts";
import { checkFields } from "./check-fields.ts";
import type { Operation, OperationResponse } from "./operation.ts";
import type { AddIssue, OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";
import { createSchemaReader } from "./read-schema.ts";

/** RFC 9110, 15.3.5 and 15.3.6: these end with their headers. */
const BODILESS = new Set([204, 205]);

export function readResponses(source: OperationContext): Pick<Operation, "responses" | "output" | "errors"> {
  const { object, addIssue } = source;
  const statuses = Object.keys(object.responses);
  if (!statuses.some((code) => /^2\w\w$/.test(code))) addIssue("has no success response; add one with a 2xx status.");
  if (statuses.filter((code) => /^2\d\d$/.test(code)).length > 1)
    addIssue("has several success responses, which is not supported; keep one.");
  const read = statuses.flatMap((code) => readResponse(code, source) ?? []);
  const success = read.find(({ response }) => response.status < 300);
  return {
    responses: read.map(({ response }) => response),
    output: success?.output ?? { answers: "nothing" },
    errors: read
      .filter(({ response }) => response.status >= 300)
      .map(({ response: { status, description }, name }) => ({ status, description, schema: name })),
  };
}

interface ReadResponse {
  readonly response: OperationResponse;
  readonly output: Operation["output"];
  /** Of the schema of an error. */
  readonly name: string | undefined;
}

function readResponse(
  code: string,
  { document, object, pointer, addIssue }: OperationContext,
): ReadResponse | undefined {
  if (!/^[245]\d\d$/.test(code))
    return void addIssue(
      `answers with "${code}"; write out each 2xx, 4xx and 5xx status.`,
      `${pointer}/responses/${code}`,
    );
  const status = Number(code);
  const given = { pointer: `${pointer}/responses/${code}`, value: object.responses[code] as Response | Reference };
  const { pointer: at, value } = resolveAt<Response>(document, given);
  const { description, content } = value;
  checkFields("response", { pointer: at, value }, addIssue);
  const json = content?.[JSON_TYPE];
  if (content !== undefined && (Object.keys(content).length !== 1 || json?.schema === undefined))
    return void addIssue(
      `answers ${code} with something other than one ${JSON_TYPE} schema, which is not supported.`,
      at,
    );
  if (content !== undefined && BODILESS.has(status))
    return void addIssue(`answers ${code} with a body, which HTTP does not allow; remove content, or answer 200.`, at);
  const addSchemaIssue: AddIssue = (message, place) => addIssue(`answers ${code} with a schema that ${message}`, place);
  const mediaType = `${at}/content/${JSON_TYPE.replace("/", "~1")}`;
  const place = `${mediaType}/schema`;
  if (json) checkFields("media type", { pointer: mediaType, value: json }, addIssue);
  const schema = json?.schema && createSchemaReader(document, addSchemaIssue)(json.schema, place);
  const response = { status, description, pointer: at, schema, example: json && readExample(document, json) };
  const name = json?.schema && referenceName(json.schema);
  if (status >= 300) {
    if (json?.schema !== undefined && name === undefined)
      addIssue(`answers ${code} with a schema without a name; put it into components/schemas.`, place);
    return { response, output: { answers: "nothing" }, name };
  }
  return {
    response,
    output: readOutput(document, json?.schema, code, (text) => addIssue(text, place)),
    name: undefined,
  };
}

function readOutput(
  document: Document,
  given: Schema | Reference | undefined,
  code: string,
  addIssue: (message: string) => void,
): Operation["output"] {
  if (given === undefined) return { answers: "nothing" };
  const { type, items, nullable } = resolve<Schema>(document, given);
  const name = referenceName(given);
  if (type === "array" && name !== undefined) {
    addIssue(`answers ${code} with the named array ${name}; write type: array in place and name its element.`);
  } else if (nullable) {
    addIssue(`answers ${code} with a body that may be null, which is not supported; answer an object or an array.`);
  } else if (type === "array") {
    const element = items && referenceName(items);
    if (element !== undefined) return { answers: "array", schema: element };
    addIssue(`answers ${code} with an array whose element has no name; put it into components/schemas.`);
  } else if (type === "object" && name !== undefined) {
    return { answers: "object", schema: name };
  } else {
    addIssue(`answers ${code} with neither a named object nor an array; put the object into components/schemas.`);
  }
  return { answers: "nothing" };
}
