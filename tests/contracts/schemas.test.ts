import { expect, test } from "vitest";
import { createAjv } from "./ajv.ts";
import { boundedValues, bounds, discriminators, samples } from "./cases/schemas.ts";
import { connect, errorName, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const file = { id: "1", type: "file", url: "u" };
const loadedForms = await loadContract(discriminators);

test.for([
  [{ explicit: file }, true],
  [{ explicit: { ...file, url: 5 } }, false],
  [{ explicit: { id: "1", type: "text", message: "m" } }, true],
  [{ explicit: { id: "1", type: "text", url: 5 } }, true],
  [{ explicit: { id: "1", type: "File" } }, false],
  [{ explicit: { id: "1" } }, false],
  [{ explicit: "file" }, false],
  [{ implicit: { ...file, type: "File" } }, true],
  [{ implicit: file }, false],
  [{ some: { id: "1", type: "text" } }, true],
  [{ some: { ...file, type: "File" } }, true],
  [{ some: file }, false],
  [{ inline: file }, true],
  [{ inline: { ...file, id: 1 } }, false],
  [{ list: [file, { id: "1", type: "text" }] }, true],
  [{ list: [file, { id: "1", type: "toString" }] }, false],
  [{ nested: { kind: "box", content: { kind: "box", content: { kind: "Text", id: "1" } } } }, true],
  [{ nested: { kind: "box", content: { kind: "box", content: { kind: "Text" } } } }, false],
  [{ restricted: file }, true],
  [{ restricted: { id: "1", type: "text" } }, false],
  [{ restricted: { ...file, kind: "a" } }, false],
  [{ restricted: { ...file, type: "File" } }, false],
] as const)("the discriminator picks the form: %j is valid: %s", async ([value, isValid]) => {
  const { validators } = loadedForms;
  expect(validators.createNote?.output.validate(value).length === 0).toBe(isValid);
  const connection = connect(loadedForms, value);
  expect(await errorName(connection.client.createNote?.({}))).toBe(isValid ? undefined : "ContractError");
  if (!("explicit" in value || "some" in value)) return;
  expect(validators.createNote?.input.validate(value).length === 0).toBe(isValid);
  expect((await send(connection, "/notes", jsonInit(value))).status === 200).toBe(isValid);
});

const loadedBounds = await loadContract(boundedValues);
const request = createAjv(boundedValues, "request");
const response = createAjv(boundedValues, "response", { formats: false });
const isInput = request({ $ref: "#/components/schemas/RowInput" });
const isOutput = response({ $ref: "#/components/schemas/Row" });

test.for(Object.keys(bounds))("validators, sandbox and ajv agree on %s", async (name) => {
  const { createRow } = loadedBounds.validators;
  const verdicts = new Set<boolean>();
  const connection = connect(loadedBounds);
  for (const sample of samples) {
    const value = { [name]: sample };
    const expected = isInput(value);
    verdicts.add(expected);
    connection.respondWith({});
    const { status } = await send(connection, "/rows", jsonInit(value));
    const verdict = [createRow?.input.validate(value).length === 0, status];
    expect([value, verdict]).toEqual([value, [expected, expected ? 200 : 422]]);
    expect([value, createRow?.output.validate(value).length === 0]).toEqual([value, isOutput(value)]);
    connection.respondWith(value);
    const error = await errorName(connection.client.createRow?.({}));
    expect([value, error]).toEqual([value, expected ? undefined : "ContractError"]);
  }
  expect(verdicts.size).toBe(2);
});

test("validators, sandbox and ajv agree on bounds of query parameters", async () => {
  const { listRows } = loadedBounds.validators;
  const connection = connect(loadedBounds);
  for (const [name, schema] of Object.entries(bounds)) {
    if (!["string", "number", "integer"].includes(String(schema.type))) continue;
    for (const [key, candidates, isValid] of [
      [name, samples.filter((sample) => !Array.isArray(sample)), request(schema)],
      [
        `${name}List`,
        samples.filter(Array.isArray),
        request({ type: "array", items: schema, maxItems: 3, uniqueItems: true }),
      ],
    ] as const) {
      for (const sample of candidates.filter((value) => isSendable(value, schema.type))) {
        const expected = isValid(sample);
        const query = [sample]
          .flat()
          .map((value) => `${key}=${encodeURIComponent(String(value))}`)
          .join("&");
        const { status } = await send(connection, `/rows?${query}`);
        const verdict = [listRows?.input.validate({ [key]: sample }).length === 0, status];
        expect([key, sample, verdict]).toEqual([key, sample, [expected, expected ? 204 : 400]]);
      }
    }
  }
});

test("validators and sandbox check the bounds of an array response", async () => {
  for (const [rows, isValid] of [
    [[], false],
    [[{ minLength: "ab" }], true],
    [[{ minLength: "a" }], false],
    [[{}, { minimum: 2 }], true],
    [[{}, {}], false],
    [[{}, { minimum: 2 }, { minimum: 3 }], false],
  ] as const) {
    expect(loadedBounds.validators.getAll?.output.validate(rows).length === 0).toBe(isValid);
    const name = await errorName(connect(loadedBounds, rows).client.getAll?.());
    expect([rows, name]).toEqual([rows, isValid ? undefined : "ContractError"]);
  }
});

/** Whether a value keeps its type in a URL: a text of digits does not. */
function isSendable(value: unknown, type: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((element) => isSendable(element, type) && !Array.isArray(element));
  return type === "string" ? typeof value === "string" : typeof value === "number" || value === "high";
}
