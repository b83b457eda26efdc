import { expect, test } from "vitest";
import { enums } from "./cases/enums.ts";
import { connect } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const loaded = await loadContract(enums);

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
