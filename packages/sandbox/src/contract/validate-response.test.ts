import type { OperationId } from "@serviceform/types";
import { expect, test } from "vitest";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import { operationContract } from "./operation-contract.js";
import { validateResponse } from "./validate-response.js";

const check = (operation: OperationId, response: ResponseData) =>
  validateResponse(operationContract(operation), response);

test.each<[OperationId, ResponseData]>([
  ["getItem", { status: 200, body: { value: { id: "a" } } }],
  ["getItem", errorResponse(404, "There is none.")],
  ["deleteItem", { status: 200 }],
  ["listChats", errorResponse(400, "The contract documents no status for a bad query.")],
])("%s accepts the response %j", (operation, response) => {
  expect(check(operation, response)).toEqual({ ...response, operation });
});

const cycle: { id?: unknown } = {};
cycle.id = cycle;

test.each<[OperationId, ResponseData, string]>([
  ["getItem", { status: 200, body: { value: cycle } }, "Expected: a value that JSON has a form for; received: object."],
  ["getItem", { status: 200, body: { value: { id: 1 } } }, "at /id: Expected: string; received: number."],
  ["getItem", { status: 200, body: { value: {} } }, "at /id: It is missing; expected: string."],
  ["getItem", { status: 200 }, "The documented body is missing."],
  ["getItem", { status: 200, body: { elements: [] } }, "Expected: object; received: array."],
  ["deleteItem", { status: 200, body: { elements: [] } }, "A list is sent where none is documented."],
  ["getItem", { status: 201, body: { value: { id: "a" } } }, "The status 201 is not documented."],
  ["getItem", errorResponse(422, ""), "The status 422 is not documented."],
  [
    "getItem",
    { status: 404, body: { value: { message: 5 } } },
    "404 response to getItem breaks the contract at /message",
  ],
  ["deleteItem", { status: 200, body: { value: {} } }, "A body is sent where none is documented."],
  [
    "listItems",
    { status: 200, body: { value: {} } },
    "listItems breaks the contract: Expected: array; received: object.",
  ],
])("%s rejects the response %j", (operation, response, sentence) => {
  expect(() => check(operation, response)).toThrow(sentence);
});

test("the elements of a list are checked when they are read", () => {
  const { body } = check("listItems", { status: 200, body: { elements: [{ id: "a" }, { id: 2 }, { id: "c" }] } });
  const elements = body && "elements" in body ? body.elements[Symbol.iterator]() : undefined;
  expect(elements?.next().value).toEqual({ id: "a" });
  expect(() => elements?.next()).toThrow("at /1/id");
});
