import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@serviceform/cli";
import { createClient } from "@serviceform/client";
import { startServer } from "@serviceform/sandbox/server";
import { type FieldDescription, schemas } from "@serviceform/types/describe";

/** The lists whose exports other programs open, with the schema of a record. */
export const LISTS = [
  { noun: "leads", schema: "Lead" },
  { noun: "chats", schema: "Chat" },
  { noun: "items", schema: "Item" },
] as const;
export type List = (typeof LISTS)[number];

export type Source = { readonly [field: string]: unknown };

/** An account with the sandbox's messy records, and its exports. */
export interface ExportedRecords extends AsyncDisposable {
  readonly folder: string;
  /** The records as the API responds with them. */
  read(list: List): Promise<readonly Source[]>;
  /** Runs the export command and returns the file. */
  export(list: List, ending: string, ...flags: readonly string[]): Promise<string>;
}

export async function openRecords(): Promise<ExportedRecords> {
  const server = await startServer({ leadCount: 300, chatCount: 300, itemCount: 300, apiKey: "sf_test_key" });
  const folder = await mkdtemp(join(tmpdir(), "opened-"));
  const client = createClient({ baseUrl: server.url, apiKey: "sf_test_key" });
  const [space] = await client.listSpaces();
  const spaceId = String(space?.id);
  const read = {
    leads: () => client.listLeads(),
    chats: () => client.listChats(),
    items: () => client.listItems({ spaceId }),
  };
  const env = { SERVICEFORM_API_KEY: "sf_test_key", SERVICEFORM_BASE_URL: server.url };
  return {
    folder,
    // As records, since every field is compared.
    read: ({ noun }) => read[noun]() as Promise<unknown> as Promise<readonly Source[]>,
    async export({ noun }, ending, ...flags) {
      const file = join(folder, `${noun}.${ending}`);
      const space = noun === "items" ? ["--space", spaceId] : [];
      await runCommand([noun, "export", file, ...space, ...flags], env);
      return file;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Runs a command, and returns what it printed: for a terminal of as many columns, if they are given. */
export async function runCommand(
  argv: readonly string[],
  env: { readonly [name: string]: string } = {},
  columns?: number,
): Promise<string> {
  let printed = "";
  const write = (chunk: string | Uint8Array, callback?: () => void): boolean => {
    printed += Buffer.from(chunk as string).toString("utf8");
    callback?.();
    return true;
  };
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const exitCode = await run(argv, { env, stdout: { ...terminal, write }, stderr: { write } });
  if (exitCode !== 0) throw new Error(`serviceform ${argv.join(" ")} ended with ${exitCode}: ${printed}`);
  return printed;
}

/** The columns of a list, in the order of the contract. */
export function fieldsOf({ schema }: List): readonly (readonly [string, FieldDescription])[] {
  return Object.entries(schemas[schema]?.fields ?? {});
}

/** The time of a value; undefined if its field is no time. */
export function toTime(value: unknown, { format, unit }: FieldDescription): Date | undefined {
  if (unit === "epoch-seconds") return new Date(Number(value) * 1_000);
  return format === "date-time" ? new Date(String(value)) : undefined;
}

/** Asserts that the records contain the texts that tests of a format need; the seed decides which record has them. */
export function assertMessy(records: readonly Source[]): void {
  const text = JSON.stringify(records);
  for (const part of ['"=', '"+', '"@', '"-', "\\r\\n", "\\u0000", "\\ud83d ", "\\t", ";", "ä"]) {
    if (!text.includes(part)) throw new Error(`no record has ${part}`);
  }
}
