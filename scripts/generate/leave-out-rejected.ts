import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { pointersIn } from "../openapi/reach.ts";
import { isMethod } from "./methods.ts";
import { collectPlan } from "./plan.ts";
import type { SpecIssue } from "./spec-error.ts";

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

/** Leaves out each operation that has an issue, or that needs a component with an issue. */
export function leaveOutRejected(document: Document): Remainder {
  const { issues, accessIssues } = collectPlan(document);
  const operations = listOperations(document);
  const claimed = new Set<SpecIssue>();
  const rejected = operations.flatMap((operation) => {
    const own = issues.filter((issue) => isAbout(issue.pointer ?? "#", operation));
    for (const issue of own) claimed.add(issue);
    return own.length === 0 ? [] : [{ ...operation, issues: own }];
  });
  // Components that no operation needs are left out, too.
  const others = issues.filter((issue) => !claimed.has(issue) && !issue.pointer?.startsWith("#/components/"));
  const kept = operations.filter(({ pointer }) => !rejected.some((one) => one.pointer === pointer));
  return {
    document: rejected.length === 0 && issues.length === 0 ? document : keepOnly(document, kept),
    operationCount: operations.length,
    rejected,
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
      .filter(isMethod)
      .map((method) => {
        const itemPointer = `#/paths/${escapePointer(path)}`;
        const { parameters } = item;
        const object = item[method] as OperationObject;
        const needs = findNeeds(document, { parameters, object, $ref: item.$ref });
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

/** An issue of a path applies to all its operations. */
function isAbout(pointer: string, { path, pointer: own, needs }: ListedOperation): boolean {
  const itemPointer = `#/paths/${escapePointer(path)}`;
  if (pointer === own || pointer.startsWith(`${own}/`)) return true;
  const [, key = ""] = pointer.startsWith(itemPointer) ? pointer.slice(itemPointer.length).split("/") : ["", "-"];
  if (pointer.startsWith(itemPointer) && !isMethod(key) && /^(?:\/|$)/.test(pointer.slice(itemPointer.length)))
    return true;
  for (let place = pointer; place.includes("/"); place = place.slice(0, place.lastIndexOf("/")))
    if (needs.has(place)) return true;
  return false;
}

function keepOnly(document: Document, kept: readonly ListedOperation[]): Document {
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const own = kept.filter((operation) => operation.path === path);
    if (own.length === 0) return [];
    const entries = Object.entries(item).filter(([key]) => !isMethod(key) || own.some(({ method }) => method === key));
    return [[path, Object.fromEntries(entries) as PathItem] as const];
  });
  const needed = new Set(kept.flatMap(({ needs }) => [...needs]));
  const components = Object.entries(document.components ?? {}).map(([section, entries]) => {
    if (section === "securitySchemes") return [section, entries] as const;
    const isNeeded = (name: string): boolean => needed.has(`#/components/${section}/${escapePointer(name)}`);
    return [section, Object.fromEntries(Object.entries(entries).filter(([name]) => isNeeded(name)))] as const;
  });
  return { ...document, paths: Object.fromEntries(paths), components: Object.fromEntries(components) };
}
