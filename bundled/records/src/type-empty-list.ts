/** The `createdBy` of Parquet files. */
export const CREATED_BY = "serviceform";

/**
 * Adds the element type to the empty list of row groups in a Parquet file without rows. The writer leaves it out, and
 * readers in Rust reject the file: https://github.com/apache/arrow-rs/pull/9924
 */
export function typeEmptyList(file: Uint8Array): Uint8Array {
  // One character for each byte.
  const at = new TextDecoder("latin1").decode(file).lastIndexOf(UNTYPED);
  return at < 0 ? file : file.with(at + 1, STRUCT);
}

/** In Thrift's compact protocol: field 4, a list without type and elements, then field 6, a text with its length. */
const UNTYPED = `\u0019\0(${String.fromCharCode(CREATED_BY.length)}${CREATED_BY}`;
const STRUCT = 12;
