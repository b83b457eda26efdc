import type { OperationDescription } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { apiContract, type Contract } from "../src/contract.js";
import { renderInstructions } from "../src/instructions.js";
import { parseOptions } from "../src/options.js";
import { createTools } from "../src/tools/create-tools.js";
import { withoutFiles } from "./without-files.js";

function createOperation(file: object): OperationDescription {
  const input = { type: "object", properties: { file }, required: ["file"] };
  return { title: "Create", description: "Returns nothing.", noun: "file", verb: "create", input, destructive: false };
}

const bytes = { type: "string", format: "binary" };
const base = withoutFiles(apiContract);
const contract: Contract = {
  ...base,
  operations: {
    ...base.operations,
    createFile: createOperation(bytes),
    createFiles: createOperation({ type: "array", items: bytes }),
    createNote: createOperation({ type: "string", format: "date" }),
  },
};

test("an operation that takes files has no tool, which the instructions state", () => {
  const names = createTools(contract, parseOptions({ write: true }), { writesFiles: false }).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["create_item", "create_note"]));
  expect(names.join()).not.toContain("create_file");
  expect(renderInstructions(contract)).toContain("No tools, since they take files: create_file, create_files.");
  expect(renderInstructions(base)).not.toContain("files");
});
