import { beforeAll, expect, test } from "vitest";
import type { Document } from "../../generate/document.ts";
import { compareAll, type Verdict } from "../compare.ts";
import { baseDocument } from "./base-document.ts";
import { cases, type Edit } from "./cases.ts";

/** Every pair takes a run of Redocly. */
const SLOW_MS = 120_000;
let verdicts: Verdict[] = [];

beforeAll(async () => {
  verdicts = await compareAll(cases.map(({ change }) => [baseDocument, edited(baseDocument, change)]));
}, SLOW_MS);

test.for(cases.map((given, index) => ({ ...given, index })))("$bump: $name", ({ index, bump, reason }) => {
  const verdict = verdicts[index];
  expect(verdict?.bump, verdict?.changes.map((change) => change.reason).join("\n")).toBe(bump);
  const reasons = (verdict?.changes ?? []).filter((change) => change.bump === bump).map((change) => change.reason);
  expect(reasons.join("\n")).toContain(reason);
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
