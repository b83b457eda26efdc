import { execFile } from "node:child_process";
import { cp, mkdtempDisposable, readFile, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Edit, edit } from "./edit.ts";
import { type Breakage, extensionBreakages } from "./extension-breakages.ts";

const spec = fileURLToPath(new URL("..", import.meta.url));
const redocly = join(dirname(fileURLToPath(import.meta.resolve("@redocly/cli/package.json"))), "bin/cli.js");

/** Each breaks one thing; all are made in one copy of the spec, since a lint takes longer than the rest of this file. */
const breakages: readonly Breakage[] = [
  ...extensionBreakages,
  {
    rule: "rule/operation-id",
    title: "a verb that is not on the list",
    breaks: edit("paths/leads.yaml", "operationId: listLeads", "operationId: fetchLeads"),
    says: "Name the operation verb + Noun, such as listItems; the verbs are list, get, create, update and delete.",
  },
  {
    rule: "rule/operation-id",
    title: "a verb without a noun",
    breaks: edit("paths/flex_spaces.yaml", "operationId: listSpaces", "operationId: list"),
    says: "Name the operation verb + Noun, such as listItems; the verbs are list, get, create, update and delete.",
  },
  {
    rule: "rule/error-response",
    title: "an error response written in place",
    breaks: edit("paths/chats.yaml", "$ref: ../components/responses/Forbidden.yaml", "description: Forbidden."),
    says: "Describe 403 by a $ref to a file in components/responses, so that every operation fails alike.",
  },
  {
    rule: "rule/operation-description",
    title: "an operation without a description",
    breaks: edit("paths/leads.yaml", / {2}description: >-\n( {4}.*\n)+/, ""),
    says: "Describe the get operation: what it returns, how it fails, whether a retry is safe.",
  },
  {
    rule: "rule/parameter-description",
    title: "a parameter with an empty description",
    breaks: edit("components/parameters/itemId.yaml", /description: .*/, "description: ''"),
    says: "Describe the parameter: editors show its description to every caller.",
  },
  {
    rule: "rule/schema-description",
    title: "a schema without a description",
    breaks: edit("components/schemas/LeadTool.yaml", /^description: .*\n/m, ""),
    says: "Describe the schema LeadTool: editors show its description to every caller.",
  },
  {
    rule: "rule/property-description",
    title: "a property without a description",
    breaks: edit("components/schemas/LeadTool.yaml", /^ {4}description: .*\n/m, ""),
    says: "Describe the property tid: editors show its description to every caller.",
  },
  {
    rule: "rule/property-description",
    title: "a nested property without a description",
    breaks: edit(
      "components/schemas/Lead.yaml",
      /( +)additionalProperties: true\n/,
      "$&$1properties: { utm: { type: string } }\n",
    ),
    says: "Describe the property utm: editors show its description to every caller.",
  },
  {
    rule: "rule/no-bare-object",
    title: "an object without properties, nested in another",
    breaks: edit(
      "components/schemas/LeadPage.yaml",
      /^properties:\n/m,
      "$&  meta: { type: object, description: More. }\n",
    ),
    says: "Give the object properties, or additionalProperties: true where any key may come: a bare one becomes a type without keys.",
  },
  {
    rule: "house/parameter-not-in-body",
    title: "a body property named like a parameter of the URL",
    breaks: edit(
      "components/schemas/ItemInput.yaml",
      /^properties:\n/m,
      "$&  itemId: { type: string, description: Again. }\n",
    ),
    says: "Rename itemId in the body or in the parameters of updateItem: callers pass both in one object.",
  },
  {
    rule: "house/parameter-not-in-body",
    title: "a body property named like a parameter of the operation",
    breaks: edit(
      "paths/chats.yaml",
      "  requestBody:",
      "  parameters: [{ $ref: ../components/parameters/endTime.yaml }]\n$&",
    ),
    file: "components/schemas/ChatQuery.yaml",
    says: "Rename endTime in the body or in the parameters of listChats: callers pass both in one object.",
  },
  {
    rule: "house/path-file-name",
    title: "a path file that is not named after its URL",
    breaks: edit("openapi.yaml", "/statistics/chat:", "/statistics/chats:"),
    says: "Describe /statistics/chats in the file named after it and refer to it with $ref: ./paths/statistics_chats.yaml.",
  },
  {
    rule: "house/component-file-name",
    title: "a component that is not named after its file",
    breaks: edit("openapi.yaml", "./components/responses/BadRequest.yaml", "./components/responses/NotFound.yaml"),
    says: "Keep the component BadRequest in the file named after it and refer to it with $ref: ./components/responses/BadRequest.yaml.",
  },
  {
    rule: "house/component-file-name",
    title: "a component that openapi.yaml does not list",
    breaks: edit("openapi.yaml", /^ {4}AgentStatistics:\n.*\n/m, ""),
    file: "components/schemas/ChatStatistics.yaml",
    says: "List what ./AgentStatistics.yaml points to under components in openapi.yaml, so that it gets a name.",
  },
  {
    rule: "house/file-reachable",
    title: "a file that no $ref reaches",
    breaks: {
      file: "openapi.yaml",
      apply: (folder) => writeFile(join(folder, "components/schemas/Orphan.yaml"), "type: string\n"),
    },
    says: "Refer to components/schemas/Orphan.yaml with a $ref or delete it: nothing in openapi.yaml reaches it.",
  },
];

/** What the rules ask for is in another schema, which Space is made of. */
const composed = edit(
  "components/schemas/Space.yaml",
  /^required:[\s\S]*?(?= {2}fields:)/m,
  `allOf:
  - required: [id]
    properties:
      id: { type: string, description: The ID., x-summary: true }
      name: { type: string, description: The name., x-summary: true }
properties:
`,
);

const [problems, problemsOfComposed] = await Promise.all([
  lintCopy(breakages.map(({ breaks }) => breaks)),
  lintCopy([composed]),
]);

for (const { rule, title, breaks, file = breaks.file, says } of breakages) {
  test(`${rule} rejects ${title}`, () => {
    expect(problems).toContainEqual({ rule, file, says, severity: "error" });
  });
}

test("the lint reports nothing but the breakages", () => {
  expect(problems).toHaveLength(breakages.length);
});

test("the lint finds key and summary in an allOf, and no issue elsewhere in the spec", () => {
  expect(problemsOfComposed).toEqual([]);
});

test("a breakage exists for every house rule", async () => {
  const config = await readFile(join(spec, "redocly.yaml"), "utf8");
  const houseRules = [...config.matchAll(/^ {2}((?:rule|house)\/[\w-]+):/gm)].map(([, rule]) => rule);
  expect(new Set(breakages.map(({ rule }) => rule))).toEqual(new Set(houseRules));
});

async function lintCopy(changes: readonly Edit[]) {
  await using scratch = await mkdtempDisposable(join(await realpath(tmpdir()), "spec-"));
  const folder = scratch.path;
  await cp(spec, folder, { recursive: true, filter: (path) => !path.includes("node_modules", spec.length) });
  for (const change of changes) await change.apply(folder);
  return await lint(folder);
}

async function lint(cwd: string) {
  const args = [redocly, "lint", "openapi.yaml", "--config", "redocly.yaml", "--format", "json"];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  // The exit code is 1 when there are problems, and the report is on stdout all the same.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, env }).catch((error) => error);
  const report: { problems: Problem[] } = JSON.parse(stdout);
  return report.problems.map(({ ruleId: rule, severity, message: says, location: [{ source }] }) => ({
    rule,
    severity,
    file: source.ref,
    says,
  }));
}

interface Problem {
  ruleId: string;
  severity: string;
  message: string;
  location: [{ source: { ref: string } }];
}
