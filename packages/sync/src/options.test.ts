import { createClient } from "@serviceform/client";
import { expect, test } from "vitest";
import { parseOptions, parseRunOptions } from "./options.js";
import { sqliteTarget } from "./sqlite/index.js";

const required = { client: createClient({ apiKey: "k" }), target: sqliteTarget("never-opened.db") };

test.for([
  [undefined, "options must be an object"],
  [{ ...required, client: undefined }, "client must be a client of createClient"],
  [{ ...required, target: "leads.db" }, "target must be a target, such as sqliteTarget(path)"],
  [{ ...required, account: "" }, "account must be a text that is not empty"],
  [{ ...required, streams: [] }, "streams must be an array that is not empty"],
  [{ ...required, streams: ["lead"] }, 'unknown stream "lead"; expected leads, chats, items'],
  [{ ...required, messages: 1 }, "messages must be a boolean"],
  [{ ...required, eraseAfterDays: -1 }, "eraseAfterDays must be a number of at least 0"],
  [{ ...required, redact: "hash" }, "redact must be a function"],
  [{ ...required, guards: { maxDeleteShare: 2 } }, "guards.maxDeleteShare must be a number from 0 to 1"],
  [{ ...required, guards: { maxDeletes: 1 } }, 'unknown option "guards.maxDeletes"'],
  [{ ...required, stream: "leads" }, 'unknown option "stream"'],
])("parseOptions rejects %o by name", ([options, message]) => {
  // What a caller without types can pass.
  expect(() => parseOptions(options as never)).toThrow(message as string);
});

test.for([
  [null, "options must be an object"],
  [{ mode: "all" }, 'mode must be "auto" or "full"'],
  [{ allowMassDelete: "yes" }, "allowMassDelete must be a boolean"],
  [{ onEvent: {} }, "onEvent must be a function"],
  [{ full: true }, 'unknown option "full"'],
])("parseRunOptions rejects %o by name", ([options, message]) => {
  // What a caller without types can pass.
  expect(() => parseRunOptions(options as never)).toThrow(message as string);
});
