import { expect, test } from "vitest";
import { FileResolver } from "./file-resolver.ts";
import { findUnreadable } from "./find-unreadable.ts";
import { specFolder } from "./fixtures/spec-folder.ts";
import { readSourceFiles } from "./leave-out/source-files.ts";

test("findUnreadable finds references and aliases that lead back to themselves, with their lines", async () => {
  await using folder = await specFolder({
    "openapi.yaml": `components:
  schemas:
    Self: { $ref: "#/components/schemas/Self" }
    One: { $ref: "./Other.yaml" }
    Node: { properties: { next: { $ref: "#/components/schemas/Node" }, self: { $ref: "#/components/schemas/Self" } } }
    Tree: &tree
      properties:
        left: *tree
    Shared: { a: &shared { type: string }, b: *shared }
    Missing: { $ref: "./Missing.yaml" }
`,
    "Other.yaml": `$ref: "openapi.yaml#/components/schemas/One"\n`,
  });
  const found = findUnreadable(await readSourceFiles(new FileResolver(), folder.path));
  expect(found.map(({ issue: { file, position, message } }) => `${file}:${position}: ${message}`).sort()).toEqual([
    "Other.yaml:1:1: The $ref openapi.yaml#/components/schemas/One leads back to itself; correct it.",
    "openapi.yaml:3:5: The $ref #/components/schemas/Self leads back to itself; correct it.",
    "openapi.yaml:4:5: The $ref ./Other.yaml leads back to itself; correct it.",
    "openapi.yaml:8:9: The value contains itself by an alias; write a $ref instead.",
  ]);
});
