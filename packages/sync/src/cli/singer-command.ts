import { counted } from "@serviceform/records";
import { type Listing, listTables } from "../read/list-tables.js";
import { parseRecord } from "../record/parse-record.js";
import { toStorableJson } from "../record/storable-json.js";
import { streams } from "../streams.js";
import type { Command } from "./command.js";
import { createClientFromFlags } from "./create-client-from-flags.js";
import { streamsOf } from "./create-sync-from-flags.js";
import { EXIT } from "./exit-code.js";
import { connectionFlags, redactionFlags, streamFlags } from "./flags.js";
import { printLines } from "./print-lines.js";
import { createRedactionFromFlags } from "./redaction-from-flags.js";
import { renderSingerSchema } from "./singer-schema.js";

export const singerCommand: Command = {
  usage: "[--streams a,b]",
  summary: "Print all records as messages of Singer, for Meltano and other targets",
  flags: {
    ...streamFlags,
    messages: { help: "print chats with their messages" },
    ...redactionFlags,
    ...connectionFlags,
  },
  async run({ values }, io, signal) {
    const names = streamsOf(values);
    const redact = await createRedactionFromFlags(values, io);
    const client = await createClientFromFlags(values, io);
    // When a version is activated, targets delete the records of other versions.
    const version = Date.now();
    let rejected = 0;
    const onRejected = (): void => {
      rejected += 1;
    };
    const listings = names.flatMap((name) => listTables({ client, messages: values.messages === true }, name, signal));
    await printLines(renderMessages(listings, { redact, version, onRejected }), io.stdout, signal);
    if (rejected > 0)
      io.stderr.write(`warning: left out ${counted(rejected, "records")} without a usable key, or nested too deep\n`);
    return rejected > 0 ? EXIT.refused : EXIT.done;
  },
};

interface MessageOptions {
  readonly redact: ((value: string) => string) | undefined;
  readonly version: number;
  readonly onRejected: () => void;
}

async function* renderMessages(
  listings: readonly Listing[],
  { redact, version, onRejected }: MessageOptions,
): AsyncGenerator<object, void, undefined> {
  for (const { table, elements } of listings) {
    const schema = renderSingerSchema(table, redact ? "redacted" : "personal");
    yield { type: "SCHEMA", stream: table, schema, key_properties: [streams[table].key] };
    let isWhole = true;
    let count = 0;
    for await (const element of elements) {
      count += 1;
      const parsed = parseRecord(streams[table], element, redact);
      if ("reason" in parsed) {
        isWhole = false;
        onRejected();
        continue;
      }
      const record = JSON.parse(toStorableJson(parsed.value));
      yield { type: "RECORD", stream: table, record, version, time_extracted: new Date().toISOString() };
    }
    // Not reached after an error: nothing is deleted after an incomplete list, nor after an empty one.
    if (isWhole && count > 0) yield { type: "ACTIVATE_VERSION", stream: table, version };
    yield { type: "STATE", value: { [table]: { version } } };
  }
}
