import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { pointersIn } from "../openapi/reach.ts";
import { collectPlan } from "./plan.ts";
import { inlinePathItems } from "./prepare/inline-path-items.ts";
import type { SpecIssue } from "./spec-error.ts";
import { withoutReferringExtensions } from "./without-extensions.ts";

/** Also those that the client does not offer. */
const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The document without unsupported operations, and their issues. */
export interface Remainder {
  readonly document: Document;
  readonly operationCount: number;
  readonly rejected: readonly RejectedOperation[];
  /** Issues of the whole document, which affect every operation. */
  readonly issues: readonly SpecIssue[];
}

export interface RejectedOperation {
  /** Such as `GET /pets`. */
  readonly title: string;
  readonly issues: readonly SpecIssue[];
}

/** Leaves out each operation that has an issue, or that needs a component with an issue or a part of one left out. */
export function leaveOutRejected(given: Document): Remainder {
  const document = inlinePathItems(withoutReferringExtensions(given));
  const { issues, accessIssues } = collectPlan(document);
  const operations = listOperations(document);
  const rejected = operations.flatMap((operation) => {
    const own = issues.filter((issue) => isAbout(issue.pointer ?? "#", operation));
    return own.length === 0 ? [] : [{ ...operation, issues: own }];
  });
  const claimed = new Set(rejected.flatMap(({ issues: own }) => own));
  // Components that no operation needs are left out, too.
  const others = issues.filter((issue) => !claimed.has(issue) && !issue.pointer?.startsWith("#/components/"));
  const all = rejectDependents(operations, rejected);
  const kept = operations.filter(({ pointer }) => !all.some((one) => one.pointer === pointer));
  return {
    document: all.length === 0 && issues.length === 0 ? given : keepOnly(document, kept),
    operationCount: operations.length,
    rejected: all,
    issues: [...others, ...accessIssues],
  };
}

interface ListedOperation {
  readonly title: string;
  readonly path: string;
  readonly method: string;
  readonly pointer: string;
  /** The operation, its path and every component that they reference. */
  readonly needs: ReadonlySet<string>;
}

function listOperations(document: Document): ListedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => METHODS.has(key))
      .map((method) => {
        const itemPointer = `#/paths/${escapePointer(path)}`;
        const { parameters } = item;
        const object = item[method] as OperationObject;
        const needs = findNeeds(document, { parameters, object });
        return { title: `${method.toUpperCase()} ${path}`, path, method, pointer: `${itemPointer}/${method}`, needs };
      }),
  );
}

/** Every place that a value references; of a place within a component, also the component. */
function findNeeds(document: Document, value: object): Set<string> {
  const needs = pointersIn(document, value);
  for (const pointer of needs) {
    const [component] = /^#\/components\/[^/]+\/[^/]+(?=\/)/.exec(pointer) ?? [];
    if (component === undefined || needs.has(component)) continue;
    for (const inner of pointersIn(document, { $ref: component })) needs.add(inner);
  }
  return needs;
}

/** An issue of a path applies to all its operations, one of an operation to that alone. */
function isAbout(pointer: string, { path, pointer: own, needs }: ListedOperation): boolean {
  const itemPointer = `#/paths/${escapePointer(path)}`;
  const [, key = ""] = pointer.slice(itemPointer.length).split("/");
  if (isWithin(pointer, own) || (isWithin(pointer, itemPointer) && !METHODS.has(key))) return true;
  for (let place = pointer; place.includes("/"); place = place.slice(0, place.lastIndexOf("/")))
    if (needs.has(place)) return true;
  return false;
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

interface ListedRejection extends ListedOperation, RejectedOperation {}

/** Adds the operations that need a part of one that is left out. */
function rejectDependents(operations: readonly ListedOperation[], rejected: ListedRejection[]): ListedRejection[] {
  const found = [...rejected];
  const dependents = operations.flatMap((one) => {
    const places = [...one.needs].filter((place) => place.startsWith("#/paths/"));
    return places.length === 0 ? [] : [{ ...one, places }];
  });
  // The list grows while it is read, since others can need a part of what it gets.
  for (const { pointer: missing, title } of found) {
    for (const { places, ...one } of dependents) {
      const isMissing = places.some((place) => isWithin(place, missing));
      if (!isMissing || found.some(({ pointer }) => pointer === one.pointer)) continue;
      const message = `${one.title} refers to a part of ${title}, which is left out; move that part to components.`;
      found.push({ ...one, issues: [{ pointer: one.pointer, message }] });
    }
  }
  return found;
}

function keepOnly(document: Document, kept: readonly ListedOperation[]): Document {
  const needed = new Set(kept.flatMap(({ needs }) => [...needs]));
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const own = kept.filter((operation) => operation.path === path);
    // Its parameters can be those of others, too.
    const isNeeded = [...needed].some((place) => isWithin(place, `#/paths/${escapePointer(path)}`));
    if (own.length === 0 && !isNeeded) return [];
    const entries = Object.entries(item).filter(
      ([key]) => !METHODS.has(key) || own.some(({ method }) => method === key),
    );
    return [[path, Object.fromEntries(entries) as PathItem] as const];
  });
  const components = Object.entries(document.components ?? {}).map(([section, entries]) => {
    if (section === "securitySchemes") return [section, entries] as const;
    const isNeeded = (name: string): boolean => needed.has(`#/components/${section}/${escapePointer(name)}`);
    return [section, Object.fromEntries(Object.entries(entries).filter(([name]) => isNeeded(name)))] as const;
  });
  return { ...document, paths: Object.fromEntries(paths), components: Object.fromEntries(components) };
}
