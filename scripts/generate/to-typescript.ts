import { createConfig } from "@redocly/openapi-core";
import type { Node } from "typescript";
import type { Document } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { describeUnusable, findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** `paths`, `components` and `operations` of openapi-typescript, with `Upload` for files of forms. */
export async function toTypescript(document: Document, formSchemas: ReadonlySet<string> = new Set()): Promise<Node[]> {
  const unusable = mayHaveUnusableKeys(JSON.stringify(document)) ? findUnusableKeys(document) : [];
  if (unusable.length > 0) throw new SpecError(unusable.map(toProblem));
  // Imported on demand, because it loads TypeScript, and an invalid spec is reported without it.
  const { default: openapiTS } = await import("openapi-typescript");
  // Else a body field with a default would be required, although the API sets it.
  const options = {
    silent: true,
    defaultNonNullable: false,
    redocly: await createConfig({}),
    transform: await loadToUpload(),
  };
  try {
    // A copy, since openapi-typescript modifies its input.
    const copy = markFiles(document, formSchemas) as never; // Its type of documents is that of its own parser.
    return (await openapiTS(copy, options as never)) as Node[]; // Its transform is typed by another TypeScript.
  } catch (error) {
    const message = `openapi-typescript cannot read the document (${(error as Error).message}).`;
    throw new SpecError([{ pointer: "#", message }]);
  }
}

/** A keyword that no document has, since extensions were removed before. */
const FILE = "x-file";

/** A copy in which files in the schemas of forms are marked, to distinguish them from other `binary` strings. */
function markFiles(document: Document, formSchemas: ReadonlySet<string>): Document {
  const copy = structuredClone(document);
  const mark = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const schema = value as Record<string, unknown>;
    if (schema.type === "string" && schema.format === "binary") schema[FILE] = true;
    for (const inner of Object.values(value)) mark(inner);
  };
  for (const name of formSchemas) mark(copy.components?.schemas?.[name]);
  return copy;
}

async function loadToUpload() {
  const { factory } = (await import("typescript")).default;
  return (schema: Record<string, unknown>) => (schema[FILE] ? factory.createTypeReferenceNode("Upload") : undefined);
}

function toProblem(keys: readonly string[]): SpecIssue {
  const pointer = `#/${keys.map(escapePointer).join("/")}`;
  return { pointer, message: describeUnusable(keys.at(-1) ?? "") };
}
