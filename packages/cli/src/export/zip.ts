import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { joinChunks } from "@serviceform/csv";

export interface ZipEntry {
  readonly name: string;
  readonly chunks: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

const VERSION = 20;
/** Flags: the sizes follow the data, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** January 1, 1980, so that the same content gives the same file. */
const DATE = 0x21;
/** Six is the default; three takes half the time and makes files a tenth larger. */
const LEVEL = 3;

/** A zip file of deflated entries, written as they arrive. */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, chunks } of entries) {
    const header = localHeader(Buffer.from(name));
    const sums = { crc: 0, size: 0, compressed: 0 };
    yield header;
    for await (const bytes of deflate(chunks, sums)) {
      sums.compressed += bytes.length;
      yield bytes;
    }
    const entry = { name: Buffer.from(name), offset, ...sums };
    yield descriptor(entry);
    offset += header.length + sums.compressed + 16;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

async function* deflate(chunks: ZipEntry["chunks"], sums: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  const stream = createDeflateRaw({ level: LEVEL });
  const measure = async function* (): AsyncGenerator<Uint8Array> {
    for await (const text of joinChunks(chunks, String)) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  };
  const done = pipeline(measure, stream);
  // The error also ends the stream that is read below.
  done.catch(() => {});
  yield* stream;
  await done;
}

function localHeader(name: Buffer): Uint8Array {
  // The sum and the sizes follow the data.
  return Buffer.concat([pack([0x04034b50, 4]), fieldsOf({ name, crc: 0, compressed: 0, size: 0 }), name]);
}

function descriptor({ crc, compressed, size }: Written): Uint8Array {
  return pack([0x08074b50, 4], [crc, 4], [compressed, 4], [size, 4]);
}

function directoryEntry(entry: Written): Uint8Array {
  const head = pack([0x02014b50, 4], [VERSION, 2]);
  // The entry has no comment, is on the first disk, and has no attributes.
  const tail = pack([0, 2], [0, 2], [0, 2], [0, 4], [entry.offset, 4]);
  return Buffer.concat([head, fieldsOf(entry), tail, entry.name]);
}

/** What both headers of an entry have: there is no extra field. */
function fieldsOf({ name, crc, compressed, size }: Omit<Written, "offset">): Buffer {
  const head = pack([VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2]);
  return Buffer.concat([head, pack([crc, 4], [compressed, 4], [size, 4], [name.length, 2], [0, 2])]);
}

function endOfDirectory(count: number, length: number, offset: number): Uint8Array {
  return pack([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2]);
}

/** Integers, in little-endian order, each with its number of bytes. */
function pack(...integers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(integers.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of integers) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
