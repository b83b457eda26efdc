import { listTables } from "../read/list-tables.js";
import { parseRecord } from "../record/parse-record.js";
import { toStorableJson } from "../record/storable-json.js";
import { streams } from "../streams.js";
import type { Command } from "./command.js";
import { createClientFromFlags } from "./create-client-from-flags.js";
import { streamsOf } from "./create-sync-from-flags.js";
import { EXIT } from "./exit-code.js";
import { connectionFlags, redactionFlags, streamFlags } from "./flags.js";
import { createRedactionFromFlags } from "./redaction-from-flags.js";
import { renderSingerSchema } from "./singer-schema.js";

export const singerCommand: Command = {
  usage: "[--streams a,b]",
  summary: "print all records as messages of Singer, for Meltano and other targets",
  flags: {
    ...streamFlags,
    messages: { type: "boolean", help: "print chats with their messages" },
    ...redactionFlags,
    ...connectionFlags,
  },
  async run({ values }, io, signal) {
    const names = streamsOf(values);
    const redact = await createRedactionFromFlags(values, io);
    const client = await createClientFromFlags(values, io);
    const print = (message: object): void => void io.stdout.write(`${JSON.stringify(message)}\n`);
    // When a version is activated, targets delete the records of other versions.
    const version = Date.now();
    let rejected = 0;
    for (const name of names) {
      for (const { table, elements } of listTables({ client, messages: values.messages === true }, name, signal)) {
        const schema = renderSingerSchema(table, redact ? "redacted" : "personal");
        print({ type: "SCHEMA", stream: table, schema, key_properties: [streams[table].key] });
        let isWhole = true;
        let count = 0;
        for await (const element of elements) {
          count += 1;
          const record = parseRecord(streams[table], element, redact);
          if ("reason" in record) {
            isWhole = false;
            rejected += 1;
          } else
            print({
              type: "RECORD",
              stream: table,
              record: JSON.parse(toStorableJson(record.value)),
              version,
              time_extracted: new Date().toISOString(),
            });
        }
        // Not reached after an error: nothing is deleted after an incomplete list, nor after an empty one.
        if (isWhole && count > 0) print({ type: "ACTIVATE_VERSION", stream: table, version });
        print({ type: "STATE", value: { [table]: { version } } });
      }
    }
    if (rejected > 0)
      io.stderr.write(`warning: ${rejected} records without a usable key, or nested too deep, were left out\n`);
    return rejected > 0 ? EXIT.refused : EXIT.done;
  },
};
