import type { Answer, Case } from "../cases/case.ts";

/** The first case of each kind: cases are of one kind where the wire cannot tell them apart. */
export function representatives(cases: readonly Case[]): Case[] {
  const kinds = new Map<string, Case>();
  for (const one of cases) {
    const { by, operation, abort, answers = [], expect } = one;
    const kind = JSON.stringify([by, operation === "createItem", abort && typeof abort.at, answers.map(kindOf), Object.keys(expect)]);
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds.values()];
}

function kindOf({ status = 200, json, body, ...rest }: Answer): unknown {
  const isPieces = Array.isArray(body);
  return [Math.floor(status / 100), json === undefined, body === undefined, isPieces, typeof rest.breaksAfter, typeof rest.stallsAfter, Object.keys(rest).sort()];
}
