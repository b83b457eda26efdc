import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runSemver } from "./testing/run-semver.ts";

/** More than the stack of the main thread holds. */
const COUNT = 800;

test("semver compares documents whose references lead through very many schemas", async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "semver-"));
  const [base, next] = [join(scratch.path, "base.json"), join(scratch.path, "next.json")];
  await writeFile(base, JSON.stringify(chain({})));
  await writeFile(next, JSON.stringify(chain({ extra: { type: "string" } })));
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
