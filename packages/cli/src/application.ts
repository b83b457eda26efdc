import { assertNoKeyFlag } from "@serviceform/credentials/key-flags";
import { buildApplication, buildRouteMap, run, type StricliProcess } from "@stricli/core";
import { commandRoutes } from "./commands/command-routes.js";
import { runPackage } from "./commands/run-package.js";
import type { Context } from "./context.js";
import { reportError } from "./errors/report-error.js";
import { UsageError } from "./errors/usage-error.js";
import type { Io } from "./io.js";
import { terminalWidth } from "./output/terminal-width.js";
import { wrapHelp } from "./output/wrap-help.js";
import { createText } from "./text.js";

/** Finds the command, runs it, and returns its exit code. Errors are reported only here. */
export async function runApplication(argv: readonly string[], io: Io): Promise<number> {
  const json = argv.includes("--json");
  try {
    assertNoKeyFlag(argv);
    const [first, ...rest] = argv;
    if (first === "sync" || first === "mcp") return await runPackage(first, rest, io);
    return await runCommand(argv, io);
  } catch (error) {
    return reportError(error, io, { json });
  }
}

async function runCommand(argv: readonly string[], io: Io): Promise<number> {
  const outcome: { error?: unknown } = {};
  const context: Context = { process: toProcess(io), io: { ...io, argv }, fail: (error) => (outcome.error = error) };
  assertNoEmptyFlag(argv);
  await run(createApplication(argv), argv, context);
  if (outcome.error !== undefined) throw outcome.error;

  const { exitCode } = context.process;
  // Stricli's own codes are negative. They mean an unknown command or an invalid flag, whose message is in `usage`.
  if (Number(exitCode) < 0) throw new UsageError(context.process.usage.join("\n"));
  return Number(exitCode ?? 0);
}

/** Stricli would read `--limit=` as an argument. */
function assertNoEmptyFlag(argv: readonly string[]): void {
  const [, name] = argv.map((argument) => /^(--[a-z-]+)=$/.exec(argument)).find((match) => match !== null) ?? [];
  if (name !== undefined) throw new UsageError(`${name} must have a value`);
}

function createApplication(argv: readonly string[]) {
  const docs = { brief: "The Serviceform Public API on the command line", fullDescription: DESCRIPTION };
  return buildApplication(buildRouteMap({ routes: commandRoutes(argv[0]), docs }), {
    name: "serviceform",
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { caseStyle: "convert-camel-to-kebab", onlyRequiredInUsageLine: true, disableAnsiColor: true },
    localization: { text: createText(argv) },
  });
}

const DESCRIPTION = `The Serviceform Public API on the command line.

The key comes from SERVICEFORM_API_KEY, or from one of --profile, --key-env, --key-file and --key-command.
With --sandbox every command works without an account.

Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 finished with failed rows or stopped by a guard, 4 unauthorized, 5 not found, 6 rejected input, 7 timeout or rate limit, 75 another run holds the lock, 130 interrupted.`;

/** Collects what Stricli prints on stderr as the text of a usage error, so that it is reported like any other error. */
function toProcess({ stdout, env }: Io): StricliProcess & { readonly usage: string[] } {
  const usage: string[] = [];
  return {
    // Stricli prints only help on stdout.
    stdout: { write: (chunk) => void stdout.write(stdout.isTTY ? wrapHelp(chunk, terminalWidth(stdout)) : chunk) },
    stderr: { write: (chunk) => void usage.push(chunk.trim()) },
    env: { ...env, STRICLI_SKIP_VERSION_CHECK: "1" },
    usage,
  };
}
