import { expect, test } from "vitest";
import { loadTool } from "../../src/load-tool.ts";
import { FAILURE, failOnceAndForGood, RETRY } from "./fail-once-and-for-good.ts";

type Log = (first: string | object, second: object | string) => void;
type Pino = (options: object, destination: { write(line: string): void }) => { warn: Log; error: Log };

const { module: pino } = await loadTool<Pino>("loggers", "pino");
const WARN = 40;
const ERROR = 50;

test("pino prints the whole sentence when it is the logger", async () => {
  const lines: unknown[] = [];
  await failOnceAndForGood(pino({}, { write: (line) => lines.push(JSON.parse(line)) }));
  expect(lines).toEqual([
    expect.objectContaining({ level: WARN, msg: expect.stringMatching(RETRY) }),
    expect.objectContaining({ level: ERROR, msg: expect.stringMatching(FAILURE) }),
  ]);
});

test("pino prints the fields too when an adapter swaps the arguments", async () => {
  const lines: unknown[] = [];
  const log = pino({}, { write: (line) => lines.push(JSON.parse(line)) });
  await failOnceAndForGood({
    warn: (message, fields) => log.warn(fields, message),
    error: (message, fields) => log.error(fields, message),
  });
  const operation = "getItem";
  expect(lines).toEqual([
    expect.objectContaining({ level: WARN, msg: expect.stringMatching(RETRY), operation, status: 502, attempt: 1 }),
    expect.objectContaining({ level: ERROR, msg: expect.stringMatching(FAILURE), operation, status: 404, attempt: 2 }),
  ]);
});
