import type { DriftResult, Limits } from "./find-drift.ts";
import { placeInFile, specFile } from "./spec-file.ts";
import type { CalledOperation } from "./survey.ts";
import { addCounts, type Counted, type DriftKind } from "./tally.ts";

/** What `--json` prints. */
export interface Report {
  /** The origin that was called, or `the sandbox`. */
  readonly source: string;
  /** `info.version` of the contract. */
  readonly contract: string;
  readonly limits: Limits;
  /** One for each operation that does not write. */
  readonly operations: readonly CalledOperation[];
  readonly drift: readonly Drift[];
  /** Optional fields that no response had. */
  readonly unobserved: readonly {
    readonly file: string;
    readonly schema: string;
    readonly field: string;
    readonly of: number;
  }[];
}

/** One way in which the API differs from one place of the contract. */
export interface Drift {
  readonly kind: DriftKind;
  /** The file to edit, and the place in it. */
  readonly file: string;
  readonly at: string;
  /** The field that is missing or undeclared. `*` replaces names that may be data. */
  readonly field?: string;
  readonly expected: string;
  /** How often each type or status was received instead. */
  readonly received: Readonly<Record<string, number>>;
  readonly count: number;
  readonly of: number;
  /** The operations that it was observed in. */
  readonly observed: readonly {
    readonly operation: string;
    readonly place: string;
    readonly count: number;
    readonly of: number;
  }[];
  /** What to do in the file, if the API is right. */
  readonly advice: string;
}

/** What is expected of a value of another type; anything else is a rule for values of the right type. */
const TYPES = new Set(["array", "boolean", "integer", "number", "object", "string"]);

export function createReport(source: string, version: string, limits: Limits, result: DriftResult): Report {
  return {
    source,
    contract: version,
    limits,
    operations: result.called,
    drift: merge(result.drift).sort((one, other) => order(one).localeCompare(order(other))),
    unobserved: result.unobserved.map(({ pointer, name, of }) => ({
      file: specFile(pointer),
      schema: placeInFile(pointer),
      field: name,
      of,
    })),
  };
}

/** 1 if the API drifted, 2 if calls failed, so that finding no drift proves nothing, else 0. */
export function exitCodeOf({ drift, operations }: Report): 0 | 1 | 2 {
  if (drift.length > 0) return 1;
  return operations.some(({ failures }) => failures.length > 0) ? 2 : 0;
}

/** Several operations share a schema: each issue of it is reported once. */
function merge(observations: readonly Counted[]): Drift[] {
  const merged = new Map<string, Drift>();
  for (const observation of observations) {
    const { kind, pointer, name, expected, operation, place, count, of } = observation;
    const key = JSON.stringify([kind, pointer, name, expected]);
    const known = merged.get(key);
    const observed = [...(known?.observed ?? []), { operation, place, count, of }];
    merged.set(key, {
      kind,
      file: specFile(pointer),
      at: placeInFile(pointer),
      ...(name !== undefined && { field: name }),
      expected,
      received: addCounts(known?.received ?? {}, observation.received),
      count: count + (known?.count ?? 0),
      of: of + (known?.of ?? 0),
      observed,
      advice: "",
    });
  }
  return [...merged.values()].map((drift) => ({ ...drift, advice: advise(drift) }));
}

function advise({ kind, field, expected, received, count, of }: Drift): string {
  const types = Object.keys(received);
  switch (kind) {
    case "missing":
      return `take ${field} out of required`;
    case "mistyped":
      return adviseType(expected, types, { isMixed: count < of });
    case "undeclared-field":
      if (field === "*") return "describe what these names are: additionalProperties";
      return `add ${field} to properties: ${types.filter((type) => type !== "null").join(" or ") || "its type is not known, it was null"}`;
    case "undeclared-status":
      return adviseStatuses(types, count === of);
    case "not-json":
      return "look at the address and at what stands between; a body without JSON has no schema";
    default:
      return kind satisfies never;
  }
}

/** `isEvery` means that no call had a declared status, so that the request may be what is wrong. */
function adviseStatuses(statuses: readonly string[], isEvery: boolean): string {
  const has = (pattern: RegExp): boolean => statuses.some((status) => pattern.test(status));
  const checks = [
    ...(has(/^(429|5..)$/) ? ["whether it stays"] : []),
    ...(isEvery && has(/^40[13]$/) ? ["the key"] : []),
    ...(isEvery && has(/^4(00|22)$/) ? ["what the input lacks"] : []),
    ...(isEvery && has(/^4(04|05|10)$/) ? ["whether the operation still exists"] : []),
  ];
  const first = checks.length > 0 ? `; first check ${checks.join(" and ")}` : "";
  return `add ${statuses.join(" and ")} to responses${first}`;
}

/** `isMixed` means that other values match the contract. */
function adviseType(expected: string, received: readonly string[], { isMixed }: { readonly isMixed: boolean }): string {
  const types = received.filter((type) => type !== "null").join(" or ");
  if (types === "") return `add nullable: true${isMixed ? "" : ", and check whether it is ever set"}`;
  const orNull = received.includes("null") ? ", and add nullable: true" : "";
  if (/^one of \d+ values$/.test(expected)) return `add the new value, or take enum away${orNull}`;
  if (expected.endsWith(" forms")) return `add a form for it: ${types}${orNull}`;
  if (!TYPES.has(expected)) return `relax the rule that requires ${expected}, or take it away${orNull}`;
  // Every integer is a number.
  if (isMixed && !(expected === "integer" && types === "number")) return `also allow ${types}${orNull}`;
  return `change its type to ${types}${orNull}`;
}

function order({ file, at, field, kind }: Drift): string {
  return [file, at, field, kind].join(" ");
}
