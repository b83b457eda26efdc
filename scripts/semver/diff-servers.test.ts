import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { diffServers } from "./diff-servers.ts";
import { baseDocument, documentWith } from "./fixtures/base-document.ts";

const HERE = { url: "https://pets.test" };
const THERE = { url: "https://animals.test" };

test.for([
  ["the same", [HERE], [HERE], []],
  ["a second", [HERE], [HERE, THERE], []],
  ["another order behind the first", [HERE, THERE, { url: "/" }], [HERE, { url: "/" }, THERE], []],
  ["one without https before it", [HERE], [{ url: "http://pets.test" }, HERE], []],
  ["a first before the first", [HERE], [THERE, HERE], ["`https://pets.test` but `https://animals.test`"]],
  ["none", [HERE], undefined, ["`https://pets.test` but `/`"]],
  ["one where there was none", [], [HERE], ["`/` but `https://pets.test`"]],
  ["a variable with the same default", [HERE], [zone("pets")], []],
  ["a variable with another default", [zone("pets")], [zone("dogs")], ["`https://pets.test` but `https://dogs.test`"]],
] as const)("servers: %s", ([, before, after, reasons]) => {
  const changes = diffServers(withServers(before), withServers(after));
  expect(changes).toEqual(
    reasons.map((reason) => ({
      bump: "major",
      subject: "servers 0",
      reason: `The default server is no longer ${reason}, which now gets the key.`,
    })),
  );
});

test("diffServers takes the servers of a path and of an operation before those of the document", () => {
  const own = documentWith(({ paths }) => {
    Object.assign(paths["/owners"] ?? {}, { servers: [THERE] });
    Object.assign(paths["/search"]?.post ?? {}, { servers: [HERE] });
  });
  const moved = { ...own, servers: [THERE] };
  expect(diffServers(baseDocument, own).map(({ subject }) => subject)).toEqual(["GET /owners"]);
  expect(diffServers(own, moved).map(({ subject }) => subject)).toEqual(["servers 0"]);
});

function withServers(servers: readonly object[] | undefined): Document {
  return { ...baseDocument, servers } as unknown as Document;
}

function zone(name: string) {
  return { url: "https://{zone}.test", variables: { zone: { default: name } } };
}
