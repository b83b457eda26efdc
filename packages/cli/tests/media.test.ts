import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OperationDescription } from "@serviceform/types/describe";
import { afterAll, expect, test } from "vitest";
import { readFiles } from "../src/commands/read-files.js";
import { inputFlags } from "../src/flags/input-flags.js";
import { printValue } from "../src/output/print-value.js";
import { captureStream } from "./run-cli.js";

const folder = await mkdtemp(join(tmpdir(), "media-"));
const path = join(folder, "photo.png");
await writeFile(path, Buffer.from([0, 255, 10]));
afterAll(() => rm(folder, { recursive: true }));

const upload = {
  input: {
    type: "object",
    required: ["photo"],
    properties: { photo: { type: "string", format: "binary" }, caption: { type: "string" } },
  },
} as unknown as OperationDescription; // `inputFlags` reads the input alone.

test("a binary part of a form is a flag that takes a path, and sends the name of the file", async () => {
  const [photo] = inputFlags(upload, {});
  const { parse, placeholder } = (photo?.parameter ?? {}) as {
    parse(path: string): Promise<File>;
    placeholder: string;
  };
  const file = await parse(path);
  expect([placeholder, file.name, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([
    "PATH",
    "photo.png",
    [0, 255, 10],
  ]);
  await expect(parse(join(folder, "none"))).rejects.toThrow("value must name a file that can be read (ENOENT)");
});

test("the JSON of an input names its files by their paths", async () => {
  const { photo, caption } = await readFiles(upload, { photo: `@${path}`, caption: "@home" });
  expect([(photo as File).name, [...new Uint8Array(await (photo as File).arrayBuffer())], caption]).toEqual([
    "photo.png",
    [0, 255, 10],
    "@home",
  ]);
  const several = { input: { type: "object", properties: { more: { type: "array", items: { format: "binary" } } } } };
  expect(await readFiles(several, { more: [`@${path}`] })).toEqual({ more: [expect.any(File)] });
  await expect(readFiles(upload, { photo: path })).rejects.toThrow('--input must name a file as "@PATH" in "photo"');
  await expect(readFiles(several, { more: [5] })).rejects.toThrow('--input must name a file as "@PATH" in "more"');
  await expect(readFiles(upload, { photo: `@${folder}/none` })).rejects.toThrow(
    '--input must be valid in "photo": its value must name a file that can be read (ENOENT)',
  );
});

test("text and bytes of a response go to a pipe as they are", async () => {
  for (const value of ["a,b\r\n\u001b[1m", new Uint8Array([0, 255, 10])]) {
    const { stream, bytes } = captureStream();
    await printValue(value, { io: { env: {}, stdout: stream, stderr: stream } });
    expect(bytes()).toEqual(Buffer.from(value as string));
  }
});

test("a terminal gets no bytes of a file, and text without control characters", async () => {
  const { stream, bytes } = captureStream(80);
  const io = { env: {}, stdout: stream, stderr: stream };
  await printValue(new Uint8Array([27, 91]), { io });
  await printValue("a\u001b[2J\n", { io });
  await printValue(new Uint8Array([27, 91]), { json: true, io });
  expect(bytes().toString()).toBe('2 bytes; redirect stdout to a file to keep them\na\ufffd[2J\n"G1s="\n');
});
