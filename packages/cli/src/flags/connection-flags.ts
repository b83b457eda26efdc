import { integer } from "./parsers.js";

/** The flags of every command that calls the API. */
export interface ConnectionFlags {
  readonly profile?: string;
  readonly keyEnv?: string;
  readonly keyFile?: string;
  readonly keyCommand?: string;
  readonly baseUrl?: string;
  readonly sandbox?: boolean;
  readonly sandboxLeads?: number;
  readonly sandboxSeed?: number;
  readonly timeout?: number;
  readonly retries?: number;
  readonly quiet?: boolean;
}

/** In the help, Stricli leaves the placeholder out. */
export function parsed(brief: string, placeholder: string, parse: (text: string) => unknown): object {
  return { kind: "parsed", parse, optional: true, brief: `${placeholder}: ${brief}`, placeholder };
}

export function text(brief: string, placeholder: string): object {
  return parsed(brief, placeholder, String);
}

export function number(brief: string, placeholder: string, minimum: number, maximum?: number): object {
  return parsed(brief, placeholder, integer(minimum, maximum));
}

export function choice(brief: string, values: readonly string[]): object {
  return { kind: "enum", values, optional: true, brief };
}

export function toggle(brief: string): object {
  return { kind: "boolean", optional: true, withNegated: false, brief };
}

export const connectionFlags: { readonly [name in keyof ConnectionFlags]-?: object } = {
  profile: text("the account, by its name in config.json", "NAME"),
  keyEnv: text("the environment variable that holds the key (default: SERVICEFORM_API_KEY)", "VAR"),
  keyFile: text("the file that holds the key, readable by you alone", "PATH"),
  keyCommand: text("the command that prints the key", "CMD"),
  baseUrl: text("the server", "URL"),
  sandbox: toggle("uses the sandbox in memory, with generated data and no account"),
  sandboxLeads: number("how many leads the sandbox has", "N", 0),
  sandboxSeed: number("the seed of the generated data in the sandbox", "N", 0),
  timeout: number("time limit of an attempt in milliseconds", "MS", 1),
  retries: number("how many times a failed request is retried", "N", 0),
  quiet: toggle("leaves out progress and warnings"),
};

export const jsonFlag: { readonly json: object } = { json: toggle("prints one JSON document, errors too") };
