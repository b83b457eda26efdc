import { beforeAll, expect, test } from "vitest";
import type { Document } from "../../openapi/document.ts";
import { compareAll, type Verdict } from "../compare.ts";
import { accessCases } from "./access-cases.ts";
import { baseDocument } from "./base-document.ts";
import { cases, type Edit } from "./cases.ts";
import { extensionCases } from "./extension-cases.ts";
import { requestCases } from "./request-cases.ts";
import { responseCases } from "./response-cases.ts";

/** Every pair takes a run of Redocly. */
const SLOW_MS = 600_000;
const all = [...cases, ...requestCases, ...responseCases, ...accessCases, ...extensionCases];
let verdicts: Verdict[] = [];

beforeAll(async () => {
  const pairs = all.map(({ from, change }) => {
    const base = from === undefined ? baseDocument : edited(baseDocument, from);
    return [base, edited(base, change)] as const;
  });
  verdicts = await compareAll(pairs);
}, SLOW_MS);

test.for(all.map((given, index) => ({ ...given, index })))("$bump: $name", ({ index, bump, reason, rejected }) => {
  const verdict = verdicts[index];
  expect(verdict?.bump, verdict?.changes.map((change) => change.reason).join("\n")).toBe(bump);
  const reasons = (verdict?.changes ?? []).filter((change) => change.bump === bump).map((change) => change.reason);
  expect(reasons.join("\n")).toContain(reason);
  const rejections = verdict?.rejections.filter(({ document }) => document === "next") ?? [];
  expect(rejections.flatMap((rejection) => rejection.reasons)).toEqual(rejected?.split("\n") ?? []);
});

function edited(document: Document, change: (edit: Edit) => void): Document {
  let copy: unknown = structuredClone(document);
  change({
    set(pointer, value) {
      const [parent, key] = find(copy, pointer);
      parent[key] = value;
    },
    remove(pointer) {
      const [parent, key] = find(copy, pointer);
      expect(parent, `${pointer} is there to be removed`).toHaveProperty([key]);
      delete parent[key];
    },
    rename(from, to) {
      const text = JSON.stringify(copy);
      expect(text).toContain(from);
      copy = JSON.parse(text.replaceAll(from, to));
    },
  });
  return copy as Document;
}

function find(document: unknown, pointer: string): [parent: Record<string, unknown>, key: string] {
  const keys = pointer.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = keys.pop() ?? "";
  const parent = keys.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document);
  return [parent as Record<string, unknown>, key];
}
