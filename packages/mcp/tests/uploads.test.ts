import type { OperationDescription } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { apiContract, type Contract } from "../src/contract.js";
import { renderInstructions } from "../src/instructions.js";
import { parseOptions } from "../src/options.js";
import { createTools } from "../src/tools/create-tools.js";

const createFile: OperationDescription = {
  title: "Create a file",
  description: "Returns nothing.",
  noun: "file",
  verb: "create",
  input: { type: "object", properties: { file: { type: "string", format: "binary" } }, required: ["file"] },
  destructive: false,
};
const contract: Contract = {
  ...apiContract,
  operations: { ...apiContract.operations, createFile },
  table: { ...apiContract.table, createFile: { writes: true, idempotent: false } },
};

test("an operation that takes files has no tool, which the instructions state", () => {
  const names = createTools(contract, parseOptions({ write: true }), { writesFiles: false }).map(({ name }) => name);
  expect(names).toContain("create_item");
  expect(names).not.toContain("create_file");
  expect(renderInstructions(contract)).toContain("No tools, since they take files: create_file.");
  expect(renderInstructions(apiContract)).not.toContain("files");
});
