import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, mkdtempDisposable, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const TARGET = "packages/types/src/generated";
const HINT = "Nothing was generated. Fix the above, then run: npx -y pnpm@12 generate\n";
/** Each run starts Redocly. */
const SLOW = { concurrent: true, timeout: 300_000 };

test("generate writes the same bytes on each run and --check finds stale files", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  const here = join(root, "here");
  const there = join(root, "there");
  for (const copy of [here, there]) await cp(join(root, "spec"), join(copy, "spec"), { recursive: true });
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
  await using scratch = await fixture();
  const root = scratch.path;
  await mkdir(join(root, TARGET), { recursive: true });
  await writeFile(join(root, TARGET, "methods.ts"), "// as before\n");
  await edit(join(root, "spec/paths/pets_{petId}.yaml"), "operationId: deletePet", "operationId: 5");
  await edit(join(root, "spec/paths/pets.yaml"), "schemas/PetInput.yaml", "schemas/PetInputs.yaml");
  expect(await run(["--root", root])).toEqual({
    code: 1,
    output: `spec/paths/pets.yaml:33:11: Can't resolve $ref: ENOENT: no such file or directory 'components/schemas/PetInputs.yaml' (no-unresolved-refs)
spec/paths/pets_{petId}.yaml:18:16: Expected type \`string\` but got \`integer\`; write it in quotes. (struct)
${HINT}`,
  });
  expect(await readAll(root)).toEqual({ "methods.ts": "// as before\n" });
});

test("generate stops at unsupported constructs with the line of each", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  await edit(join(root, "spec/paths/pets.yaml"), "in: query", "in: cookie");
  await edit(join(root, "spec/paths/pets.yaml"), "requestBody:", "servers: [{ url: http://b.test }]\n  $&");
  expect(await run(["--root", root])).toEqual({
    code: 1,
    output: `spec/paths/pets.yaml:6:7: GET /pets has the cookie parameter "kind"; only path, query and header parameters are supported.
spec/paths/pets.yaml:28:3: POST /pets has no absolute https URL without query and fragment among its servers; add one.
${HINT}`,
  });
  expect(await readdir(root)).toEqual(["spec"]);
});

test.for([
  ["openapi: 3.0.3", "openapi: 3.1.0", "The document is OpenAPI 3.1.0; this reads OpenAPI 3.0. Convert it first."],
  ["openapi: 3.0.3", "openapi: 3.2.0", "The document is OpenAPI 3.2.0; this reads OpenAPI 3.0. Convert it first."],
  ["openapi: 3.0.3", 'swagger: "2.0"', "The document is Swagger 2.0; this reads OpenAPI 3.0. Convert it first."],
  ["openapi: 3.0.3", "openapi: 3.0", "The version of OpenAPI is incomplete; write openapi: 3.0.3."],
  ["openapi: 3.0.3", 'openapi: "3.0"', "The version of OpenAPI is incomplete; write openapi: 3.0.3."],
  ["openapi: 3.0.3", "", "The document has no version; start it with openapi: 3.0.3."],
] as const)("generate reports the version first when %s becomes %s", SLOW, async ([from, to, message]) => {
  await using scratch = await fixture();
  await edit(join(scratch.path, "spec/openapi.yaml"), from, to);
  await edit(join(scratch.path, "spec/paths/pets.yaml"), "in: query", "in: cookie");
  expect(await run(["--root", scratch.path])).toEqual({
    code: 1,
    output: `spec/openapi.yaml:1:1: ${message}\n${HINT}`,
  });
});

test.for(["hasOwnProperty", "__proto__", "valueOf", "isPrototypeOf", "__defineGetter__", "constructor"])(
  "generate names the line of a property called %s",
  SLOW,
  async (name) => {
    await using scratch = await fixture();
    await edit(join(scratch.path, "spec/components/schemas/Pet.yaml"), "name:", `${name}:`);
    const { code, output } = await run(["--root", scratch.path]);
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(
          `^spec/components/schemas/Pet\\.yaml:\\d+:\\d+: The name "${name}" cannot be used, since objects of JavaScript`,
        ),
      ),
    ]);
  },
);

test("generate reports lint issues and rejections in one list", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  await edit(join(root, "spec/paths/pets.yaml"), "in: query", "in: cookie");
  await edit(
    join(root, "spec/paths/pets_{petId}.yaml"),
    "operationId: deletePet",
    "operationId: deletePet\n  deprecated: 5",
  );
  expect(await run(["--root", root])).toEqual({
    code: 1,
    output: `spec/paths/pets_{petId}.yaml:19:15: Expected type \`boolean\` but got \`integer\`. (struct)
spec/paths/pets.yaml:6:7: GET /pets has the cookie parameter "kind"; only path, query and header parameters are supported.
${HINT}`,
  });
});

test("generate reports every issue, more than a hundred too", SLOW, async () => {
  await using scratch = await fixture();
  const fields = Array.from({ length: 150 }, (_, index) => `  field${index}: { type: string, unheardOf: ${index} }\n`);
  await appendFile(join(scratch.path, "spec/components/schemas/Pet.yaml"), fields.join(""));
  const { output } = await run(["--root", scratch.path]);
  expect(output.match(/Property `unheardOf` is not expected here/g)).toHaveLength(150);
});

test("generate gives the line of a discriminator mapping that is no reference or name", SLOW, async () => {
  await using scratch = await fixture();
  const file = join(scratch.path, "spec/components/schemas/Pet.yaml");
  const forms = "oneOf: [{ $ref: ./Problem.yaml }], discriminator: { propertyName: kind, mapping: { a: Problems } }";
  await appendFile(file, `  other:\n    ${forms.replace(", disc", "\n    disc")}\n`);
  const { code, output } = await run(["--root", scratch.path]);
  expect([code, output]).toEqual([1, expect.stringContaining("such as ./Dog.yaml or #/components/schemas/Dog")]);
  expect(output).toMatch(/^spec\/components\/schemas\/Pet\.yaml:9:\d+: /);
});

test("generate --skip-rejected names the operations that it leaves out, and each reason once", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  await edit(join(root, "spec/components/schemas/Pet.yaml"), "type: object", "type: object\nmultipleOf: .inf");
  await edit(join(root, "spec/paths/pets.yaml"), "in: query", "in: cookie");
  expect(await run(["--skip-rejected", "--root", root])).toEqual({
    code: 0,
    output: `Left out 3 of 4 operations:
spec/components/schemas/Pet.yaml:2:1: The document has the number .inf, which JSON cannot express; write a finite one. It leaves out GET /pets, POST /pets, GET /pets/{petId}.
spec/paths/pets.yaml:6:7: GET /pets has the cookie parameter "kind"; only path, query and header parameters are supported.
`,
  });
});

test("generate --skip-rejected leaves out each operation that one invalid part affects", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  const done = "responses: { 204: { description: Done. } }";
  const responses = (reference: string): string => `responses: { 200: { $ref: "${reference}" } }`;
  const content = (name: string): string =>
    `responses: { 200: { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } } }`;
  const operations = {
    "/lint": `get: { operationId: 5, ${done} }\n    put: { operationId: updateLint, ${done} }\n    gett: {}`,
    "/missing": `get: { ${responses("#/components/responses/Missing")} }`,
    "/file": `get: { ${responses("./missing.yaml")} }`,
    "/syntax": `get: { ${responses("./syntax.yaml")} }`,
    "/self": `get: { ${content("Self")} }`,
    "/part": `get: { ${content("Part")} }`,
    "/name": `get: { ${content("Name")} }`,
    "/alias": `get: { ${content("Alias")} }`,
    "/percent": `get: { ${responses("#/components/responses/100%")} }`,
    "/shared": `$ref: "./shared.yaml"`,
    "/nested": `get: { ${content("Holder/properties/bad")} }`,
    "/of": `get: { ${responses("#/paths/~1nested/get/responses/200")} }`,
    "/scheme": `get: { security: [{ bad: [] }], ${done} }`,
    "/digest": `get: { security: [{ digest: [] }], ${done} }`,
    "/option": `get: { security: [{ headers: [] }], ${done} }`,
    rows: `get: { ${done} }`,
    "/none": "null",
  };
  const paths = Object.entries(operations).map(([path, item]) =>
    item === "null" ? `  ${path}: null\n` : `  ${path}:\n    ${item}\n`,
  );
  const schemas = `
    Self: { $ref: "#/components/schemas/Self" }
    Part: { allOf: [{ $ref: "#/components/schemas/Part" }] }
    Name: { properties: { hasOwnProperty: { type: string } } }
    Alias: &alias { properties: { left: *alias } }
    Holder: { properties: { bad: { type: string, minLength: x } } }
    Unused: { type: 5 }
`;
  const schemes =
    "    bad: { type: http }\n    digest: { type: http, scheme: digest }\n    headers: { type: http, scheme: bearer }\n";
  const file = join(root, "spec/openapi.yaml");
  await edit(file, "paths:\n", `paths:\n${paths.join("")}`);
  await edit(file, "  schemas:\n", `  schemas:${schemas}`);
  await edit(file, "  securitySchemes:\n", `  securitySchemes:\n${schemes}`);
  await edit(file, "info:", "tags: [{ name: 5 }]\ninfo:");
  await writeFile(join(root, "spec/syntax.yaml"), "a: [\n");
  await writeFile(
    join(root, "spec/shared.yaml"),
    `get: { operationId: getShared, ${done} }\nput: { operationId: 5 }\n`,
  );
  const { code, output } = await run(["--skip-rejected", "--root", root]);
  const [title, ...lines] = output.trimEnd().split("\n");
  expect([code, title]).toEqual([0, "Left out 16 of 22 operations:"]);
  const [reasons, others] = [lines.slice(0, -4), lines.slice(-4)];
  const leftOut = reasons.flatMap((line) => line.match(/\b(?:GET|PUT) \/?\w+/g) ?? []);
  expect([...new Set(leftOut)].sort()).toEqual(
    [
      ...["alias", "digest", "file", "lint", "missing", "name", "nested", "of", "option", "part", "percent"],
      ...["scheme", "self", "syntax"],
    ]
      .map((path) => `GET /${path}`)
      .concat("GET rows", "PUT /shared"),
  );
  for (const line of lines.filter((one) => one.startsWith("spec/"))) expect(line).toMatch(/^spec\/[\w/.]+:\d+:\d+: /);
  expect(output).toContain(
    "The path `rows` does not begin with a slash; write /rows. It leaves out GET rows. (struct)",
  );
  expect(others).toEqual([
    "Left out other parts, which no operation needs:",
    expect.stringContaining("openapi.yaml:3:16: Expected type `string` but got `integer`; write it in quotes."),
    expect.stringContaining("Property `gett` is not expected here."),
    expect.stringContaining("Expected type `PathItem` (object) but got `null`"),
  ]);
  const { paths: generated } = JSON.parse((await readAll(root))["openapi.json"] ?? "");
  expect(Object.entries(generated).map(([path, item]) => [path, Object.keys(Object(item))])).toEqual([
    ["/lint", ["put"]],
    ["/shared", ["get"]],
    ["/pets", ["get", "post"]],
    ["/pets/{petId}", ["parameters", "get", "delete"]],
  ]);
});

test.for([
  ["title:", "titel:", "title"],
  ["paths:", "path:", "paths"],
  ["paths:", "paths: {}\nx-paths:", "openapi.yaml:14:1: The document has no operation that can be called; add one."],
] as const)("generate --skip-rejected stops if %s becomes %s", SLOW, async ([from, to, field]) => {
  await using scratch = await fixture();
  await edit(join(scratch.path, "spec/openapi.yaml"), from, to);
  const { code, output } = await run(["--skip-rejected", "--root", scratch.path]);
  expect([code, output]).toEqual([1, expect.stringContaining(field)]);
  expect(output).toContain(HINT);
});

test("generate --skip-rejected stops if it leaves out every operation", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  await edit(join(root, "spec/components/schemas/Problem.yaml"), "type: object", "type: object\nminimum: .inf");
  expect(await run(["--skip-rejected", "--root", root])).toEqual({
    code: 1,
    output: `spec/components/schemas/Problem.yaml:2:1: The document has the number .inf, which JSON cannot express; write a finite one.
${HINT}`,
  });
});

test(
  "generate follows references through 1 500 schemas, and exits with 1 if one of these has an issue",
  SLOW,
  async () => {
    await using scratch = await fixture();
    const root = scratch.path;
    const schemaOf = (index: number): string =>
      `    Row${index}: { type: object, properties: { next: { $ref: "#/components/schemas/Row${(index + 1) % 1500}" } } }\n`;
    const schemas = Array.from({ length: 1500 }, (_, index) => schemaOf(index));
    await edit(join(root, "spec/openapi.yaml"), "  schemas:\n", `  schemas:\n${schemas.join("")}`);
    await appendFile(
      join(root, "spec/components/schemas/Pet.yaml"),
      '  row: { $ref: "../../openapi.yaml#/components/schemas/Row0" }\n',
    );
    expect(await run(["--root", root])).toEqual({ code: 0, output: "" });
    expect((await readAll(root))["schemas.ts"]).toContain("export interface Row1499 ");
    await edit(join(root, "spec/openapi.yaml"), "Row1499: { type: object", "Row1499: { type: object, items: []");
    expect(await run(["--root", root])).toEqual({
      code: 1,
      output: expect.stringContaining("The schema Row1499 has a list in place"),
    });
  },
);

test("generate stops at invalid YAML with its line", SLOW, async () => {
  await using scratch = await fixture();
  const root = scratch.path;
  await edit(join(root, "spec/openapi.yaml"), "info:", "info: [");
  expect(await run(["--root", root])).toEqual({
    code: 1,
    output: expect.stringMatching(/^spec\/openapi\.yaml:\d+:\d+: The file cannot be read: .+\n/),
  });
  expect(await readdir(root)).toEqual(["spec"]);
});

async function fixture() {
  const scratch = await mkdtempDisposable(join(tmpdir(), "generate-"));
  await cp(join(import.meta.dirname, "fixtures"), join(scratch.path, "spec"), { recursive: true });
  return scratch;
}

async function readAll(root: string): Promise<Record<string, string>> {
  const folder = join(root, TARGET);
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(file, "utf8");
  if (!before.includes(from)) throw new Error(`${file} no longer contains ${from}`);
  await writeFile(file, before.replace(from, to));
}

function run(args: string[], cwd = "/", env: NodeJS.ProcessEnv = {}): Promise<{ code: number; output: string }> {
  const command = [join(import.meta.dirname, "main.ts"), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd, env: { ...process.env, ...env } }, (error, _, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stderr }),
    );
  });
}
