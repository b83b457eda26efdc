import { expect, test } from "vitest";
import { connect } from "./connect.ts";
import { contract, json, object, parameter, text } from "./document.ts";
import { loadContract } from "./load-contract.ts";

const sizes = { enum: [1, 2] };
const names = { enum: ["a", "1"] };
const schema = object({ size: sizes, sizes: { type: "array", items: sizes }, name: names, isOpen: { enum: [true] } });

/** A contract whose enums have no type. */
const loaded = await loadContract(
  contract({
    "/rows/{size}": {
      get: {
        operationId: "getRow",
        parameters: [
          parameter("size", sizes, "path"),
          parameter("X-Size", sizes, "header"),
          parameter("name", names),
          parameter("isOpen", { enum: [true] }),
          parameter("sizes", { type: "array", items: sizes }),
          parameter("row", object({ size: sizes }), "query", { style: "deepObject" }),
        ],
        responses: { 200: json(object({ id: text })) },
      },
    },
    "/rows": {
      post: {
        operationId: "createRow",
        requestBody: { required: true, content: { "multipart/form-data": { schema } } },
        responses: { 200: json(object({ id: text })) },
      },
    },
  }),
);

test.for([
  ["getRow", { size: 2, "X-Size": 1, name: "1", isOpen: true, sizes: [1, 2], row: { size: 1 } }],
  ["createRow", { size: 2, sizes: [1, 2], name: "1", isOpen: true }],
] as const)("values of an enum without a type keep their type: %s %j", async ([operation, input]) => {
  const { client, handled } = connect(loaded, { id: "1" });
  await client[operation]?.(input);
  expect(handled).toEqual([{ operation, input }]);
  expect(loaded.validators[operation]?.input.validate(input)).toEqual([]);
});

test.for([
  { size: 3 },
  { size: 1, "X-Size": 3 },
  { size: 1, name: "b" },
  { size: 1, isOpen: false },
  { size: 1, sizes: [3] },
  { size: 1, row: { size: 3 } },
])("the sandbox rejects values that an enum without a type lacks: %j", async (input) => {
  const { client, handled } = connect(loaded, { id: "1" });
  await expect(client.getRow?.(input)).rejects.toMatchObject({ status: 400 });
  expect(handled).toEqual([]);
});
