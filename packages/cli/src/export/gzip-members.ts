import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

/** The size of a member. Smaller members compress less; the end of the process loses at most one member. */
const MEMBER_BYTES = 1_048_576;
/** Sizes of RFC 1952: a header, then one extra field with the length of the member, as in pgzip. */
const PLAIN_HEADER_BYTES = 10;
const HEADER_BYTES = 20;
const LENGTH_AT = 16;
const FLAG_EXTRA = 4;

/**
 * Compresses chunks into members, each of whole chunks, that can be found without decompression. If the chunks break
 * off, those before are in a last member.
 */
export async function* gzipMembers(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let hasMembers = false;
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      parts.push(bytes);
      length += bytes.length;
      if (length < MEMBER_BYTES) continue;
      yield await toMember(parts);
      hasMembers = true;
      parts = [];
      length = 0;
    }
  } catch (error) {
    if (length > 0) yield await toMember(parts);
    throw error;
  }
  // A file without a member is not gzip.
  if (length > 0 || !hasMembers) yield await toMember(parts);
}

async function toMember(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const compressed = await promisify(gzip)(Buffer.concat(parts));
  const body = compressed.subarray(PLAIN_HEADER_BYTES);
  const header = Buffer.alloc(HEADER_BYTES);
  compressed.copy(header, 0, 0, PLAIN_HEADER_BYTES);
  header[3] = FLAG_EXTRA;
  header.writeUInt16LE(8, 10);
  header.write("SZ", 12);
  header.writeUInt16LE(4, 14);
  header.writeUInt32LE(HEADER_BYTES + body.length, LENGTH_AT);
  return Buffer.concat([header, body]);
}

/** The content of each complete member, and its end offset in the file. An incomplete member ends the iteration. */
export async function* readMembers(path: string): AsyncGenerator<{ readonly bytes: Buffer; readonly endsAt: number }> {
  const file = await open(path);
  try {
    let start = 0;
    for (let member = await readMember(file, start); member; member = await readMember(file, start)) {
      start += member.length;
      yield { bytes: await promisify(gunzip)(member), endsAt: start };
    }
  } finally {
    await file.close();
  }
}

async function readMember(file: FileHandle, start: number): Promise<Buffer | undefined> {
  const header = await readBytes(file, start, HEADER_BYTES);
  if (header?.toString("latin1", 12, 14) !== "SZ") return undefined;
  return readBytes(file, start, header.readUInt32LE(LENGTH_AT));
}

async function readBytes(file: FileHandle, start: number, length: number): Promise<Buffer | undefined> {
  const { size } = await file.stat();
  if (start + length > size) return undefined;
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer;
}
