import { expect, test } from "vitest";
import { parseArguments } from "./parse-arguments.js";

test("no arguments mean port 4010", () => {
  expect(parseArguments([])).toEqual({ port: 4010, faults: [] });
});

test("every flag becomes an option", () => {
  const faults = '[{"kind":"status","status":503,"times":3}]';
  const line = `--port 0 --host ::1 --allow-host sandbox --allow-host api_1.test --key k --seed=-3 --scale 9 --latency 20 --faults ${faults}`;
  expect(parseArguments(line.split(" "))).toEqual({
    port: 0,
    host: "::1",
    allowHosts: ["sandbox", "api_1.test"],
    apiKey: "k",
    seed: -3,
    scale: 9,
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

test("a fault may say whether the operation is carried out", () => {
  const faults = [
    { kind: "status", status: 503, applied: true },
    { kind: "html", status: 404 },
  ];
  expect(parseArguments(["--faults", JSON.stringify(faults)])).toMatchObject({ faults });
});

test("one fault needs no list", () => {
  expect(parseArguments(["--faults", '{"kind":"reset"}'])).toMatchObject({ faults: [{ kind: "reset" }] });
});

test("help is asked for with --help", () => {
  expect(parseArguments(["--port", "x", "--help"])).toBeUndefined();
});

test.each([
  [["--port", "http"], '--port has to be an integer from 0 to 65535, not "http".'],
  [["--port", "65536"], '--port has to be an integer from 0 to 65535, not "65536".'],
  [["--port", ""], '--port has to be an integer from 0 to 65535, not "".'],
  [["--host", ""], "--host must be an IP address or a host name, without scheme and port"],
  [["--host", "http://127.0.0.1"], "--host must be"],
  [["--host", "127.0.0.1:4010"], "--host must be"],
  [["--allow-host", "sandbox", "--allow-host", ""], "--allow-host must be an IP address or a host name"],
  [["--allow-host", "*"], "--allow-host must be"],
  [["--allow-host"], "'--allow-host <value>' argument missing"],
  [["--key", ""], "--key must be ASCII text without spaces"],
  [["--key", "a b"], "--key must be"],
  [["--seed", ""], "--seed has to be an integer from -"],
  [["--scale", ""], "--scale has to be an integer from 0"],
  [["--latency", ""], "--latency has to be an integer from 0"],
  [["--faults", ""], "--faults has to be JSON"],
  [["--scale", "1.5"], "--scale has to be an integer from 0"],
  [["--latency=-1"], "--latency has to be an integer from 0"],
  [["--faults", "reset"], "--faults has to be JSON: a fault or a list of faults."],
  [["--prot", "1"], "Unknown option '--prot'"],
  [["--port"], "'--port <value>' argument missing"],
  [["serve"], "Unexpected argument 'serve'"],
])("refuses %j", (args, sentence) => {
  expect(() => parseArguments(args)).toThrow(sentence);
});
