import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { checkPublished } from "./check-published.ts";
import { readPack } from "./read-pack.ts";
import { readTarball } from "./read-tarball.ts";

const LONG_NAME = `dist/${"long-".repeat(25)}/index.js`;

test("readTarball reads every file that npm packs, with long names", async () => {
  await using sound = await pack({ [LONG_NAME]: "export {};" });
  const files = readTarball(await readFile(join(sound.path, "packages/a-1.0.0.tgz")));
  expect(Object.fromEntries(files)).toMatchObject({ [LONG_NAME]: "export {};", "README.md": "# A" });
  expect(await readPack(sound.path, [])).toMatchObject([{ name: "a", version: "1.0.0" }]);
});

test("readPack rejects a faulty tarball by the name of its package", async () => {
  await using unusual = await pack({ "src/index.ts": "", "dist/b.js": "// /builds/tree" });
  await expect(readPack(unusual.path, ["/builds/tree"])).rejects.toThrow(`Not to be published:
a@1.0.0: dist/b.js names /builds/tree, a place of this machine.
a@1.0.0: src/index.ts must not be in it.`);
});

test("checkPublished rejects other bytes than those that were tested", async () => {
  await using registry = await startRegistry();
  const tested = { name: "a", version: "1.0.0", integrity: digest("tested") };
  registry.serve("tested", digest("tested"));
  await checkPublished(registry.url, tested);
  registry.serve("tested", digest("other"));
  await expect(checkPublished(registry.url, tested)).rejects.toThrow("was tested");
  registry.serve("other", digest("tested"));
  await expect(checkPublished(registry.url, tested)).rejects.toThrow(`a@1.0.0 was published as ${digest("other")}`);
});

async function pack(more: Record<string, string>) {
  const manifest = JSON.stringify({ name: "a", version: "1.0.0" });
  const files = { "package.json": manifest, "README.md": "# A", "CHANGELOG.md": "", LICENSE: "MIT", ...more };
  const plan = [[{ kind: "publish", name: "a", version: "1.0.0", tarball: { path: "packages/a-1.0.0.tgz" } }]];
  const folder = await createFolder({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`source/${name}`, text])),
    "publish-plan.json": JSON.stringify({ version: 1, plan }),
  });
  await mkdir(join(folder.path, "packages"));
  const args = ["pack", "--pack-destination", join(folder.path, "packages")];
  await promisify(execFile)("npm", args, { cwd: join(folder.path, "source") });
  return folder;
}

async function startRegistry() {
  let [bytes, integrity] = ["", ""];
  const server = createServer(({ url }, response) =>
    response.end(url === "/a.tgz" ? bytes : JSON.stringify({ dist: { integrity, tarball: `${registry.url}/a.tgz` } })),
  );
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const registry = {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    serve: (...next: [bytes: string, integrity: string]) => {
      [bytes, integrity] = next;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
  return registry;
}

function digest(text: string): string {
  return `sha512-${createHash("sha512").update(text).digest("base64")}`;
}
