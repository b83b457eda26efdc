import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { baseDocument } from "./fixtures/base-document.ts";
import { leaveOutUnreleased } from "./leave-out-unreleased.ts";

const session = { name: "session", in: "cookie", schema: { type: "string" } };

test("leaveOutUnreleased leaves out a rejected operation that no release has", () => {
  const next = documentWith({
    "/visits": { get: { parameters: [session], responses: { 200: { description: "All." } } } },
  });
  const { document, leftOut } = leaveOutUnreleased(baseDocument, next);
  expect(leftOut).toEqual(["GET /visits"]);
  expect(Object.keys(document.paths)).toEqual(Object.keys(baseDocument.paths));
});

test("leaveOutUnreleased keeps a rejected operation of the release, and a document without any", () => {
  const owners = { get: { ...baseDocument.paths["/owners"].get, parameters: [session] } };
  for (const next of [documentWith({ "/owners": owners }), baseDocument])
    expect(leaveOutUnreleased(baseDocument, next)).toEqual({ document: next, leftOut: [] });
});

function documentWith(paths: object): Document {
  return { ...baseDocument, paths: { ...baseDocument.paths, ...paths } };
}
