import { expect, test } from "vitest";
import { closed } from "./closed.js";
import { shortenList } from "./shorten-list.js";
import { READ_ONLY, type Tool } from "./tool.js";

/** Too many parameters for a list with their details, or without. */
const many = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [`a-parameter-with-a-long-name-${index}`, { type: "integer", minimum: 1 }]),
);

/** The properties of a tool in a list that lost all details. */
function listed(properties: object): object {
  const tool: Tool = {
    ...{ name: "get_it", description: "Get it.", annotations: READ_ONLY },
    input: closed({ ...properties, ...many }),
    run: () => Promise.reject(new Error("no test calls it")),
  };
  return Object(shortenList([tool])[0]?.listedInput?.properties);
}

test("an optional parameter keeps the types of its elements and properties", () => {
  const items = { type: "object", properties: { size: { type: "integer", minimum: 1, description: "In cm." } } };
  const { rows } = Object(listed({ rows: { type: "array", items, description: "All of them." } }));
  expect(rows).toEqual({ type: "array", items: { type: "object", properties: { size: { type: "integer" } } } });
});

test("a parameter is listed with what every host accepts", () => {
  expect(listed({ note: { type: ["string", "null"] } })).toMatchObject({ note: { type: "string" } });
});
