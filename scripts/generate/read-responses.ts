import { type MediaType, type Reference, type Response, resolveAt, type Schema } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkFields } from "./check-fields.ts";
import { essenceOf, isJson } from "./media-type.ts";
import type { Operation, OperationResponse, TypeText } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";
import { type OutputPart, readOutput } from "./read-output.ts";
import { createSchemaReader } from "./read-schema.ts";
import { typeTextOf } from "./type-text.ts";

/** RFC 9110, 15.3.5 and 15.3.6: these end with their headers. */
const NULL_BODY_STATUSES = new Set(["204", "205"]);

export function readResponses(context: OperationContext): Pick<Operation, "responses" | "output" | "errors"> {
  const { object, document, addIssue } = context;
  const statuses = Object.keys(object.responses);
  const successes = statuses.filter((status) => /^2(?:\d\d|XX)$/.test(status));
  // A default stands for every status that is not listed: also for a success where there is no other.
  if (successes.length === 0 && statuses.includes("default")) successes.push("default");
  if (successes.length === 0) addIssue("has no success response; add one with a 2xx status.");
  const read = statuses.flatMap((status) => readResponse(status, successes.includes(status), context) ?? []);
  return {
    responses: read.map(({ response }) => response),
    output: readOutput(
      document,
      read.filter(({ response }) => response.isSuccess),
    ),
    errors: read
      .filter(({ response }) => response.status === "default" || !response.isSuccess)
      .map(({ response: { status, description }, type }) => ({
        status,
        description,
        type: type?.text ?? "unknown",
        schema: type?.names[0],
      })),
  };
}

interface ReadResponse extends OutputPart {
  readonly response: OperationResponse;
  readonly type: TypeText | undefined;
}

function readResponse(status: string, isSuccess: boolean, context: OperationContext): ReadResponse | undefined {
  const { document, object, pointer, addIssue } = context;
  const given = { pointer: `${pointer}/responses/${status}`, value: object.responses[status] as Response | Reference };
  if (!/^(?:[2-5](?:\d\d|XX)|default)$/.test(status))
    return void addIssue(
      `has a response "${status}", which is no status of a final response; correct it.`,
      given.pointer,
    );
  const { pointer: at, value } = resolveAt<Response>(document, given);
  checkFields("response", { pointer: at, value }, addIssue);
  const { description = "", content = {} } = value;
  const types = Object.keys(content);
  if (types.length > 0 && NULL_BODY_STATUSES.has(status))
    return void addIssue(
      `responds with ${status} and a body, which HTTP does not allow; remove content, or respond with 200.`,
      at,
    );
  const type = types.find((name) => essenceOf(name) === "application/json") ?? types.find(isJson);
  if (types.length > 0 && type === undefined && isSuccess)
    return void addIssue(`responds with ${status} and ${types.join(", ")}; only JSON is supported.`, at);
  const media: MediaType | undefined = type === undefined ? undefined : content[type];
  const mediaPointer = `${at}/content/${escapePointer(type ?? "")}`;
  const addSchemaIssue: AddIssue = (message, place) =>
    addIssue(`responds with ${status} and a schema that ${message}`, place);
  if (media) checkFields("media type", { pointer: mediaPointer, value: media }, addIssue);
  const schema: Schema | Reference | undefined = media && (media.schema ?? {});
  const plan = schema && createSchemaReader(document, addSchemaIssue)(schema, `${mediaPointer}/schema`);
  const response = {
    status,
    isSuccess,
    description,
    pointer: at,
    schema: plan,
    example: media && readExample(document, media),
  };
  return { response, schema, type: schema && typeTextOf(document, schema) };
}
