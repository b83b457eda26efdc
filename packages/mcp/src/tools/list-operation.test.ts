import { expect, test } from "vitest";
import { apiContract, type Contract } from "../contract.js";
import { toListOperation } from "./list-operation.js";

test("a list has a limit when its operation has one, unless it limits a page", () => {
  expect(toListOperation(apiContract, "listChats")).toMatchObject({ noun: "chats", hasLimit: true });
  expect(toListOperation(apiContract, "listLeads")).toMatchObject({ noun: "leads", hasLimit: false });
  const paged = { writes: false, idempotent: true, pagination: {} };
  const contract: Contract = { ...apiContract, table: { ...apiContract.table, listChats: paged } };
  expect(toListOperation(contract, "listChats")).toMatchObject({ noun: "chats", hasLimit: false });
});
