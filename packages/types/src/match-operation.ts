import type { OperationId } from "./generated/methods.js";
import { operationTable } from "./generated/operation-table.js";

/** An operation whose path a URL has. */
export interface OperationMatch {
  readonly operation: OperationId;
  readonly method: string;
  /** The values of the path parameters, decoded; one that cannot be decoded stays as it is. */
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the operation of a method and the path of a URL; undefined where the contract has none. */
export function matchOperation(method: string, pathname: string): OperationMatch | undefined {
  return matchPath(pathname).find((match) => match.method === method);
}

/** Finds the operations at the path of a URL, whatever their method. A literal segment wins over a template. */
export function matchPath(pathname: string): OperationMatch[] {
  routes ??= createRoutes();
  const best = routes.find(({ pattern }) => pattern.test(pathname));
  if (!best) return [];
  const [, ...values] = best.pattern.exec(pathname) ?? [];
  const path = Object.fromEntries(best.keys.map((key, index) => [key, decode(values[index] ?? "")]));
  return routes
    .filter(({ template }) => template === best.template)
    .map(({ operation, method }) => ({ operation, method, path }));
}

interface Route {
  readonly operation: OperationId;
  readonly method: string;
  readonly template: string;
  readonly pattern: RegExp;
  readonly keys: readonly string[];
  readonly rank: string;
}

let routes: readonly Route[] | undefined;

/** A literal segment goes before a template, as OpenAPI has it, and one with more literal text before one with less. */
function createRoutes(): Route[] {
  const entries = Object.entries(operationTable) as [OperationId, { readonly method: string; readonly path: string }][];
  const unsorted = entries.map(([operation, { method, path }]) => {
    // The parts at odd places are names of parameters.
    const parts = path.split(/[{}]/);
    return {
      operation,
      method,
      template: path,
      pattern: new RegExp(`^${parts.map((part, index) => (index % 2 ? "([^/]+)" : escapeLiteral(part))).join("")}$`),
      keys: parts.filter((_, index) => index % 2),
      rank: path.split("/").map(rankOf).join(),
    };
  });
  return unsorted.sort((one, other) => (one.rank === other.rank ? 0 : one.rank < other.rank ? 1 : -1));
}

function rankOf(segment: string): string {
  const literal = segment.replace(/\{[^}]*\}/, "");
  return literal === segment ? "literal" : String(literal.length).padStart(4, "0");
}

function escapeLiteral(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^|]/g, "\\$&");
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
