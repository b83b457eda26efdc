import type { Operation } from "@serviceform/types";
import { type Content, resolve, type Schema } from "./document.js";
import { exampleOf, merge } from "./example-of.js";

/** The example of a request body in the form that the client takes: with files, if it has any. */
export function exampleOfBody(content: Pick<Content, "schema" | "example">, format: Operation["requestBody"]): unknown {
  const example = exampleOf(content);
  if (format === "binary") return new Blob([String(example)]);
  return format === "multipart" ? withFiles(content.schema ?? {}, example) : example;
}

/** A form whose texts in the place of files are files. */
function withFiles(schema: Schema, form: unknown): object {
  const { properties = {} } = merge(resolve(schema));
  return Object.fromEntries(
    Object.entries(Object(form)).map(([name, value]) => [name, toPart(properties[name], value)]),
  );
}

function toPart(schema: Schema = {}, value: unknown): unknown {
  const { type, format, items } = merge(resolve(schema));
  if (Array.isArray(value)) return value.map((element) => toPart(items, element));
  const isFile = type === "string" && format === "binary";
  return isFile ? new File([String(value)], "example.txt", { type: "text/plain" }) : value;
}

/** The body of a response as text, and the value that the client returns for it. */
export interface ExampleOfResponse {
  readonly mediaType: string;
  readonly text: string;
  readonly output: unknown;
}

export function exampleOfResponse(
  content: Content,
  { responseBody, eventData }: Pick<Operation, "responseBody" | "eventData">,
): ExampleOfResponse {
  const { mediaType } = content;
  const example = exampleOf(content);
  switch (responseBody) {
    case "text":
      return { mediaType, text: String(example), output: String(example) };
    case "binary":
      return { mediaType, text: String(example), output: new TextEncoder().encode(String(example)) };
    case "events": {
      const text = eventData === "json" ? JSON.stringify(example) : String(example);
      return { mediaType, text: `data: ${text}\n\n`, output: [{ event: "message", data: example, id: "" }] };
    }
    default:
      return { mediaType, text: JSON.stringify(example), output: example };
  }
}
