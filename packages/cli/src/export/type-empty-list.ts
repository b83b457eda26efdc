/** The `createdBy` of the files. */
export const CREATED_BY = "serviceform";

/**
 * Adds the element type to the empty list of row groups in a file without rows. The writer leaves it out, and readers
 * in Rust reject the file: https://github.com/apache/arrow-rs/pull/9924
 */
export function typeEmptyList(file: Uint8Array): Uint8Array {
  const at = Buffer.from(file.buffer, file.byteOffset, file.length).lastIndexOf(UNTYPED);
  return at < 0 ? file : file.with(at + 1, STRUCT);
}

/** In Thrift's compact protocol: field 4, a list without type and elements, then field 6, a text with its length. */
const UNTYPED = Buffer.concat([Buffer.of(0x19, 0, 0x28, CREATED_BY.length), Buffer.from(CREATED_BY)]);
const STRUCT = 12;
