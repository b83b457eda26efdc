import { type OpenApi, type PlacedOperation, pageOf, type Schema } from "./openapi.ts";
import { renderFields } from "./render-type.ts";

/** The page of a schema: its fields and its uses. */
export function renderSchema(name: string, schema: Schema, document: OpenApi, operations: readonly PlacedOperation[]) {
  const isOpen = schema.additionalProperties !== false;
  return [
    `# ${name}`,
    schema.description ?? "",
    renderUses(name, document, operations),
    "## Fields",
    renderFields(schema),
    isOpen ? "The API may send fields that are not in this list." : "No other field is accepted.",
  ].join("\n\n");
}

function renderUses(name: string, { components }: OpenApi, operations: readonly PlacedOperation[]): string {
  const pointer = `"#/components/schemas/${name}"`;
  const mentions = (value: unknown): boolean => JSON.stringify(value)?.includes(pointer) ?? false;
  const link = ({ summary, operationId }: PlacedOperation) => `[${summary ?? operationId}](./${pageOf(operationId)})`;
  const taking = operations.filter(({ requestBody }) => mentions(requestBody)).map(link);
  const returning = operations.filter(({ responses }) => mentions(responses)).map(link);
  const containing = Object.entries(components.schemas ?? {})
    .filter(([, schema]) => mentions(schema))
    .map(([other]) => `[${other}](./${pageOf(other)})`);
  const uses = [
    ["Sent by", taking],
    ["Returned by", returning],
    ["Part of", containing],
  ] as const;
  return uses
    .filter(([, links]) => links.length > 0)
    .map(([words, links]) => `${words} ${links.join(", ")}.`)
    .join(" ");
}
