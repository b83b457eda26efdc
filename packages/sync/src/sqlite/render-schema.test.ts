import { expect, test } from "vitest";
import { renderSqliteSchema } from "./render-schema.js";

test("the schema has no JSON operator: SQLite before 3.38, as in Ubuntu 22.04, would reject the whole file", () => {
  expect(renderSqliteSchema().filter((statement) => statement.includes("->"))).toEqual([]);
});
