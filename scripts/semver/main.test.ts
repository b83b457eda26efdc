import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { bundle } from "../generate/bundle.ts";
import { runSemver } from "./testing/run-semver.ts";

const CHANGESET = ".changeset/contract-changes.md";
const BASE = "base.json";
/** An operation with a parameter that is not supported. */
const VISITS = `put:
  operationId: putPets
  parameters:
    - { name: session, in: cookie, schema: { type: string } }
  responses:
    "204": { description: Done. }

get:`;

test("semver rejects a contract that changed without a changeset, and --write writes and removes one", async () => {
  await using scratch = await workspace();
  const root = scratch.path;
  await edit(
    join(root, "spec/components/schemas/Pet.yaml"),
    "properties:",
    "properties:\n  age: { type: integer, description: The age. }",
  );
  const rejected = await semver(root, "--base", join(root, BASE));
  expect(rejected).toMatchObject({ code: 1, stdout: "minor  `Pet.age` is new.\n" });
  expect(rejected.stderr).toBe(
    "@serviceform/types, @serviceform/client and @serviceform/sandbox need a minor changeset, " +
      "but there is none: `Pet.age` is new.\nRun: npx -y pnpm@12 semver --write\n",
  );

  const written = await semver(root, "--base", join(root, BASE), "--write");
  expect(written).toMatchObject({ code: 0, stderr: "" });
  expect(await readFile(join(root, CHANGESET), "utf8")).toBe(`---
"@serviceform/types": minor
"@serviceform/client": minor
"@serviceform/sandbox": minor
# semver wrote this file (ea8378c00e89), and replaces it until it is edited.
---

The contract of the API changes:

- \`Pet.age\` is new.
`);

  await cp(FIXTURE, join(root, "spec"), { recursive: true });
  expect(await semver(root, "--base", join(root, BASE), "--write")).toEqual({
    code: 0,
    stdout: `Removed ${CHANGESET}: the contract is that of the last release.
Since 1.2.3 the contract requires: none. The changesets are sufficient.
`,
    stderr: "",
  });
  expect(await readdir(join(root, ".changeset"))).toEqual([]);
});

test("semver compares with the latest release in the registry, if there is one", async () => {
  await using scratch = await workspace();
  const root = scratch.path;
  await using registry = await startRegistry(scratch.path);
  const env = { NPM_CONFIG_REGISTRY: registry.url, NPM_CONFIG_CACHE: join(root, "cache") };
  expect(await run(root, env)).toEqual({
    code: 0,
    stdout: `minor  This is the first release of the contract.
For the first release the contract requires: minor. The changesets are sufficient.
`,
    stderr: "",
  });

  await registry.publish(join(root, BASE));
  expect(await run(root, env)).toMatchObject({
    code: 0,
    stdout: "Since 1.2.3 the contract requires: none. The changesets are sufficient.\n",
  });

  registry.breakDown();
  expect(await run(root, env)).toMatchObject({
    code: 0,
    stdout: `The registry does not respond: compared with 1.2.3, out of npm's cache.
Since 1.2.3 the contract requires: none. The changesets are sufficient.
`,
  });
  expect(await run(root, { ...env, NPM_CONFIG_CACHE: join(root, "empty") })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("The registry did not return the last release of @serviceform/types ("),
  });
});

test("semver compares no operation that generation rejects and the release lacks", async () => {
  await using scratch = await workspace();
  const root = scratch.path;
  await edit(join(root, "spec/paths/pets.yaml"), "get:", VISITS);
  expect(await semver(root, "--base", join(root, BASE))).toEqual({
    code: 0,
    stdout: `Left out, since generate rejects them: PUT /pets.
Since 1.2.3 the contract requires: none. The changesets are sufficient.
`,
    stderr: "",
  });
});

test("semver gives the line of what its tools cannot read", async () => {
  await using scratch = await workspace();
  const file = join(scratch.path, "spec/components/schemas/Pet.yaml");
  await edit(file, "properties:", 'example: { $ref: "#/example" }\nproperties:');
  const { stderr } = await semver(scratch.path, "--base", join(scratch.path, BASE));
  expect(stderr).toMatch(
    /^spec\/components\/schemas\/Pet\.yaml:\d+:\d+: The \$ref #\/example leads back to itself; correct it\.\n$/,
  );
});

test("semver requires a changeset for each package before the first release, without a registry", async () => {
  await using scratch = await workspace("0.0.0");
  const root = scratch.path;
  const env = { NPM_CONFIG_REGISTRY: "http://127.0.0.1:1" };
  expect(await run(root, env)).toMatchObject({
    code: 1,
    stderr: `@serviceform/types, @serviceform/client and @serviceform/sandbox need a minor changeset, but there is none: \
This is the first release of the contract.
Run: npx -y pnpm@12 changeset
`,
  });
  const names = ["types", "client", "sandbox"].map((name) => `"@serviceform/${name}": major\n`);
  await writeFile(join(root, ".changeset/first.md"), `---\n${names.join("")}---\n\nThe first.\n`);
  expect(await run(root, env, "--write")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("\nWrote no changeset: there is no release to compare with."),
    stderr: "",
  });
  expect(await readdir(join(root, ".changeset"))).toEqual(["first.md"]);
});

const FIXTURE = join(import.meta.dirname, "../generate/fixtures");
const contract = bundle(FIXTURE);

/** The generator's fixture as a workspace, with its present contract in base.json. */
async function workspace(version = "1.2.3") {
  const manifests = ["types", "client", "sandbox"].map((folder) => [
    `packages/${folder}/package.json`,
    JSON.stringify({ name: `@serviceform/${folder}`, version }),
  ]);
  const scratch = await createFolder({ ...Object.fromEntries(manifests), [BASE]: JSON.stringify(await contract) });
  await cp(FIXTURE, join(scratch.path, "spec"), { recursive: true });
  await mkdir(join(scratch.path, ".changeset"));
  return scratch;
}

/** Responds to npm's requests for one package: 404 until it is published, 500 once it is broken. */
async function startRegistry(scratch: string) {
  let tarball: Buffer | undefined;
  let broken = false;
  const server = createServer((request, response) => {
    if (broken) return response.writeHead(401).end("{}");
    if (tarball === undefined) return response.writeHead(404).end("{}");
    if (request.url?.endsWith(".tgz")) return response.end(tarball);
    const version = { name: "@serviceform/types", version: "1.2.3", dist: { tarball: `${url}/types.tgz` } };
    const packument = { name: version.name, "dist-tags": { latest: "1.2.3" }, versions: { "1.2.3": version } };
    return response.setHeader("content-type", "application/json").end(JSON.stringify(packument));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return {
    url,
    async publish(document: string) {
      const folder = join(scratch, "package");
      await mkdir(join(folder, "dist"), { recursive: true });
      await writeFile(join(folder, "package.json"), JSON.stringify({ name: "@serviceform/types", version: "1.2.3" }));
      await cp(document, join(folder, "dist/openapi.json"));
      await promisify(execFile)("tar", ["-czf", "types.tgz", "package"], { cwd: scratch });
      tarball = await readFile(join(scratch, "types.tgz"));
    },
    breakDown() {
      broken = true;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(file, "utf8");
  expect(before).toContain(from);
  await writeFile(file, before.replace(from, to));
}

function semver(root: string, ...args: string[]) {
  return run(root, {}, ...args);
}

function run(root: string, env: NodeJS.ProcessEnv, ...args: string[]) {
  return runSemver(["--root", root, ...args], env);
}
