import { dirname, join, relative, resolve } from "node:path";
import { BaseResolver, type Document, getLineColLocation } from "@redocly/openapi-core";
import { escapePart, unescapePart } from "../openapi/pointer.ts";
import { type Problem, SpecError } from "./spec-error.ts";

/** Finds the file and the line of each problem: where the last key of its pointer stands, before the spec was bundled. */
export async function locate(error: SpecError, specDir: string): Promise<SpecError> {
  const resolver = new BaseResolver();
  const read = async (file: string): Promise<Document> =>
    (await resolver.resolveDocument(null, file, true)) as Document;
  const located = error.problems.map(async (problem): Promise<Problem> => {
    const { pointer, position } = problem;
    if (pointer === undefined || position !== undefined) return problem;
    const { document, keys } = await follow(pointer, join(specDir, "openapi.yaml"), read);
    const at = { source: document.source, pointer: `#/${keys.map(escapePart).join("/")}`, reportOnKey: true };
    const { line, col } = getLineColLocation(at).start;
    return { ...problem, file: relative(resolve(specDir), document.source.absoluteRef), position: `${line}:${col}` };
  });
  return new SpecError(unique(await Promise.all(located)));
}

/** Without what the lint has already said of the same line in its own words. */
function unique(problems: readonly Problem[]): Problem[] {
  const lineOf = ({ file, position }: Problem): string => `${file}:${position?.split(":")[0]}`;
  const linted = new Set(problems.filter(({ ruleId }) => ruleId !== undefined).map(lineOf));
  return problems.filter((problem) => problem.ruleId !== undefined || !linted.has(lineOf(problem)));
}

interface SourcePlace {
  readonly document: Document;
  readonly keys: readonly string[];
}

/** Goes down by the keys of a pointer and from file to file; stops at the last value that is there. */
async function follow(pointer: string, file: string, read: (file: string) => Promise<Document>): Promise<SourcePlace> {
  let document = await read(file);
  let keys: string[] = [];
  let node: unknown = document.parsed;
  for (const key of pointer.split("/").slice(1).map(unescapePart)) {
    for (let reference = referenceOf(node); reference !== undefined; reference = referenceOf(node)) {
      const [path = "", fragment = ""] = reference.split("#");
      if (path !== "") document = await read(resolve(dirname(document.source.absoluteRef), path));
      keys = fragment.split("/").slice(1).map(unescapePart);
      node = keys.reduce<unknown>((inner, part) => Object(inner)[part], document.parsed);
    }
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) break;
    node = (node as Record<string, unknown>)[key];
    keys = [...keys, key];
  }
  return { document, keys };
}

function referenceOf(node: unknown): string | undefined {
  const { $ref } = Object(node) as { $ref?: unknown };
  return typeof $ref === "string" ? $ref : undefined;
}
