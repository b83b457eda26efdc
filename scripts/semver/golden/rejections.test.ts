import { execFile } from "node:child_process";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { baseDocument } from "./base-document.ts";

test("a document that generation rejects is named with the reason, before the verdict", async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "semver-"));
  const write = async (name: string, document: object) => {
    const file = join(scratch.path, name);
    await writeFile(file, JSON.stringify(document));
    return file;
  };
  const base = await write("base.json", baseDocument);
  const optional = structuredClone(baseDocument);
  optional.paths["/pets"].post.requestBody.required = false;
  const next = await write("next.json", optional);
  expect(await semver(base, next)).toBe(`minor  \`POST /pets: requestBody\` may be left out.
generate rejects ${next}: POST /pets has an optional body; set required: true, an empty object stands for none.
Therefore paths and components were compared, but no methods.
minor
`);

  const both = [{ url: "https://pets.test" }, { url: "https://animals.test" }];
  const two = await write("two.json", { ...baseDocument, servers: both });
  const rejection = `generate rejects ${two}: Name exactly one server, an https URL without variables, query, fragment \
and slash at its end.\n`;
  expect(await semver(two, two)).toBe(`${rejection}none\n`);
});

async function semver(base: string, next: string): Promise<string> {
  const main = join(import.meta.dirname, "../main.ts");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, "--base", base, "--next", next]);
  expect(stderr).toBe("");
  return stdout;
}
