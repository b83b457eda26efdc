import { expect, test } from "vitest";
import { importUpload } from "./render-uses.ts";

const IMPORT = 'import type { Upload } from "./uses.js";\n\n';

test.for([
  ["export type A = { file?: Upload };\n", true],
  ["export type A = readonly Upload[];\n", true],
  ['/** Returns "all". */\nexport type A = { "application/*": Upload };\n', true],
  ["/** Upload a picture of the user's. */\nexport type A = string;\n", false],
  ['export type A = { "Upload me": "Upload" };\n', false],
  ["export type A = { Upload?: string; readonly UploadId: string };\n", false],
] as const)("%j imports the type of files where it uses it", ([text, isImported]) => {
  expect(importUpload(text)).toBe(isImported ? IMPORT + text : text);
});
