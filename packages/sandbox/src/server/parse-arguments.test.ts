import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseArguments } from "./parse-arguments.js";

test("no arguments mean port 4010", () => {
  expect(parseArguments([])).toEqual({ port: 4010, faults: [] });
});

test("every flag becomes an option", () => {
  const faults = '[{"kind":"status","status":503,"times":3}]';
  const line = `--port 0 --host ::1 --allow-host sandbox --allow-host api_1.test --api-key k --seed=-3 --lead-count 9 --chat-count 8 --item-count 7 --tidy --now 2025-06-30T12:00:00Z --account a=b=2 --account c=-1 --latency 20 --faults ${faults}`;
  expect(parseArguments(line.split(" "))).toEqual({
    port: 0,
    host: "::1",
    allowHosts: ["sandbox", "api_1.test"],
    apiKey: "k",
    seed: -3,
    leadCount: 9,
    chatCount: 8,
    itemCount: 7,
    messy: false,
    now: "2025-06-30T12:00:00Z",
    accounts: { "a=b": 2, c: -1 },
    faults: [
      { kind: "latency", ms: 20, times: Number.POSITIVE_INFINITY },
      { kind: "status", status: 503, times: 3 },
    ],
  });
});

test("a fault for every time has null, as JSON writes Infinity", () => {
  const always = { kind: "reset", times: Number.POSITIVE_INFINITY };
  expect(parseArguments(["--faults", JSON.stringify(always)])).toMatchObject({ faults: [always] });
});

test("a fault can set whether the operation is applied", () => {
  const faults = [
    { kind: "status", status: 503, applied: true },
    { kind: "html", status: 404 },
  ];
  expect(parseArguments(["--faults", JSON.stringify(faults)])).toMatchObject({ faults });
});

test("one fault needs no list", () => {
  expect(parseArguments(["--faults", '{"kind":"reset"}'])).toMatchObject({ faults: [{ kind: "reset" }] });
});

test("--help, -h and --version take precedence over other flags", () => {
  for (const flag of ["--help", "-h"]) expect(parseArguments(["--port", "x", flag])).toBe("help");
  expect(parseArguments(["--port", "x", "--version"])).toBe("version");
});

test.each([
  [["--port", "http"], "--port must be an integer from 0 to 65535"],
  [["--port", "65536"], "--port must be an integer from 0 to 65535"],
  [["--port", ""], "--port must be an integer from 0 to 65535"],
  [["--host", ""], "--host must be an IP address or a host name, without scheme and port"],
  [["--host", "http://127.0.0.1"], "--host must be"],
  [["--host", "127.0.0.1:4010"], "--host must be"],
  [["--allow-host", "sandbox", "--allow-host", ""], "--allow-host must be an IP address or a host name"],
  [["--allow-host", "*"], "--allow-host must be"],
  [["--allow-host"], "--allow-host must have a value"],
  [["--api-key", ""], "--api-key must be ASCII text without spaces"],
  [["--api-key", "a b"], "--api-key must be"],
  [["--seed", ""], "--seed must be an integer from -"],
  [["--lead-count", ""], "--lead-count must be an integer from 0"],
  [["--latency", ""], "--latency must be an integer from 0"],
  [["--faults", ""], "--faults must be JSON"],
  [["--lead-count", "1.5"], "--lead-count must be an integer from 0"],
  [["--latency=-1"], "--latency must be an integer from 0"],
  [["--faults", "reset"], "--faults must be JSON: a fault or a list of faults"],
  [["--now", "yesterday"], "--now must be a date and time in ISO 8601"],
  [["--account", "key"], "--account must be <key>=<seed>"],
  [["--account", "=1"], "--account must be <key>=<seed>"],
  [["--account", "key=one"], "--account must be an integer"],
  [["--chat-count", "-"], "--chat-count must be an integer from 0"],
  [["--item-count", "-"], "--item-count must be an integer from 0"],
  [["--account", "a=1", "--account", "a=2"], "--account must name each key once"],
  [["--data", "/does/not/exist"], "--data must be a file that can be read (ENOENT)"],
  [["--data", "/"], "--data must be a file that can be read (EISDIR)"],
  [["--prot", "1"], 'unknown flag "--prot"'],
  [["-p", "1"], 'unknown flag "-p"'],
  [["--toString"], 'unknown flag "--toString"'],
  [["--port"], "--port must have a value"],
  [["--port", "--tidy"], "'--port' argument is ambiguous"],
  [["--tidy=false"], "--tidy must not have a value"],
  [["serve"], 'unknown argument "serve"'],
])("the arguments %j are rejected", (args, sentence) => {
  expect(() => parseArguments(args)).toThrow(sentence);
});

test.each<readonly [string, Buffer]>([
  ["Latin-1", Buffer.from('{"spaces":[{"id":"Caf\u00e9"}]}', "latin1")],
  ["UTF-16", Buffer.from('\ufeff{"spaces":[]}', "utf16le")],
])("a file of --data in %s is rejected, since its letters would be replaced", (_, bytes) => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "state.json"), bytes);
  expect(() => parseArguments(["--data", join(folder, "state.json")])).toThrow("--data must be a file in UTF-8");
});
