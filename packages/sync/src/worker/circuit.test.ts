import { expect, test } from "vitest";
import { Circuit } from "./circuit.js";

test("a circuit opens at the fifth failure in a row, for a minute", () => {
  let now = 0;
  const circuit = new Circuit(() => now);
  for (let failure = 1; failure <= 4; failure += 1) expect(circuit.recordFailure("api")).toBe(false);
  expect(circuit.remainingMs("api")).toBe(0);
  expect(circuit.recordFailure("api")).toBe(true);
  expect(circuit.remainingMs("api")).toBe(60_000);
  expect(circuit.remainingMs("other")).toBe(0);
  now = 60_000;
  expect(circuit.remainingMs("api")).toBe(0);
});

test("a success starts the count anew", () => {
  const circuit = new Circuit(() => 0);
  for (let failure = 1; failure <= 4; failure += 1) circuit.recordFailure("api");
  circuit.recordSuccess("api");
  expect(circuit.recordFailure("api")).toBe(false);
});
