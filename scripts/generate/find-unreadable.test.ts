import { expect, test } from "vitest";
import { FileResolver } from "./file-resolver.ts";
import { findUnreadable } from "./find-unreadable.ts";
import { specFolder } from "./fixtures/spec-folder.ts";
import { readSourceFiles } from "./leave-out/source-files.ts";

test("findUnreadable finds references and aliases that lead back to themselves or through null, with their lines", async () => {
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
    Empty: { $ref: "#/components/parameters/Empty" }
  parameters:
`,
    "Other.yaml": `$ref: "openapi.yaml#/components/schemas/One"\n`,
  });
  const found = findUnreadable(await readSourceFiles(new FileResolver(), folder.path));
  expect(found.map(({ issue: { file, position, message } }) => `${file}:${position}: ${message}`).sort()).toEqual([
    "Other.yaml:1:1: The $ref openapi.yaml#/components/schemas/One leads back to itself; correct it.",
    "openapi.yaml:11:5: The $ref #/components/parameters/Empty leads through a key without a value; correct one of the two.",
    "openapi.yaml:3:5: The $ref #/components/schemas/Self leads back to itself; correct it.",
    "openapi.yaml:4:5: The $ref ./Other.yaml leads back to itself; correct it.",
    "openapi.yaml:8:9: The value contains itself by an alias; write a $ref instead.",
  ]);
});

test("findUnreadable finds examples that contain themselves by a $ref, and none in a value or of another name", async () => {
  await using folder = await specFolder({
    "openapi.yaml": `components:
  schemas:
    Root: { example: { $ref: "#/" } }
    Own: { example: { $ref: "#/components/schemas/Own/example" } }
    Far: { $ref: "./Far.yaml" }
    Alias: { $ref: "#/components/schemas/Far" }
    One: { example: { $ref: "#/components/examples/Two" } }
    Inner: { example: { link: { $ref: "#/components" } }, default: { $ref: "#/components/schemas/Inner" } }
    Node: { properties: { example: { $ref: "#/components/schemas/Node" }, value: { $ref: "#/components/schemas/Node" } } }
    Shared: { example: { $ref: "#/components/examples/Plain/value" } }
  examples:
    Two: { value: { $ref: "#/components/schemas/One" } }
    Plain: { value: { name: Fox } }
`,
    "Far.yaml": `items: { example: { $ref: "openapi.yaml#/components/schemas/Alias" } }\n`,
  });
  const found = findUnreadable(await readSourceFiles(new FileResolver(), folder.path));
  const endless = (target: string) =>
    `The $ref ${target} is replaced by its target, which contains this example; write another value.`;
  expect(found.map(({ issue: { file, position, message } }) => `${file}:${position}: ${message}`)).toEqual([
    "openapi.yaml:4:12: The $ref #/components/schemas/Own/example leads back to itself; correct it.",
    `openapi.yaml:3:13: ${endless("#/")}`,
    `openapi.yaml:7:12: ${endless("#/components/examples/Two")}`,
    `openapi.yaml:12:12: ${endless("#/components/schemas/One")}`,
    `Far.yaml:1:10: ${endless("openapi.yaml#/components/schemas/Alias")}`,
  ]);
});
