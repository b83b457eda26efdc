import { expect, test } from "vitest";
import { baseDocument } from "./fixtures/base-document.ts";
import { leaveOutUnreleased } from "./leave-out-unreleased.ts";

test("leaveOutUnreleased keeps a rejected operation of the release, and a document without any", () => {
  const parameters = [{ name: "session", in: "cookie", schema: { type: "string" } }];
  const owners = { get: { ...baseDocument.paths["/owners"].get, parameters } };
  const rejected = { ...baseDocument, paths: { ...baseDocument.paths, "/owners": owners } };
  for (const next of [rejected, baseDocument])
    expect(leaveOutUnreleased(baseDocument, next)).toEqual({ document: next, leftOut: [] });
});
