import { execFile } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type PetEdit, petFiles } from "./fixtures/pet-files.ts";
import { specFolder } from "./fixtures/spec-folder.ts";

const TARGET = "packages/types/src/generated";
const HINT = "Nothing was generated. Fix the above, then run: npx -y pnpm@12 generate\n";
/** Each run starts Redocly. */
const SLOW = { concurrent: true, timeout: 300_000 };

test("generate writes the same bytes on each run and --check finds stale files", SLOW, async () => {
  await using scratch = await rootWith();
  const here = join(scratch.path, "here");
  const there = join(scratch.path, "there");
  for (const copy of [here, there]) await cp(join(scratch.path, "spec"), join(copy, "spec"), { recursive: true });
  await Promise.all([
    run(["--root", here], "/", { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }),
    run(["--root", there], there, { TZ: "America/Los_Angeles", LANG: "C", NO_COLOR: "1" }),
  ]);
  const files = await readAll(here);
  expect(Object.keys(files)).toEqual([
    "contract.ts",
    "describe.ts",
    "inputs.ts",
    "methods.ts",
    "openapi.json",
    "operation-table.ts",
    "paths.ts",
    "routes.ts",
    "schemas.ts",
    "security.ts",
    "uses.ts",
  ]);
  expect(await readAll(there)).toEqual(files);

  await writeFile(join(here, TARGET, "methods.ts"), "// by hand\n");
  expect(await run(["--check", "--root", here])).toEqual({
    code: 1,
    output: `Stale in ${TARGET}: methods.ts. Run: npx -y pnpm@12 generate\n`,
  });
});

test("generate stops at a broken spec with the line of each issue and writes nothing", SLOW, async () => {
  await using scratch = await rootWith(
    ["paths/pets_{petId}.yaml", "operationId: deletePet", "operationId: 5"],
    ["paths/pets.yaml", "schemas/PetInput.yaml", "schemas/PetInputs.yaml"],
  );
  expect(await run(["--root", scratch.path])).toEqual({
    code: 1,
    output: `spec/paths/pets.yaml:33:11: Can't resolve $ref: ENOENT: no such file or directory 'components/schemas/PetInputs.yaml' (no-unresolved-refs)
spec/paths/pets_{petId}.yaml:18:16: Expected type \`string\` but got \`integer\`; write it in quotes. (struct)
${HINT}`,
  });
  expect(await readAll(scratch.path)).toEqual({ "methods.ts": "// as before\n" });
});

test("generate gives the line of a reference in another file that leads back to itself", SLOW, async () => {
  await using scratch = await rootWith([
    "components/responses/NotFound.yaml",
    "content:",
    'content: { $ref: "#/content" }\nx-content:',
  ]);
  expect(await run(["--root", scratch.path])).toEqual({
    code: 1,
    output: `spec/components/responses/NotFound.yaml:2:1: The $ref #/content leads back to itself; correct it.\n${HINT}`,
  });
});

test("generate --skip-rejected names the operations that it leaves out, and each reason once", SLOW, async () => {
  await using scratch = await rootWith(
    ["components/schemas/Pet.yaml", "type: object", "type: object\nmultipleOf: .inf"],
    ["paths/pets.yaml", "in: query", "in: cookie"],
  );
  expect(await run(["--skip-rejected", "--root", scratch.path])).toEqual({
    code: 0,
    output: `Left out 3 of 4 operations:
spec/components/schemas/Pet.yaml:2:1: The document has the number .inf, which JSON cannot express; write a finite one. It leaves out GET /pets, POST /pets, GET /pets/{petId}.
spec/paths/pets.yaml:6:7: GET /pets has the cookie parameter "kind"; only path, query and header parameters are supported.
`,
  });
});

test(
  "generate follows references through 1 500 schemas, and exits with 1 if one of these has an issue",
  SLOW,
  async () => {
    const schemaOf = (index: number): string =>
      `    Row${index}: { type: object, properties: { next: { $ref: "#/components/schemas/Row${(index + 1) % 1500}" } } }\n`;
    const schemas = Array.from({ length: 1500 }, (_, index) => schemaOf(index));
    await using scratch = await rootWith(
      ["openapi.yaml", "  schemas:\n", `  schemas:\n${schemas.join("")}`],
      [
        "components/schemas/Pet.yaml",
        "properties:\n",
        '$&  row: { $ref: "../../openapi.yaml#/components/schemas/Row0" }\n',
      ],
    );
    const root = scratch.path;
    expect(await run(["--root", root])).toEqual({ code: 0, output: "" });
    expect((await readAll(root))["schemas.ts"]).toContain("export interface Row1499 ");
    const file = join(root, "spec/openapi.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("Row1499: { type: object", "Row1499: { type: object, items: []"));
    expect(await run(["--root", root])).toEqual({
      code: 1,
      output: expect.stringContaining("The schema Row1499 has a list in place"),
    });
  },
);

/** A folder with the contract of the pets, edited, and a generated file. */
function rootWith(...edits: readonly PetEdit[]) {
  const files = Object.entries(petFiles(...edits)).map(([name, text]) => [`spec/${name}`, text]);
  return specFolder({ ...Object.fromEntries(files), [`${TARGET}/methods.ts`]: "// as before\n" });
}

async function readAll(root: string): Promise<Record<string, string>> {
  const folder = join(root, TARGET);
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

function run(args: string[], cwd = "/", env: NodeJS.ProcessEnv = {}): Promise<{ code: number; output: string }> {
  const command = [join(import.meta.dirname, "main.ts"), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd, env: { ...process.env, ...env } }, (error, _, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stderr }),
    );
  });
}
