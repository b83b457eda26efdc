import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { runSemver } from "./testing/run-semver.ts";

/** More than the stack of the main thread holds. */
const COUNT = 800;

test("semver compares documents whose references lead through very many schemas", async () => {
  const [before, after] = [chain({}), chain({ extra: { type: "string" } })];
  await using folder = await createFolder({ "base.json": JSON.stringify(before), "next.json": JSON.stringify(after) });
  const [base, next] = [join(folder.path, "base.json"), join(folder.path, "next.json")];
  expect(await runSemver(["--base", base, "--next", next])).toEqual({
    code: 0,
    stdout: `minor  \`S${COUNT - 1}.extra\` is new.\nminor\n`,
    stderr: "",
  });
});

/** A schema that refers to a second one, and so on; the last one has these properties. */
function chain(properties: object): object {
  const schemas = Array.from({ length: COUNT }, (_, index) => [
    `S${index}`,
    { type: "object", properties: index === COUNT - 1 ? properties : { next: reference(index + 1) } },
  ]);
  const content = { "application/json": { schema: reference(0) } };
  return {
    openapi: "3.0.3",
    info: { title: "Chain", version: "1.0.0" },
    servers: [{ url: "https://chain.test" }],
    paths: { "/chain": { get: { operationId: "getChain", responses: { 200: { description: "It.", content } } } } },
    components: { schemas: Object.fromEntries(schemas) },
  };
}

function reference(index: number): object {
  return { $ref: `#/components/schemas/S${index}` };
}
