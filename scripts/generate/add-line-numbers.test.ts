import { BaseResolver } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { addLineNumbers } from "./add-line-numbers.ts";
import { bundle } from "./bundle.ts";
import { type SpecContent, specFolder } from "./fixtures/spec-folder.ts";
import { collectPlan } from "./plan.ts";
import { SpecError } from "./spec-error.ts";

const head = `openapi: 3.0.3
info: { title: Rows, version: 1.0.0 }
servers: [{ url: https://api.test }]
paths:
  /rows:
    get:
      operationId: getRow
`;

test("an issue of a component that the bundler takes from another file has the line in that file", async () => {
  const found = await listPlaces({
    "openapi.yaml": `${head}
      parameters: [{ $ref: parameters.yaml#/all/session }]
      responses: { 200: { description: It., content: { application/json: { schema: { $ref: deep/schemas.yaml#/Row } } } } }
`,
    "parameters.yaml": "all:\n  session:\n    in: cookie\n    name: session\n    schema: { type: string }\n",
    "deep/schemas.yaml": 'Row:\n  properties:\n    name: { $ref: "#/Name" }\nName:\n  type: string\n  pattern: (\n',
  });
  expect(found).toEqual(["parameters.yaml:2:3", "deep/schemas.yaml:6:3"]);
});

test("an issue of a keyword beside a $ref has the line of the keyword, also below a name with a percent sign", async () => {
  const found = await listPlaces({
    "openapi.yaml": `${head}
      responses:
        200:
          description: It.
          content:
            application/json:
              schema:
                properties:
                  share%:
                    $ref: "#/components/schemas/Name"
                    maxLength: 9
components: { schemas: { Name: { type: string } } }
`,
  });
  expect(found).toEqual(["openapi.yaml:18:21"]);
});

/** The file, line and column of each issue of a spec. */
async function listPlaces(spec: SpecContent): Promise<string[]> {
  await using folder = await specFolder(spec);
  const files = new BaseResolver();
  const document = await bundle(folder.path, files);
  const { issues: found, accessIssues } = collectPlan(document);
  const { issues } = await addLineNumbers(new SpecError([...found, ...accessIssues]), folder.path, files);
  return issues.map(({ file, position }) => `${file}:${position}`);
}
