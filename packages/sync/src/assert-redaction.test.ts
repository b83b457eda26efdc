import { createClient } from "@serviceform/client";
import { expect, test } from "vitest";
import { assertRedaction, toRedactionMark } from "./assert-redaction.js";
import { parseOptions } from "./options.js";
import { sqliteTarget } from "./sqlite/index.js";

const redact = (value: string): string => `#${value}`;

/** A target of an account whose first mark and record another run stores after the mark was read for the first time. */
function createContestedTarget(other: string | null) {
  let mark: string | null | undefined;
  let known = 0;
  async function readRedaction(): Promise<string | null | undefined> {
    const before = mark;
    mark = other;
    known = 1;
    return before;
  }
  return {
    ...sqliteTarget(":memory:"),
    readRedaction,
    readState: async () => ({ state: undefined, known }),
  };
}

const assertBeside = (other: string | null, own: typeof redact | undefined) =>
  assertRedaction(
    parseOptions({ client: createClient({ apiKey: "k" }), target: createContestedTarget(other), redact: own }),
  );

test("verify and purge can start beside the first run of an account", async () => {
  await assertBeside(null, undefined);
  await assertBeside(toRedactionMark(redact), redact);
});

test("verify with another redaction than that of a first run that has just begun is rejected", async () => {
  await expect(assertBeside(null, redact)).rejects.toThrow("redact must not be given");
  await expect(assertBeside(toRedactionMark(redact), undefined)).rejects.toThrow("redact is required");
});
