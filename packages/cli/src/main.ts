import type { Io } from "./io.js";

export type { InputStream, Io, OutputStream } from "./io.js";

/** Replaced by the build. */
declare const CLI_VERSION: string;

/** Runs a command, such as `["leads", "list"]`, and returns its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  // Before anything else is loaded.
  if (argv.length === 1 && argv[0] === "--version") {
    io.stdout.write(`${CLI_VERSION}\n`);
    return 0;
  }
  const { runApplication } = await import("./application.js");
  return runApplication(argv, io);
}
