import { serverUrl } from "@serviceform/types";
import type { Body, PlacedOperation } from "./openapi.ts";
import { renderSamples } from "./render-samples.ts";
import { renderField, renderType } from "./render-type.ts";

/** The page of an operation: how to call it, its input and its responses. */
export function renderOperation(operation: PlacedOperation, server: string): string {
  const { method, path, operationId, summary, description } = operation;
  return [
    `# ${summary ?? operationId}`,
    `\`${method} ${path}\``,
    description ?? "",
    `In the client this is \`${operationId}\`. The samples call the sandbox: [Try it](./index.md#try-it) without an account.`,
    `For your own account, leave \`baseUrl\` and \`--base-url\` out, and send curl to \`${serverUrl}\`.`,
    renderSamples(operation, server),
    ...renderInput(operation),
    "## Responses",
    ...Object.entries(operation.responses).map(([status, response]) => renderResponse(status, response)),
    `How the client reports a status: [Errors](../guides/errors.md#apierror).`,
  ].join("\n\n");
}

function renderInput({ parameters = [], requestBody }: PlacedOperation): readonly string[] {
  if (parameters.length === 0 && requestBody === undefined) return [];
  const fields = parameters.map(({ name, in: place, schema = {}, ...facts }) =>
    renderField(name, schema, { ...facts, place: `in the ${place}` }),
  );
  return ["## Input", fields.join("\n"), ...(requestBody ? [renderBody("In the body", requestBody)] : [])];
}

function renderResponse(status: string, response: Body): string {
  return `${renderBody(status, response)}${renderExample(response)}`;
}

function renderBody(title: string, { content, description = "" }: Body): string {
  const [[type, { schema = {} }] = [undefined, {}]] = Object.entries(content ?? {});
  const body = type === undefined ? "none" : `${renderType(schema)}, ${type}`;
  return `### ${title}\n\n${description}\n\nBody: ${body}.`;
}

function renderExample({ content }: Body): string {
  const [[type = "", { example }] = ["", {}]] = Object.entries(content ?? {});
  if (example === undefined) return "";
  const isJson = type.endsWith("json");
  const code = isJson ? `json\n${JSON.stringify(example, undefined, 2)}` : `text\n${example}`;
  return `\n\n::: details Example\n\n\`\`\`${code}\n\`\`\`\n\n:::`;
}
