import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { diffSecurity } from "./diff-security.ts";
import { baseDocument } from "./fixtures/base-document.ts";

const KEY = { apiKey: [] };
const TOKEN = { token: [] };
const BOTH = { ...KEY, ...TOKEN };

test.for([
  ["the same", [KEY], [KEY], []],
  ["the same in another order", [KEY, TOKEN], [TOKEN, KEY], []],
  ["nothing", [KEY], undefined, ["minor"]],
  ["nothing as an alternative", [KEY], [KEY, {}], ["minor"]],
  ["another alternative", [KEY], [KEY, TOKEN], ["minor"]],
  ["one of two", [BOTH], [KEY], ["minor"]],
  ["the key where none was required", [], [KEY], ["major"]],
  ["one more beside the key", [KEY], [BOTH], ["major"]],
  ["another instead of the key", [KEY], [TOKEN], ["major"]],
  ["an alternative less", [KEY, TOKEN], [KEY], ["major"]],
  ["one more scope", [{ token: ["read"] }], [{ token: ["read", "write"] }], ["major"]],
] as const)("credentials: %s", ([, before, after, bumps]) => {
  expect(diffSecurity(withSecurity(before), withSecurity(after)).map(({ bump }) => bump)).toEqual(bumps);
});

test("diffSecurity treats another key header as another credential, what documents it as no change", () => {
  const change = (changes: object): Document => {
    const document = withSecurity([KEY]);
    Object.assign(document.components?.securitySchemes?.apiKey ?? {}, changes);
    return document;
  };
  expect(diffSecurity(change({}), change({ description: "The key.", "x-note": "Ask support." }))).toEqual([]);
  expect(diffSecurity(change({}), change({ name: "x-secret" }))).toMatchObject([
    { bump: "major", reason: "Calls take `apiKey` in another way." },
  ]);
});

test("diffSecurity takes the security of an operation before that of the document", () => {
  const open = withSecurity([KEY]);
  Object.assign(open.paths["/owners"]?.get ?? {}, { security: [] });
  expect(diffSecurity(withSecurity([KEY]), open)).toMatchObject([{ bump: "minor", subject: "GET /owners" }]);
  expect(diffSecurity(open, withSecurity([KEY]))).toMatchObject([{ bump: "major", subject: "GET /owners" }]);
});

test("diffSecurity names what calls take", () => {
  expect(diffSecurity(withSecurity([KEY]), withSecurity([BOTH, { token: ["read"] }]))).toEqual([
    {
      bump: "major",
      subject: "security",
      reason: "Calls take `apiKey` with `token` or `token` read instead of `apiKey`, which no longer suffices.",
    },
  ]);
});

function withSecurity(security: readonly object[] | undefined): Document {
  const document = structuredClone({ ...baseDocument, security }) as unknown as Document;
  Object.assign(document.components?.securitySchemes ?? {}, { token: { type: "http", scheme: "bearer" } });
  return document;
}
