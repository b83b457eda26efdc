import { CredentialsError } from "./credentials-error.js";

/** Where a key is: in an environment variable, in a file, or in the output of a command. */
export interface KeySource {
  readonly kind: "env" | "file" | "command";
  /** The variable, the path or the command line. */
  readonly value: string;
}

const FORM = /^(env|file|command):(.+)$/s;

/** Parses `env:VAR`, `file:PATH` or `command:CMD`. Throws `CredentialsError` for any other text, which may be a key. */
export function parseKeySource(text: unknown, param = "key"): KeySource {
  const [, kind, value] = (typeof text === "string" && FORM.exec(text)) || [];
  if (kind === undefined || value === undefined || value.trim() === "") {
    throw new CredentialsError(`${param} must be env:VARIABLE, file:PATH or command:COMMAND, not the key itself`);
  }
  return { kind: kind as KeySource["kind"], value };
}
