import fc from "fast-check";

/** A character or a lone surrogate. The unit "binary" of fast-check maps all characters first, which takes a second. */
export const codePoint: fc.Arbitrary<string> = fc.integer({ min: 0, max: 0x10ffff }).map(
  (code) => String.fromCodePoint(code),
  // So that fast-check composes names such as "__proto__" of it.
  (text) => {
    const [first, ...others] = String(text);
    return others.length === 0 ? (first?.codePointAt(0) ?? Number.NaN) : Number.NaN;
  },
);
