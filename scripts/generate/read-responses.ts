import { type Place, type Reference, type Response, resolveAt, type Schema } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkFields } from "./check-fields.ts";
import { acceptOf, type Content, chooseContent } from "./choose-content.ts";
import { concreteType, isMediaType } from "./media-type.ts";
import type { Operation, OperationResponse, PlanSchema, TypeText } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";
import { eventsOf, type OutputPart, readOutput } from "./read-output.ts";
import { readSchema } from "./read-schema.ts";
import { isAboutStrings, isTextOrOther, TEXT, textSchema } from "./text-schema.ts";
import { typeTextOf } from "./type-text.ts";

const BYTES: Schema = { type: "string", format: "binary" };

export function readResponses(context: OperationContext): Pick<Operation, "responses" | "output" | "errors"> {
  const { object, document, addIssue } = context;
  const statuses = Object.keys(object.responses);
  const successes = statuses.filter((status) => /^2(?:\d\d|XX)$/i.test(status));
  // A default covers every status that is not listed, also a success if there is no other.
  if (successes.length === 0 && statuses.includes("default")) successes.push("default");
  if (successes.length === 0) addIssue("has no success response; add one with a 2xx status.");
  const read = statuses.flatMap((status) => readResponse(status, successes.includes(status), context) ?? []);
  const parts = read.filter(({ response }) => response.isSuccess);
  const formats = new Set(
    parts.flatMap(({ schema, response: { format } }) => {
      if (schema === undefined) return [];
      // The data of an event is a text as it is, or JSON.
      return format === "events" && isAboutStrings(document, schema) ? "texts" : [format];
    }),
  );
  if (formats.size > 1)
    addIssue("has successes of different kinds, such as JSON and text, which one method cannot return; keep one kind.");
  return {
    responses: read.map(({ response }) => response),
    output: readOutput(document, parts),
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
      `has a response "${status}", which is no status of a final response; ${/^[2-5]xx$/i.test(status) ? `write ${status.toUpperCase()}` : "correct it"}.`,
      given.pointer,
    );
  const { pointer: at, value } = resolveAt<Response>(document, given);
  checkFields("response", { pointer: at, value }, addIssue);
  const { description = "", content = {} } = value;
  const chosen = chooseContent(document, content);
  // Other media types of errors are not read.
  const read = chosen && (isSuccess || chosen.kind === "json" || chosen.kind === "text") ? chosen : undefined;
  const mediaPointer = `${at}/content/${escapePointer(read?.type ?? "")}`;
  const addSchemaIssue: AddIssue = (message, place) =>
    addIssue(`responds with ${status} and a schema that ${message}`, place);
  if (read) checkMedia(context, { pointer: mediaPointer, value: read });
  const schema = read && schemaOf(context, read);
  const plan = schema && readSchema(document, { pointer: `${mediaPointer}/schema`, value: schema }, addSchemaIssue);
  const response: OperationResponse = {
    status,
    isSuccess,
    description,
    pointer: at,
    schema: plan && (read?.kind === "events" ? closedEventsOf(plan) : plan),
    mediaType: read && concreteType(read.type, read.kind),
    format: read === undefined || read.kind === "json" ? undefined : read.kind,
    example: read && readExample(document, read.media),
  };
  // An inline schema of a text has no name, whatever it is composed of.
  const typed = read?.kind === "text" && schema !== undefined && !("$ref" in schema) ? TEXT : schema;
  return { response, schema, accept: read && acceptOf(read), type: typed && typeTextOf(document, typed) };
}

function checkMedia(
  { document, addIssue }: OperationContext,
  { pointer, value: { type, kind, media } }: Place<Content>,
): void {
  if (!isMediaType(type))
    addIssue(`responds with "${type}", which is no media type; write one, such as application/json.`, pointer);
  if (kind === "events" && media.schema !== undefined && isTextOrOther(document, media.schema))
    addIssue("responds with events whose data can be a text or JSON; describe it as one of them.", pointer);
  checkFields("media type", { pointer, value: media }, addIssue);
}

/** The schema that validates the body; bytes are not parsed, whatever their schema. */
function schemaOf({ document }: OperationContext, { kind, media }: Content): Schema | Reference {
  if (kind === "binary") return BYTES;
  if (kind === "text") return textSchema(document, media.schema);
  return media.schema ?? (kind === "events" ? TEXT : {});
}

/** A stream of events without other fields than those of the standard. */
function closedEventsOf(data: PlanSchema): PlanSchema {
  const { items, ...events } = eventsOf(data);
  return { ...events, items: { ...items, additionalProperties: false } };
}
