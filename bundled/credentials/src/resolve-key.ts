import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { CredentialsError } from "./credentials-error.js";
import type { KeySource } from "./key-source.js";
import { readText } from "./read-text.js";

/** Environment variables, such as `process.env`. */
export type Environment = { readonly [name: string]: string | undefined };

/** More time than a user needs to unlock a password manager. */
const COMMAND_TIMEOUT_MS = 60_000;

/** Reads the key. Throws `CredentialsError` if it is missing, or in a file that other users can read. */
export async function resolveKey({ kind, value }: KeySource, environment: Environment): Promise<string> {
  switch (kind) {
    case "env":
      return required(environment[value], `environment variable ${value}`);
    case "file":
      return required(await readKeyFile(value), `key file ${value}`);
    case "command":
      return required(await runCommand(value, environment), "output of the key command");
    default:
      return kind satisfies never;
  }
}

function required(text: string | undefined, place: string): string {
  const key = text?.trim();
  if (!key) throw new CredentialsError(`${place} must hold the key; it is ${text === undefined ? "not set" : "empty"}`);
  return key;
}

async function readKeyFile(path: string): Promise<string> {
  try {
    await assertPrivate(path);
    return await readText(path);
  } catch (error) {
    if (error instanceof CredentialsError) throw error;
    throw new CredentialsError(`key file ${path} must be readable (${Object(error).code ?? "unknown error"})`);
  }
}

/** Windows has no file modes: the permissions of the folder make the file private. */
async function assertPrivate(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return;
  const octal = (mode & 0o777).toString(8).padStart(4, "0");
  throw new CredentialsError(`key file ${path} must be readable by you alone (mode ${octal}); run chmod 600 on it`);
}

/** Runs the line in a shell. Its stderr is not shown, since it may contain the key. */
async function runCommand(line: string, environment: Environment): Promise<string> {
  // Loaded only when it is needed, since it takes as long as the rest of this package.
  const { exec } = await import("node:child_process");
  // On Windows too, it passes the line to the shell unchanged; as an argument, its quotes would be escaped.
  const running = promisify(exec)(line, { env: { ...environment }, timeout: COMMAND_TIMEOUT_MS });
  // The input of this process may be that of a call; a command that waits for one would only time out.
  running.child.stdin?.end();
  const { stdout } = await running.catch(({ code, signal }) => {
    throw new CredentialsError(`key command must succeed; it exited with ${code ?? signal ?? "an error"}`);
  });
  return stdout;
}
