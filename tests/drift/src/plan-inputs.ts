import type { Operation } from "@serviceform/types";
import { type Contract, findInput } from "./contract.ts";

/** The input of an operation: keys of path, query and body in one object. */
export type Input = Readonly<Record<string, unknown>>;

/** The elements that a list returned for one input. */
export interface Listed {
  readonly input: Input;
  readonly elements: readonly unknown[];
}

/** The inputs of the calls of an operation, or the reason why there are none. */
export type Plan = { readonly inputs: readonly Input[] } | { readonly reason: string };

/**
 * Plans the calls of an operation that reads, from the elements of earlier lists: a parameter of
 * `/spaces/{spaceId}/items` is named by the elements that `/spaces` lists. Optional switches are each turned on once,
 * since an API returns more with them.
 */
export function planInputs(contract: Contract, id: string, listed: ReadonlyMap<string, readonly Listed[]>): Plan {
  const operation = contract.operations[id] as Operation;
  if (operation.responseBody === "events") return { reason: "it responds with events, which may never end" };
  const named = namePath(contract, operation.path, listed);
  if ("reason" in named) return named;
  const given: Record<string, unknown> = {};
  for (const key of operation.required) {
    if (operation.pathKeys.includes(key)) continue;
    if (takesFile(contract, id, key)) return { reason: `${key} is a file, which has no example in the contract` };
    given[key] = exampleOf(contract, id, key);
    if (given[key] === undefined) return { reason: `the contract has no example for ${key}, which is required` };
  }
  const switches = [...operation.queryKeys, ...operation.bodyKeys].filter(
    (key) => !operation.required.includes(key) && findInput(contract, id, key)?.schema.type === "boolean",
  );
  const variants: Input[] = [given, ...switches.map((key) => ({ ...given, [key]: true }))];
  return { inputs: variants.flatMap((variant) => named.inputs.map((path) => ({ ...path, ...variant }))) };
}

/** Lists first, then operations that need their elements. */
export function readingOrder({ operations }: Contract): string[] {
  const reading = Object.entries(operations).filter(([, { writes }]) => !writes);
  return reading.sort(([, one], [, other]) => one.pathKeys.length - other.pathKeys.length).map(([id]) => id);
}

function namePath(contract: Contract, path: string, listed: ReadonlyMap<string, readonly Listed[]>): Plan {
  if (!path.includes("{")) return { inputs: [{}] };
  const source = listFor(contract, path);
  if (source === undefined) return { reason: "no operation lists the values of its path parameters" };
  const { list, key } = source;
  const operation = contract.operations[list] as Operation;
  const identity = identityOf(contract, list, key);
  if (identity === undefined) return { reason: `the contract does not define what identifies an element of ${list}` };
  const results = (listed.get(list) ?? []).map(({ input, elements }) => ({
    named: Object.fromEntries(operation.pathKeys.map((name) => [name, input[name]])),
    ids: elements.map((element) => Object(element)[identity]).filter(isId),
  }));
  const most = Math.max(0, ...results.map(({ ids }) => ids.length));
  // One element of each list first, so that few calls cover many lists.
  const inputs = Array.from({ length: most }, (_, index) =>
    results.filter(({ ids }) => ids.length > index).map(({ named, ids }) => ({ ...named, [key]: ids[index] })),
  ).flat();
  return inputs.length > 0 ? { inputs } : { reason: `${list} returned no element that identifies ${key}` };
}

/** The list whose elements name the last parameter of a path, and that parameter. */
function listFor({ operations }: Contract, path: string): { list: string; key: string } | undefined {
  const [, prefix, key] = /^(.*)\/\{([^{}]+)\}[^{}]*$/.exec(path) ?? [];
  const [list] =
    Object.entries(operations).find(
      ([, operation]) => operation.path === prefix && operation.responseBody === "array" && !operation.writes,
    ) ?? [];
  return list === undefined || key === undefined ? undefined : { list, key };
}

/**
 * The property of an element that is the path parameter `key`: the one of the same name, else `id`, else the only one that
 * is required.
 */
function identityOf({ contracts }: Contract, list: string, key: string): string | undefined {
  const { responses, success = 200 } = contracts[list] ?? {};
  const { properties = {}, required = [] } = responses?.[success]?.schema?.items ?? {};
  const known = [key, "id"].find((name) => Object.hasOwn(properties, name));
  return known ?? (required.length === 1 ? required[0] : undefined);
}

function isId(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

/** One or several files, in a form or as a whole body. */
function takesFile(contract: Contract, id: string, key: string): boolean {
  const { schema, body } = { schema: findInput(contract, id, key)?.schema, body: contract.contracts[id]?.body?.schema };
  const { format, items } = schema ?? (contract.operations[id]?.wholeBody ? body : undefined) ?? {};
  return format === "binary" || items?.format === "binary";
}

function exampleOf(contract: Contract, id: string, key: string): unknown {
  const input = findInput(contract, id, key);
  return input?.example ?? input?.schema.example;
}
