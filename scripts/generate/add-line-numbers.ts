import { join, relative, resolve } from "node:path";
import { type BaseResolver, type Document, getLineColLocation } from "@redocly/openapi-core";
import { escapePointer, unescapePointer } from "../openapi/pointer.ts";
import { FileResolver } from "./file-resolver.ts";
import { findOrigins, type Origin } from "./find-origins.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";

/** Finds the file and line of each issue: the position of the last key of its pointer, before the spec was bundled. */
export async function addLineNumbers(error: SpecError, specDir: string, files: BaseResolver): Promise<SpecError> {
  const origins = await findOrigins(files, specDir);
  // The bundler changed the files that it read.
  const resolver = new FileResolver();
  const read = async (file: string, base: string | null = null): Promise<Document> =>
    (await resolver.resolveDocument(base, file, true)) as Document;
  const located = error.issues.map(async (issue): Promise<SpecIssue> => {
    const { pointer, position } = issue;
    if (pointer === undefined || position !== undefined) return issue;
    const start = startOf(pointer, origins) ?? { file: join(specDir, "openapi.yaml"), pointer };
    const { document, keys } = await follow(start, read);
    const at = { source: document.source, pointer: `#/${keys.map(escapePointer).join("/")}`, reportOnKey: true };
    const { line, col } = getLineColLocation(at).start;
    return { ...issue, file: relative(resolve(specDir), document.source.absoluteRef), position: `${line}:${col}` };
  });
  return new SpecError(unique(await Promise.all(located)));
}

/** Without issues of lines for which the lint has an issue. */
function unique(issues: readonly SpecIssue[]): SpecIssue[] {
  const lineOf = ({ file, position }: SpecIssue): string => `${file}:${position?.split(":")[0]}`;
  const linted = new Set(issues.filter(({ ruleId }) => ruleId !== undefined).map(lineOf));
  return issues.filter((issue) => issue.ruleId !== undefined || !linted.has(lineOf(issue)));
}

/** Where a pointer starts that leads into a component from another file. */
function startOf(pointer: string, origins: ReadonlyMap<string, Origin>): Origin | undefined {
  const [component = ""] = /^#\/components\/[^/]+\/[^/]+/.exec(pointer) ?? [];
  const origin = origins.get(component);
  return origin && { ...origin, pointer: `${origin.pointer}${pointer.slice(component.length)}` };
}

interface SourcePlace {
  readonly document: Document;
  readonly keys: readonly string[];
}

/** Follows the keys of a pointer from file to file; stops at the last existing value. */
async function follow(
  { file, pointer }: Origin,
  read: (file: string, base?: string) => Promise<Document>,
): Promise<SourcePlace> {
  let document = await read(file);
  let keys: string[] = [];
  let node: unknown = document.parsed;
  for (const key of pointer.split("/").slice(1).map(unescapePointer)) {
    for (let reference = referenceOf(node, key); reference !== undefined; reference = referenceOf(node, key)) {
      const [path = "", fragment = ""] = reference.split("#");
      if (path !== "") document = await read(path, document.source.absoluteRef);
      keys = fragment.split("/").slice(1).map(unescapePointer);
      node = keys.reduce<unknown>((inner, part) => Object(inner)[part], document.parsed);
    }
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) break;
    node = (node as Record<string, unknown>)[key];
    keys = [...keys, key];
  }
  return { document, keys };
}

/** The reference that leads to a key, which can also be beside it. */
function referenceOf(node: unknown, key: string): string | undefined {
  const { $ref } = Object(node) as { $ref?: unknown };
  return typeof $ref === "string" && !Object.hasOwn(Object(node), key) ? $ref : undefined;
}
