import { expect, test } from "vitest";
import { type SpecContent, specFolder } from "./fixtures/spec-folder.ts";
import { generate } from "./generate.ts";

const HEAD = 'openapi: 3.0.3\ninfo: { title: Rows, version: "1" }\nservers: [{ url: "https://api.test" }]\n';
const ROW = "type: object\nproperties: { name: { type: string } }\n";

/** A document whose response is a schema, as YAML on one line. */
function documentOf(schema: string, more = ""): string {
  return `${HEAD}paths:
  /rows:
    get:
      operationId: getRow
      responses: { "200": { description: It., content: { application/json: { schema: ${schema} } } } }
${more}`;
}

function refer(reference: string): string {
  return documentOf(`{ $ref: "${reference}" }`);
}

test.for<[string, SpecContent]>([
  [
    "percent-encoded",
    { "openapi.yaml": refer("./my%20rows.yaml#/a~1b%25"), "my rows.yaml": `a/b%:\n  ${ROW.replace("\n", "\n  ")}` },
  ],
  ["in capitals", { "openapi.yaml": refer("./Row.YAML"), "Row.YAML": ROW }],
  [
    "of the document itself",
    {
      "openapi.yaml": `${refer("./rows/../openapi.yaml#/components/schemas/Row")}components: { schemas: { Row: { $ref: rows/Row.yaml } } }\n`,
      "rows/Row.yaml": `${ROW}example: { $ref: "../openapi.yaml#/none" }\n`,
    },
  ],
])("a reference to a file whose name is %s is read", async ([, files]) => {
  const { files: generated } = await generateFrom(files);
  expect(generated.get("paths.ts")).toContain("name?: string;");
});

test.for<[string, SpecContent, string]>([
  [
    "a file on a server",
    { "openapi.yaml": refer("https://api.test/Row.yaml#/Row") },
    "spec/openapi.yaml:8:86: Can't resolve $ref: https://api.test/Row.yaml is not a file, and nothing is read from a server; refer to a copy in spec/ (no-unresolved-refs)",
  ],
  [
    "a percent sign that encodes nothing",
    { "openapi.yaml": refer("#/components/schemas/100%") },
    "spec/openapi.yaml:8:78: The $ref #/components/schemas/100% has a % that encodes nothing; write %25.",
  ],
  [
    "a file that is missing, in an example",
    { "openapi.yaml": documentOf("{ type: object, example: { $ref: ./Row.json } }") },
    "spec/openapi.yaml:8:111: Can't resolve $ref: ENOENT: no such file or directory 'Row.json' (no-unresolved-refs)",
  ],
  [
    "an example that contains itself",
    { "openapi.yaml": documentOf('{ type: object, example: { $ref: "#/" } }') },
    "spec/openapi.yaml:8:102: The $ref #/ is replaced by its target, which contains this example; write another value.",
  ],
])("%s is rejected with its line", async ([, files, message]) => {
  await expect(generateFrom(files)).rejects.toThrow(message);
});

test("the line of an issue is found in a file whose name is percent-encoded in the reference", async () => {
  const files = { "openapi.yaml": refer("./my%20rows.yaml#/a~1b"), "my rows.yaml": "\na/b:\n  type: array\n" };
  const message = "spec/my rows.yaml:2:1: The schema AB is an array without items; add items, {} for any.";
  await expect(generateFrom(files)).rejects.toThrow(message);
});

test.for(["openapi.yaml", "Row.yaml"])("%s in another encoding is rejected", async (name) => {
  const text = { "openapi.yaml": refer("./Row.yaml"), "Row.yaml": ROW }[name] ?? "";
  const files = { "openapi.yaml": refer("./Row.yaml"), "Row.yaml": ROW };
  const latin = Buffer.from(`# Größe\n${text}`, "latin1");
  await expect(generateFrom({ ...files, [name]: latin })).rejects.toThrow(`${name} is not in UTF-8; save it in that`);
});

test("a text can contain the character that replaces invalid bytes", async () => {
  const files = { "openapi.yaml": documentOf("{ type: string, enum: [\uFFFD] }") };
  expect((await generateFrom(files)).files.get("paths.ts")).toContain("\uFFFD");
});

test("a $ref in a value or an extension is data where it leads to nothing", async () => {
  const value = '{ $ref: "#/definitions/Row" }';
  const far = '{ $ref: "https://api.test/Row.json" }';
  const schema = `{ type: object, example: ${value}, default: ${value}, x-far: ${far} }`;
  const body = `{ required: true, content: { application/json: { schema: { type: object }, examples: { one: { value: ${far} } } } } }`;
  const parameter = `{ name: of, in: query, schema: { type: string }, example: ${value} }`;
  const more = `    post: { operationId: createRow, requestBody: ${body}, parameters: [${parameter}], responses: { "204": { description: It. } } }\n`;
  const { files } = await generateFrom({ "openapi.yaml": documentOf(schema, more) });
  expect(files.get("contract.ts")).toContain('example: {"$ref":"#/definitions/Row"}');
  expect(files.get("contract.ts")).toContain('default: {"$ref":"#/definitions/Row"}');
  expect(files.get("contract.ts")).toContain('example: {"$ref":"https://api.test/Row.json"}');
  expect(files.get("openapi.json")).toContain('"x-far": {\n                    "$ref": "https://api.test/Row.json"');
});

test("bytes in YAML are read as their base64", async () => {
  const schema = "{ type: string, format: byte, example: !!binary aGVsbG8= }";
  const { files } = await generateFrom({ "openapi.yaml": documentOf(schema) });
  expect(files.get("contract.ts")).toContain('example: "aGVsbG8="');
});

test.for([
  'properties: { example: { $ref: "#/none" } }',
  'properties: { x-name: { $ref: "#/none" } }',
  'default: 1, items: { $ref: "#/none" }',
])("a $ref of a schema that leads to nothing is rejected, as in %s", async (keywords) => {
  const files = { "openapi.yaml": documentOf(`{ type: object, ${keywords} }`) };
  await expect(generateFrom(files)).rejects.toThrow(
    "Can't resolve $ref: #/none does not exist; add it, or correct the reference (no-unresolved-refs)",
  );
});

test("an example that refers to a missing one is rejected", async () => {
  const examples = 'examples: { one: { $ref: "#/components/examples/none" } }';
  const files = { "openapi.yaml": documentOf("{ type: object }").replace("schema:", `${examples}, schema:`) };
  await expect(generateFrom(files)).rejects.toThrow(/#\/components\/examples\/none does not exist/);
});

async function generateFrom(files: SpecContent) {
  await using folder = await specFolder(files);
  return await generate(folder.path);
}
