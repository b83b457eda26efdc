import { createConfig } from "@redocly/openapi-core";
import type { Node } from "typescript";
import type { Document } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { describeUnusable, findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** `paths`, `components` and `operations`, as openapi-typescript has them; a file of a form is an `Upload`. */
export async function toTypescript(document: Document, formSchemas: ReadonlySet<string> = new Set()): Promise<Node[]> {
  const unusable = mayHaveUnusableKeys(JSON.stringify(document)) ? findUnusableKeys(document) : [];
  if (unusable.length > 0) throw new SpecError(unusable.map(toProblem));
  // Imported late, because it loads TypeScript: a broken spec should be reported without that wait.
  const { default: openapiTS } = await import("openapi-typescript");
  // Else a body field with a default would have to be given, although the API fills it in.
  const options = {
    silent: true,
    defaultNonNullable: false,
    redocly: await createConfig({}),
    transform: await loadToUpload(),
  };
  try {
    // A copy, since openapi-typescript resolves references in the object that it is given.
    const copy = markFiles(document, formSchemas) as never; // Its type of documents is that of its own parser.
    return (await openapiTS(copy, options as never)) as Node[]; // Its transform is typed by another TypeScript.
  } catch (error) {
    const message = `openapi-typescript cannot read the document (${(error as Error).message}).`;
    throw new SpecError([{ pointer: "#", message }]);
  }
}

/** A keyword of no document: extensions have been left out before. */
const FILE = "x-file";

/** A copy, in which files in the schemas of forms can be told from text that is called binary elsewhere. */
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
