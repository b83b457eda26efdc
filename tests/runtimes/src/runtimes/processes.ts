import { dirname } from "node:path";
import { buildEntry } from "../build-entry.ts";
import type { Control, Report } from "../control.ts";
import { findInstalled } from "../find-installed.ts";
import { NODE_BINARY, nodeLines } from "../node-program.ts";
import { type Ran, run, runToSuccess } from "../run.ts";
import type { Runtime } from "../runtime.ts";
import { withSilence } from "../silence.ts";

/** Generous: on a busy machine the suite takes minutes. */
const LIMIT_MS = 900_000;

interface Kind {
  readonly name: string;
  /** The path of its program in `node_modules`; only the package of this platform is installed. */
  readonly binary: string;
  readonly flags: readonly string[];
}

/**
 * Only loopback is allowed: no environment, no files. The last one avoids a warning that
 * Deno.serve prints when the signal of a request is read.
 */
const DENO_FLAGS = [
  ...["run", "--no-prompt", "--quiet", "--no-lock", "--node-modules-dir=manual"],
  ...["--allow-net=127.0.0.1", "--unstable-no-legacy-abort"],
];

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
      const output = await runToSuccess(program, ["--version"], dirname(program));
      return {
        version: output.match(/\d+\.\d+\.\d+/)?.[0] ?? output.trim(),
        async run(consumer, control) {
          const entry = await buildEntry("process", consumer);
          const ran = await run(program, [...flags, entry, control.url], consumer, LIMIT_MS);
          return withSilence(await reported(control, ran), `${ran.stdout}${ran.stderr}`, ran.code);
        },
      };
    },
  };
}

/** The report of the suite, or the reason why there is none. */
export async function reported({ report }: Control, { code, stderr, stdout }: Ran): Promise<Report> {
  const broke = `It ended with ${code} and without a report.\n${stderr}${stdout}`;
  // The suite ends after its report has arrived.
  return Promise.race([report, { results: [], broke }]);
}
