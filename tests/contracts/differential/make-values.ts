import type { Json } from "../document.ts";
import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import { type HostileScalars, hostileValue } from "./hostile-value.ts";
import { kindOf } from "./media-kind.ts";
import type { DocumentOperation } from "./read-operations.ts";
import type { Values } from "./write-request.ts";

/** The values of a call. */
export function makeValues(document: OpenApi, operation: DocumentOperation, scalars: HostileScalars): Values {
  const inPlace = (place: string): Json => {
    const entries = operation.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, schema, style }) => {
        const isList = look(document, schema).items !== undefined;
        const allowed = place === "header" ? scalars.header : scalars.text;
        const text = withoutSeparator(isList ? style : "", allowed);
        return [name, hostileValue(document, schema, { ...scalars, text, file: undefined })] as const;
      })
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    return Object.fromEntries(entries);
  };
  const body = makeBody(document, operation, scalars);
  return { path: inPlace("path"), query: inPlace("query"), header: inPlace("header"), body };
}

function makeBody(document: OpenApi, { body }: DocumentOperation, scalars: HostileScalars): unknown {
  if (body === undefined) return undefined;
  const { mediaType, schema } = body;
  switch (kindOf(mediaType)) {
    case "binary":
      return scalars.file;
    case "multipart":
      return withoutEmptyArrays(hostileValue(document, schema, scalars));
    case "form":
      return withoutEmptyArrays(makeSent(document, schema, scalars));
    case "text":
      return scalars.text;
    default:
      return makeSent(document, schema, scalars);
  }
}

/** A form has no text for an empty array. */
function withoutEmptyArrays(body: unknown): object {
  const fields = Object.entries(Object(body)).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(fields);
}

/** A value without the properties that requests lack, which can have the name of a parameter. */
function makeSent(document: OpenApi, schema: Json, scalars: HostileScalars): unknown {
  const body = hostileValue(document, schema, { ...scalars, file: undefined }) ?? {};
  const { properties } = look(document, schema);
  if (properties === undefined) return body;
  const isSent = (name: string): boolean => look(document, Object(properties)[name]).readOnly !== true;
  return Object.fromEntries(Object.entries(Object(body)).filter(([name]) => isSent(name)));
}

/** An element cannot contain the separator: both would be serialized alike. */
function withoutSeparator(style: string, text: string): string {
  const separator = { spaceDelimited: " ", pipeDelimited: "|", simple: "," }[style];
  return separator === undefined ? text : text.replaceAll(separator, "");
}
