import { Writable } from "node:stream";
import type { Logger } from "@serviceform/client";
import { expect, test } from "vitest";
import { loadTool } from "../../src/load-tool.ts";
import { FAILURE, failOnceAndForGood, RETRY } from "./fail-once-and-for-good.ts";

interface Winston {
  readonly transports: { readonly Stream: new (options: { stream: Writable }) => object };
  createLogger(options: { transports: readonly object[] }): Logger;
}

const { module: winston } = await loadTool<Winston>("loggers", "winston");

test("winston prints the whole sentence and the fields when it is the logger", async () => {
  const lines: unknown[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(line));
      done();
    },
  });
  await failOnceAndForGood(winston.createLogger({ transports: [new winston.transports.Stream({ stream })] }));
  const operation = "getItem";
  expect(lines).toEqual([
    expect.objectContaining({
      level: "warn",
      message: expect.stringMatching(RETRY),
      operation,
      status: 502,
      attempt: 1,
    }),
    expect.objectContaining({
      level: "error",
      message: expect.stringMatching(FAILURE),
      operation,
      status: 404,
      attempt: 2,
    }),
  ]);
});
