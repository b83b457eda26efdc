import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findCircles } from "./find-circles.ts";

test("findCircles finds references and aliases that lead back to themselves, with their lines", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "circles-"));
  const files = {
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
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text);
  const found = await findCircles(folder.path);
  expect(found.map(({ issue: { file, position, message } }) => `${file}:${position}: ${message}`).sort()).toEqual([
    "Other.yaml:1:1: The $ref openapi.yaml#/components/schemas/One leads back to itself; correct it.",
    "openapi.yaml:3:5: The $ref #/components/schemas/Self leads back to itself; correct it.",
    "openapi.yaml:4:5: The $ref ./Other.yaml leads back to itself; correct it.",
    "openapi.yaml:8:9: The value contains itself by an alias; write a $ref instead.",
  ]);
});
