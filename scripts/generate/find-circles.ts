import { relative, resolve } from "node:path";
import { type BaseResolver, type Document, getLineColLocation } from "@redocly/openapi-core";
import { escapePointer, unescapePointer } from "../openapi/pointer.ts";
import { FileResolver } from "./file-resolver.ts";
import { toPlace } from "./leave-out/place.ts";
import type { PlacedIssue } from "./leave-out/select-operations.ts";
import { listSpecFiles } from "./list-spec-files.ts";

/** The aliases and references of a spec that lead back to themselves or are no URIs: its tools crash without a line. */
export async function findCircles(
  specDir: string,
  resolver: BaseResolver = new FileResolver(),
): Promise<PlacedIssue[]> {
  const files = await listSpecFiles(specDir);
  return (await Promise.all(files.map((file) => findInFile(resolve(specDir, file), specDir, resolver)))).flat();
}

/** Undefined for a file that is missing or invalid, which the lint reports. */
async function read(resolver: BaseResolver, file: string): Promise<Document | undefined> {
  const document = await resolver.resolveDocument(null, file, true).catch((error: Error) => error);
  return document instanceof Error ? undefined : document;
}

async function findInFile(file: string, specDir: string, resolver: BaseResolver): Promise<PlacedIssue[]> {
  const document = await read(resolver, file);
  if (document === undefined) return [];
  const { aliases, references } = listSuspects(document.parsed);
  const circular = await Promise.all(
    references.map((found) => leadsBack(`${file}${found.pointer}`, found, file, resolver)),
  );
  const issues = [
    ...aliases.map((pointer) => ({ pointer, message: "The value contains itself by an alias; write a $ref instead." })),
    ...references
      .filter(({ $ref }) => !isUri($ref))
      .map(({ pointer, $ref }) => ({ pointer, message: `The $ref ${$ref} has a % that encodes nothing; write %25.` })),
    ...references
      .filter((_, index) => circular[index])
      .map(({ pointer, $ref }) => ({ pointer, message: `The $ref ${$ref} leads back to itself; correct it.` })),
  ];
  return issues.map(({ pointer, message }) => {
    const { line, col } = getLineColLocation({ source: document.source, pointer, reportOnKey: true }).start;
    const issue = { file: relative(resolve(specDir), file), position: `${line}:${col}`, message };
    return { place: toPlace(file, pointer), issue };
  });
}

/** Whether each percent sign encodes a character. */
function isUri(reference: string): boolean {
  try {
    return decodeURIComponent(reference) !== undefined;
  } catch {
    return false;
  }
}

interface FoundReference {
  readonly pointer: string;
  readonly $ref: string;
}

/** Every reference of a file, and the pointers of values that contain themselves. */
function listSuspects(parsed: unknown): { aliases: string[]; references: FoundReference[] } {
  const aliases: string[] = [];
  const references: FoundReference[] = [];
  const open = new Set<object>();
  const done = new Set<object>();
  const keys: string[] = [];
  const pointer = (): string => ["#", ...keys.map(escapePointer)].join("/");
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || done.has(value)) return;
    if (open.has(value)) return void aliases.push(pointer());
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === "string") references.push({ pointer: pointer(), $ref });
    open.add(value);
    for (const [key, inner] of Object.entries(value)) {
      keys.push(key);
      visit(inner);
      keys.pop();
    }
    open.delete(value);
    done.add(value);
  };
  visit(parsed);
  return { aliases, references };
}

/** Whether a reference leads to its own place, directly or by others. */
async function leadsBack(
  start: string,
  { $ref }: FoundReference,
  file: string,
  resolver: BaseResolver,
): Promise<boolean> {
  const seen = new Set<string>();
  let reference: unknown = $ref;
  let from = file;
  while (typeof reference === "string") {
    const [path = "", fragment = ""] = reference.split("#");
    from = path === "" ? from : resolver.resolveExternalRef(from, path);
    const keys = fragment.split("/").slice(1).map(unescapePointer);
    const place = `${from}${["#", ...keys.map(escapePointer)].join("/")}`;
    if (place === start) return true;
    if (seen.has(place)) return false;
    seen.add(place);
    const document = await read(resolver, from);
    reference = Object(keys.reduce<unknown>((node, key) => Object(node)[key], document?.parsed)).$ref;
  }
  return false;
}
