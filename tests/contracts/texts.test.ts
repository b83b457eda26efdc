import { expect, test } from "vitest";
import { level, withText } from "./cases/texts.ts";
import { connect, send } from "./connect.ts";
import { type Json, ref, text } from "./document.ts";
import { loadContract } from "./load-contract.ts";

test.for<readonly [schema: Json, valid: string, invalid?: string]>([
  [level, "a", "c"],
  [{ ...text, maxLength: 1 }, "a", "ab"],
  [ref("Level"), "b", "c"],
  [{ allOf: [ref("Level")] }, "a", "c"],
  [{ oneOf: [ref("Level"), { ...text, pattern: "^x" }] }, "xy", "c"],
  [{ enum: ["a"] }, "a", "b"],
  [{ maxLength: 1 }, "a", "ab"],
  [{ not: { enum: ["c"] } }, "a", "c"],
  [ref("Long"), "a", "ab"],
  [{ type: "object", properties: { a: text } }, "<a>1</a>"],
  [{ ...text, format: "binary" }, "a"],
  [{}, '{"a":1}'],
])("a text of the schema %j is validated in requests and responses", async ([schema, valid, invalid]) => {
  const loaded = await loadContract(withText(schema));
  const connection = connect(loaded, valid);
  expect(await connection.client.createNote?.({ body: valid })).toBe(valid);
  expect(connection.handled).toMatchObject([{ input: { body: valid } }]);
  const { input, output } = loaded.validators.createNote ?? {};
  expect([input?.validate({ body: valid }), output?.validate(valid)]).toEqual([[], []]);
  if (invalid === undefined) return;
  expect(input?.validate({ body: invalid })).toHaveLength(1);
  expect(output?.validate(invalid)).toHaveLength(1);
  const headers = { "content-type": "text/plain" };
  const response = await send(connection, "/note", { method: "POST", body: invalid, headers });
  expect(response.status).toBe(400);
});
