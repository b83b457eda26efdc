import type { Findings, Limits } from "./find-drift.ts";
import { placeInFile, specFile } from "./spec-file.ts";
import type { Asked } from "./survey.ts";
import { addCounts, type Counted, type DriftKind } from "./tally.ts";

/** What `--json` prints. */
export interface Report {
  /** The origin that was asked, or `the sandbox`. */
  readonly source: string;
  /** `info.version` of the contract. */
  readonly contract: string;
  readonly limits: Limits;
  /** One for each operation that does not write. */
  readonly operations: readonly Asked[];
  readonly drift: readonly Drift[];
  /** Optional fields that no answer had. */
  readonly unseen: readonly {
    readonly file: string;
    readonly schema: string;
    readonly field: string;
    readonly of: number;
  }[];
}

/** One way in which the API is not what one place of the contract says. */
export interface Drift {
  readonly kind: DriftKind;
  /** The file to edit, and the place in it. */
  readonly file: string;
  readonly at: string;
  /** The field that is missing or undeclared. `*` stands for names that may be data. */
  readonly field?: string;
  readonly expected: string;
  /** How often each type, or each status, came instead. */
  readonly got: Readonly<Record<string, number>>;
  readonly count: number;
  readonly of: number;
  /** The operations that it was seen in. */
  readonly seen: readonly {
    readonly operation: string;
    readonly place: string;
    readonly count: number;
    readonly of: number;
  }[];
  /** What to do in the file, if the API is right. */
  readonly advice: string;
}

export function createReport(source: string, version: string, limits: Limits, findings: Findings): Report {
  return {
    source,
    contract: version,
    limits,
    operations: findings.asked,
    drift: merge(findings.drift).sort((one, other) => order(one).localeCompare(order(other))),
    unseen: findings.unseen.map(({ pointer, name, of }) => ({
      file: specFile(pointer),
      schema: placeInFile(pointer),
      field: name,
      of,
    })),
  };
}

/** 1 where the API drifted, 2 where calls failed, so that nothing found means nothing, else 0. */
export function exitCodeOf({ drift, operations }: Report): 0 | 1 | 2 {
  if (drift.length > 0) return 1;
  return operations.some(({ failures }) => failures.length > 0) ? 2 : 0;
}

/** The same schema is met in several operations: what is wrong with it is told once. */
function merge(sightings: readonly Counted[]): Drift[] {
  const merged = new Map<string, Drift>();
  for (const sighting of sightings) {
    const { kind, pointer, name, expected, operation, place, count, of } = sighting;
    const key = JSON.stringify([kind, pointer, name, expected]);
    const known = merged.get(key);
    const seen = [...(known?.seen ?? []), { operation, place, count, of }];
    merged.set(key, {
      kind,
      file: specFile(pointer),
      at: placeInFile(pointer),
      ...(name !== undefined && { field: name }),
      expected,
      got: addCounts(known?.got ?? {}, sighting.got),
      count: count + (known?.count ?? 0),
      of: of + (known?.of ?? 0),
      seen,
      advice: "",
    });
  }
  return [...merged.values()].map((drift) => ({ ...drift, advice: advise(drift) }));
}

function advise({ kind, field, expected, got, count, of }: Drift): string {
  const types = Object.keys(got);
  switch (kind) {
    case "missing":
      return `take ${field} out of required`;
    case "mistyped":
      if (types.join() === "null")
        return count === of ? "say nullable: true, and look whether it is ever set" : "say nullable: true";
      if (expected.startsWith("one of")) return "add the new value, or take enum away";
      return `change what it says to ${types.filter((type) => type !== "null").join(" or ")}`;
    case "undeclared-field":
      if (field === "*") return "describe what these names are: additionalProperties";
      return `add ${field} to properties: ${types.filter((type) => type !== "null").join(" or ") || "its type is not known, it was null"}`;
    case "undeclared-status":
      return `add ${types.join(" and ")} to responses; of a 5xx, ask first whether it stays`;
    case "not-json":
      return "look at the address and at what stands between; a body without JSON has no schema";
    default:
      return kind satisfies never;
  }
}

function order({ file, at, field, kind }: Drift): string {
  return [file, at, field, kind].join(" ");
}
