import { globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { buildEntry } from "../build-entry.ts";
import type { Control, Report } from "../control.ts";
import { installTools } from "../install-tools.ts";
import { type Ran, run, runToSuccess } from "../run.ts";
import { NotToBeHad, type Runtime } from "../runtime.ts";
import { withSilence } from "../silence.ts";

const POLICY = resolve(import.meta.dirname, "../../../../.github/node-lines.json");
const LIMIT_MS = 300_000;

interface Kind {
  readonly name: string;
  /** Where its program is, below `node_modules`: of the packages for each machine only the fitting one is installed. */
  readonly binary: string;
  readonly flags: readonly string[];
}

/**
 * Nothing but the network of this machine is allowed: no environment, no files. The last one spares a warning that
 * Deno.serve gives to whoever looks at the signal of a request.
 */
const DENO_FLAGS = [
  ...["run", "--no-prompt", "--quiet", "--no-lock", "--node-modules-dir=manual"],
  ...["--allow-net=127.0.0.1", "--unstable-no-legacy-abort"],
];

/** The lines of Node.js that are supported. */
export const nodeLines = JSON.parse(readFileSync(POLICY, "utf8")) as readonly string[];
const NODE_BINARY = "node-*/bin/node";

/** The runtimes that are started as a process. */
export const processes: readonly Runtime[] = [
  ...nodeLines.map((line): Kind => ({ name: `node-${line}`, binary: NODE_BINARY, flags: [] })),
  { name: "deno", binary: "@deno/*/deno", flags: DENO_FLAGS },
  { name: "bun", binary: "@oven/*/bin/bun", flags: [] },
].map(createProcess);

function createProcess({ name, binary, flags }: Kind): Runtime {
  return {
    name,
    async prepare() {
      const program = await findInstalled(name, binary);
      const said = await runToSuccess(program, ["--version"], dirname(program));
      return {
        version: said.match(/\d+\.\d+\.\d+/)?.[0] ?? said.trim(),
        async run(consumer, control) {
          const entry = await buildEntry("process", consumer);
          const ran = await run(program, [...flags, entry, control.url], consumer, LIMIT_MS);
          return withSilence(await reported(control, ran), `${ran.stdout}${ran.stderr}`, ran.code);
        },
      };
    },
  };
}

/** The program of a line of Node.js. */
export function nodeProgram(line: string): Promise<string> {
  return findInstalled(`node-${line}`, NODE_BINARY);
}

async function findInstalled(name: string, binary: string): Promise<string> {
  const [program] = globSync(join(await installTools(name), "node_modules", binary));
  if (program === undefined) throw new NotToBeHad(`npm has no ${name} for ${process.platform} ${process.arch}.`);
  return program;
}

/** What the suite has told, or why it has told nothing. */
async function reported({ report }: Control, { code, stderr, stdout }: Ran): Promise<Report> {
  const missing = { results: [], broke: `It ended with ${code} and without a report.\n${stderr}${stdout}` };
  return Promise.race([report, new Promise<Report>((resolve) => setImmediate(() => resolve(missing)))]);
}
