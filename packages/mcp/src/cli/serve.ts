import { assertNoKeyFlag } from "@serviceform/credentials";
import { createParts, VERSION } from "../create-mcp-server.js";
import { parseOptions } from "../options.js";
import { createClientFactory } from "./create-client-factory.js";
import type { Io } from "./io.js";
import { type Flags, parseFlags, parseInteger } from "./parse-flags.js";
import { USAGE } from "./usage.js";
import { UsageError } from "./usage-error.js";

const MAX_PORT = 65_535;

/** Serves with the options from the flags. Resolves to the exit code; throws before it starts to serve. */
export async function serve(argv: readonly string[], io: Io): Promise<number> {
  assertNoKeyFlag(argv);
  const flags = parseFlags(argv);
  if (flags.help) return print(io, USAGE);
  if (flags.version) return print(io, `${VERSION}\n`);

  const isHttp = flags.http !== undefined;
  if (isHttp && flags.mirror !== undefined) throw new UsageError("--mirror must not be combined with --http");
  if (!isHttp && flags["token-env"] !== undefined) throw new UsageError("--token-env must be given with --http");
  const parts = createParts(toSettings(flags), { writesFiles: !isHttp });
  const clients = await createClientFactory(flags, io.env, { isKeyOptional: isHttp });
  if (!isHttp) {
    const { serveOverStdio } = await import("./serve-over-stdio.js");
    return serveOverStdio({ ...parts, client: clients.own() }, io);
  }
  const port = parseInteger("http", flags.http, 0, MAX_PORT);
  const token = readToken(flags["token-env"], io);
  const { serveOverHttp } = await import("../http/serve-over-http.js");
  return serveOverHttp({ parts, clients, port, token, stderr: io.stderr });
}

function toSettings(flags: Flags): ReturnType<typeof parseOptions> {
  const { write = false, lockdown = false, personal, mirror } = flags;
  const tools = flags.tools?.split(",").map((name) => name.trim());
  const maxBytes = flags["max-bytes"];
  return parseOptions({
    write,
    delete: flags.delete ?? false,
    lockdown,
    ...(personal !== undefined && { personal: personal as "full" }), // parseOptions validates it
    ...(mirror !== undefined && { mirror }),
    ...(tools && { tools }),
    ...(maxBytes !== undefined && { maxBytes: parseInteger("max-bytes", maxBytes, 0, Number.MAX_SAFE_INTEGER) }),
  });
}

function readToken(variable: string | undefined, { env }: Io): string | undefined {
  if (variable === undefined) return undefined;
  const token = env[variable]?.trim();
  if (!token) throw new UsageError(`environment variable ${variable} must hold the token of --token-env`);
  return token;
}

/** A reader that closes stdout early is not a failure. */
function print({ stdout }: Io, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    stdout.once("error", () => {});
    stdout.write(text, (error?: NodeJS.ErrnoException | null) => {
      if (error && error.code !== "EPIPE") reject(new Error(`stdout: ${error.message}`, { cause: error }));
      else resolve(0);
    });
  });
}
