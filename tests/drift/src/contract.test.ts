import { operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { findBody, findResponse } from "./contract.ts";

test("findResponse and findBody take the range or the default of a status, and the media type of the contract", () => {
  const responses = {
    "4XX": { pointer: "#/4XX", schema: { type: "object" }, mediaType: "application/problem+json" },
    default: { pointer: "#/default" },
  } as const;
  const contracts = { getItem: { ...operationContracts.getItem, responses } };
  const contract = { operations: operationTable, contracts };
  expect(findResponse(contract, "getItem", 404)).toBe(responses["4XX"]);
  expect(findResponse(contract, "getItem", 500)).toBe(responses.default);
  expect(findResponse(contract, "listItems", 404)).toBeUndefined();
  expect(findBody(contract, "getItem", 404)?.pointer).toBe("#/4XX/content/application~1problem+json/schema");
});
