import { readFile } from "node:fs/promises";

/** The first two bytes of a file that `>` of Windows PowerShell 5.1 has written. */
const UTF_16_MARK = Buffer.from([0xff, 0xfe]);

/** Reads a text file in UTF-8, or in UTF-16 with a byte order mark. The text has no mark. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  const encoding = bytes.subarray(0, 2).equals(UTF_16_MARK) ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
