import { expect, test } from "vitest";
import { type PetEdit, petFiles } from "./fixtures/pet-files.ts";
import { type SpecContent, specFolder } from "./fixtures/spec-folder.ts";
import { generate } from "./generate.ts";

const COOKIE: PetEdit = ["paths/pets.yaml", "in: query", "in: cookie"];
const COOKIE_ISSUE =
  'spec/paths/pets.yaml:6:7: GET /pets has the cookie parameter "kind"; only path, query and header parameters are supported.';

test("generate gives the line of each unsupported construct", async () => {
  const servers: PetEdit = ["paths/pets.yaml", "requestBody:", "servers: [{ url: http://b.test }]\n  $&"];
  expect(await failureOf(petFiles(COOKIE, servers))).toBe(
    `${COOKIE_ISSUE}\nspec/paths/pets.yaml:28:3: POST /pets has no absolute https URL without query and fragment among its servers; add one.`,
  );
});

test("generate reports the version before other issues", async () => {
  expect(await failureOf(petFiles(COOKIE, ["openapi.yaml", "openapi: 3.0.3", "openapi: 3.1.0"]))).toBe(
    "spec/openapi.yaml:1:1: The document is OpenAPI 3.1.0; this reads OpenAPI 3.0. Convert it first.",
  );
});

test.for(["hasOwnProperty", "__proto__", "valueOf", "isPrototypeOf", "__defineGetter__", "constructor"])(
  "generate names the line of a property called %s",
  async (name) => {
    const failure = await failureOf(petFiles(["components/schemas/Pet.yaml", "name:", `${name}:`]));
    expect(failure).toMatch(/^spec\/components\/schemas\/Pet\.yaml:\d+:\d+: /);
    expect(failure).toContain(`The name "${name}" cannot be used, since objects of JavaScript`);
  },
);

test("generate names the line of a property called toString with a $ref below it that is no text", async () => {
  const edit: PetEdit = ["components/schemas/Pet.yaml", "properties:\n", "$&  toString: { $ref: 5 }\n"];
  expect(await failureOf(petFiles(edit))).toMatch(
    /^spec\/components\/schemas\/Pet\.yaml:\d+:\d+: The name "toString" cannot be used with a \$ref below it, /,
  );
});

test("generate names the line of a value called constructor that has a name, which its tools cannot read", async () => {
  const edit: PetEdit = ["components/schemas/Pet.yaml", "properties:\n", "example: { constructor: { name: Fox } }\n$&"];
  expect(await failureOf(petFiles(edit))).toMatch(
    /^spec\/components\/schemas\/Pet\.yaml:\d+:\d+: The name "constructor" cannot be used with a text called "name" below it, /,
  );
});

test("generate reports a lint issue alone when openapi-typescript cannot read the document because of it", async () => {
  const edit: PetEdit = ["components/schemas/Pet.yaml", "properties:\n", "$&  other:\n    allOf: {}\n"];
  expect(await failureOf(petFiles(edit))).toMatch(/^[^\n]+ Expected type `SchemaList` [^\n]+$/);
});

test("generate reports lint issues and rejections in one list", async () => {
  const edit: PetEdit = [
    "paths/pets_{petId}.yaml",
    "operationId: deletePet",
    "operationId: deletePet\n  deprecated: 5",
  ];
  expect(await failureOf(petFiles(COOKIE, edit))).toBe(
    `spec/paths/pets_{petId}.yaml:19:15: Expected type \`boolean\` but got \`integer\`. (struct)\n${COOKIE_ISSUE}`,
  );
});

test("generate reports every issue, more than a hundred too", async () => {
  const fields = Array.from({ length: 150 }, (_, index) => `  field${index}: { type: string, unheardOf: ${index} }\n`);
  const failure = await failureOf(petFiles(["components/schemas/Pet.yaml", "properties:\n", `$&${fields.join("")}`]));
  expect(failure?.match(/Property `unheardOf` is not expected here/g)).toHaveLength(150);
});

test("generate gives the line of a discriminator mapping that is no reference or name", async () => {
  const union =
    "  other:\n    oneOf: [{ $ref: ./Problem.yaml }]\n    discriminator: { propertyName: kind, mapping: { a: Problems } }\n";
  const failure = await failureOf(petFiles(["components/schemas/Pet.yaml", "properties:\n", `$&${union}`]));
  expect(failure).toMatch(/^spec\/components\/schemas\/Pet\.yaml:\d:\d+: /);
  expect(failure).toContain("such as ./Dog.yaml or #/components/schemas/Dog");
});

test("generate gives the line of invalid YAML", async () => {
  expect(await failureOf(petFiles(["openapi.yaml", "info:", "info: ["]))).toMatch(
    /^spec\/openapi\.yaml:\d+:\d+: The file cannot be read: .+$/,
  );
});

test.for([
  ["title:", "titel:", "title"],
  ["paths:", "path:", "paths"],
  ["paths:", "paths: {}\nx-paths:", "openapi.yaml:14:1: The document has no operation that can be called; add one."],
] as const)("generate with skipRejected stops if %s becomes %s", async ([from, to, field]) => {
  expect(await failureOf(petFiles(["openapi.yaml", from, to]), { skipRejected: true })).toContain(field);
});

test("generate with skipRejected stops if it leaves out every operation", async () => {
  const edit: PetEdit = ["components/schemas/Problem.yaml", "type: object", "type: object\nminimum: .inf"];
  expect(await failureOf(petFiles(edit), { skipRejected: true })).toBe(
    "spec/components/schemas/Problem.yaml:2:1: The document has the number .inf, which JSON cannot express; write a finite one.",
  );
});

test("generate with skipRejected leaves out each operation that one invalid part affects", async () => {
  const { files, notices } = await generateFrom(petsWithInvalidParts(), { skipRejected: true });
  const [title, ...lines] = notices;
  expect(title).toBe("Left out 16 of 22 operations:");
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
  expect(reasons).toContainEqual(
    expect.stringContaining(
      "The path `rows` does not begin with a slash; write /rows. It leaves out GET rows. (struct)",
    ),
  );
  expect(others).toEqual([
    "Left out other parts, which no operation needs:",
    expect.stringContaining("openapi.yaml:3:16: Expected type `string` but got `integer`; write it in quotes."),
    expect.stringContaining("Property `gett` is not expected here."),
    expect.stringContaining("Expected type `PathItem` (object) but got `null`"),
  ]);
  const { paths } = JSON.parse(files.get("openapi.json") ?? "");
  expect(Object.entries(paths).map(([path, item]) => [path, Object.keys(Object(item))])).toEqual([
    ["/lint", ["put"]],
    ["/shared", ["get"]],
    ["/pets", ["get", "post"]],
    ["/pets/{petId}", ["parameters", "get", "delete"]],
  ]);
});

/** The contract of the pets, and operations of which each needs one invalid part. */
function petsWithInvalidParts(): SpecContent {
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
  };
  const paths = Object.entries(operations).map(([path, item]) => `  ${path}:\n    ${item}\n`);
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
  const files = petFiles(
    ["openapi.yaml", "paths:\n", `paths:\n${paths.join("")}  /none: null\n`],
    ["openapi.yaml", "  schemas:\n", `  schemas:${schemas}`],
    ["openapi.yaml", "  securitySchemes:\n", `  securitySchemes:\n${schemes}`],
    ["openapi.yaml", "info:", "tags: [{ name: 5 }]\ninfo:"],
  );
  const shared = `get: { operationId: getShared, ${done} }\nput: { operationId: 5 }\n`;
  return { ...files, "syntax.yaml": "a: [\n", "shared.yaml": shared };
}

async function generateFrom(files: SpecContent, options?: Parameters<typeof generate>[1]) {
  await using folder = await specFolder(files);
  return await generate(folder.path, options);
}

/** The message of the error; undefined without one. */
async function failureOf(files: SpecContent, options?: Parameters<typeof generate>[1]): Promise<string | undefined> {
  const failure = await generateFrom(files, options).catch((error: unknown) => error);
  return failure instanceof Error ? failure.message : undefined;
}
