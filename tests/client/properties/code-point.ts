import fc from "fast-check";

/** Any character of Unicode. The unit "binary" of fast-check takes a second to make. */
export const codePoint = fc
  .integer({ min: 0, max: 0x10_ffff })
  .map((code) => String.fromCodePoint(code).toWellFormed());
