import { expect, test } from "vitest";
import { postgresTarget } from "./postgres-target.js";

test("a schema whose name PostgreSQL would cut is rejected", () => {
  const createTarget = (schema: string) => () => postgresTarget("postgres://127.0.0.1/leads", { schema });
  expect(createTarget("ä".repeat(31))).not.toThrow();
  expect(createTarget("ä".repeat(32))).toThrow("schema must have at most 63 bytes");
});
