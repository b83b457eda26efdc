import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import type { OperationObject } from "../openapi/document.ts";
import { petsWith } from "./fixtures/pets.ts";
import { specFolder } from "./fixtures/spec-folder.ts";
import { render } from "./generate.ts";

test("generation renders TypeScript that compiles for unusual texts, names and shapes", async () => {
  const unusual = petsWith(({ paths, components }) => {
    const get = paths["/pets"]?.get as OperationObject;
    Object.assign(get, { deprecated: true, summary: "`a` */ b", description: "one\n\n@two\n*/\n\u2028three" });
    Object.assign(get.parameters?.[0] ?? {}, { name: "filter[kind]", description: "*/ } \n @x" });
    get.responses["404"] = { description: "Not there */." };
    delete paths["/pets/{petId}"];
    Object.assign(components?.schemas ?? {}, {
      Maybe: { type: "object", properties: { id: { type: "string" } }, nullable: true, description: "May be null. */" },
      Either: { oneOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Problem" }] },
      Both: { type: "object", properties: {}, allOf: [{ $ref: "#/components/schemas/Pet" }] },
      Kind: { type: "string", enum: ["cat", "dog", "*/"] },
      Bag: { type: "object", additionalProperties: { $ref: "#/components/schemas/Maybe" } },
    });
  });
  const files = await render(unusual);
  expect(await compile(files)).toEqual([]);
  expect(files.get("methods.ts")).toContain("   * @deprecated\n");
});

test("input types accept undefined and readonly arrays at any depth, response types do not", async () => {
  const files = await render(
    petsWith(({ components }) => {
      const string = { type: "string" };
      const tags = { type: "array", items: string };
      const Tree = { type: "object", properties: { tags, tree: { $ref: "#/components/schemas/Tree" } } };
      const PetInput = {
        type: "object",
        additionalProperties: false,
        required: ["name"],
        properties: {
          name: string,
          note: { ...string, nullable: true },
          owner: { type: "object", properties: { name: string } },
          names: { type: "object", additionalProperties: string },
          grid: { type: "array", items: tags },
          trees: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
          kind: { $ref: "#/components/schemas/Kind" },
          either: { oneOf: [{ $ref: "#/components/schemas/Tree" }, { type: "array", items: { type: "number" } }] },
          all: { allOf: [{ $ref: "#/components/schemas/Tree" }], required: ["tags"] },
        },
      };
      Object.assign(components?.schemas ?? {}, { PetInput, Tree, Kind: { ...string, enum: ["cat", "dog"] } });
      Object.assign(components?.schemas?.Pet?.properties ?? {}, { tree: { $ref: "#/components/schemas/Tree" } });
    }),
  );
  expect(await compile(files, CALLER)).toEqual([]);
});

const CALLER = `import type { Methods } from "./methods.js";
import type { Kind, Pet, PetInput, Tree, TreeInRequest } from "./schemas.js";
declare const api: Methods<object>;
declare const text: string | undefined;
const tags = ["a", "b"] as const;
const kind: Kind | undefined = undefined;
const trees = [{ tags, tree: undefined }, { tree: { tags } }] as const;
const input: PetInput = {
  name: "a", note: text ?? null, owner: { name: text }, names: { a: text }, grid: [tags], trees, kind, either: [1] as const,
  all: { tags },
};
void api.createPet(input);
void api.createPet({ ...input, note: undefined, owner: undefined, trees: undefined, either: { tags, tree: undefined } });
void api.listPets({ kind: ["cat"] as const, "max-age": undefined });
const sent: TreeInRequest = { tags, tree: undefined };
void sent;
// @ts-expect-error: it is required
void api.createPet({ name: undefined });
// @ts-expect-error: no array of this
void api.createPet({ name: "a", grid: [[1]] as const });
// Results are mutable, and optional properties can be absent.
declare const pet: Pet;
pet.tree?.tags?.push("c");
// @ts-expect-error
const tree: Tree = { tags: undefined };
// @ts-expect-error
const read: Tree = { tags };
void [tree, read];
`;

async function compile(files: ReadonlyMap<string, string>, caller = ""): Promise<string[]> {
  await using folder = await specFolder({ ...Object.fromEntries(files), "caller.ts": caller });
  const names = ["inputs.ts", "schemas.ts", "methods.ts", "paths.ts", "caller.ts"];
  const roots = names.map((name) => join(folder.path, name));
  const program = ts.createProgram(roots, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    skipDefaultLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
