import fc from "fast-check";

/** The code points before the surrogates, which are no characters, and their number. */
const [BEFORE, SURROGATES] = [0xd800, 0x800];

/** As the unit "binary" of fast-check, which maps all characters when it is first used: that takes a second. */
export const codePoint: fc.Arbitrary<string> = fc.nat({ max: 0x10ffff - SURROGATES }).map(
  (index) => String.fromCodePoint(index < BEFORE ? index : index + SURROGATES),
  // So that fast-check composes names such as "__proto__" of it.
  (text) => {
    const [first = "", ...others] = String(text);
    const code = first.codePointAt(0);
    if (code === undefined || others.length > 0 || /\p{Surrogate}/u.test(first)) return Number.NaN;
    return code < BEFORE ? code : code - SURROGATES;
  },
);
