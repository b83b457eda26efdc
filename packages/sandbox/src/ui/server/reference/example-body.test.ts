import type { Schema } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { renderLiteral } from "../samples/render-literal.js";
import { exampleBody } from "./example-body.js";

const bytes: Schema = { type: "string", format: "binary" };
const text: Schema = { type: "string", example: "Ä" };

test("a form is an object whose bytes are files", () => {
  const schema: Schema = {
    type: "object",
    properties: { file: bytes, title: text, more: { type: "array", items: bytes } },
  };
  const form = exampleBody({ required: true, format: "multipart", schema: { ...schema, required: ["file", "more"] } });
  expect(form).toMatchObject({ file: expect.any(File), title: "Ä" });
  expect(renderLiteral(form)).toContain('file: new File([/* 7 bytes */], "example.bin")');
});

test("a body that is no object of inputs is under its key", () => {
  expect(exampleBody({ required: true, format: "text", isWhole: true, schema: text })).toEqual({ body: "Ä" });
  const { body } = exampleBody({ required: true, format: "binary", isWhole: true, schema: bytes }) as { body: unknown };
  expect(body).toBeInstanceOf(File);
});

test("the example of the contract has priority, and no body has no example", () => {
  const example = { a: 1 };
  expect(exampleBody({ required: true, schema: { type: "object" }, example })).toEqual(example);
  expect(exampleBody(undefined)).toEqual({});
});
