import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { readDocument } from "./read-document.ts";

test.for([
  ["[]", "is no OpenAPI 3 document"],
  ["null", "is no OpenAPI 3 document"],
  ['{"openapi":"3.0.3"}', "is no OpenAPI 3 document"],
  ['{"openapi":"2.0","info":{},"paths":{}}', "is no OpenAPI 3 document"],
  ["openapi: 3.0.3", "is not JSON. Name a bundled document"],
  ["", "is not JSON"],
] as const)("readDocument rejects a file with %j by name", async ([text, sentence]) => {
  await expect(read(text)).rejects.toThrow(`document.json ${sentence}`);
});

test("readDocument reads a document, also after a byte order mark, and names a missing file", async () => {
  const text = '{"openapi":"3.0.3","info":{},"paths":{}}';
  for (const given of [text, `\uFEFF${text}`]) expect(await read(given)).toMatchObject({ openapi: "3.0.3" });
  await expect(readDocument("/nowhere/a.json")).rejects.toThrow("/nowhere/a.json cannot be read.");
});

async function read(text: string) {
  await using folder = await createFolder({ "document.json": text });
  return await readDocument(join(folder.path, "document.json"));
}
