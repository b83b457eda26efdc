import { pick, type Random } from "../random.js";
import type { Trait } from "./trait.js";

/** A trait of a single text. */
export interface TextTrait {
  readonly name: string;
  readonly catches: string;
  textOf(random: Random): string;
}

/** Texts that break programs which expect plain ASCII, the length of a cell, or a single line. */
export const textTraits: readonly TextTrait[] = [
  {
    name: "accents",
    catches: "bytes taken for Latin-1, and sorting by code unit",
    textOf: (random) => pick(random, ["Jörg Peña-Mäkinen", "Begoña Mäkelä", "Zoë Ñuñez Ståhläng", "Łucja Żółć-Jäñez"]),
  },
  {
    name: "emoji",
    catches: "columns of three bytes a character, and texts cut in the middle of one",
    textOf: (random) => pick(random, ["Sam 👋🏽", "Robin 👩‍👩‍👧‍👦", "Kim 🇫🇮", "Max 🦷✨"]),
  },
  {
    name: "right to left",
    catches: "layouts and logs that mix directions",
    textOf: (random) => pick(random, ["מרים לוי", "ليلى حداد", "نور \u200fالهدى"]),
  },
  {
    name: "CJK",
    catches: "fonts, column widths and splitting names at a space",
    textOf: (random) => pick(random, ["山田太郎", "王小明", "김민준"]),
  },
  {
    name: "quotes and separators",
    catches: "CSV, SQL and HTML put together by hand",
    textOf: (random) => pick(random, [`Anna "Annie" O'Neil, Ltd; <b>&amp;</b>`, `Smith\\Jones, "The"; 'Firm'`]),
  },
  {
    name: "tabs and line breaks",
    catches: "files read line by line, and forged lines in logs",
    textOf: (random) => pick(random, ["Jane\tDoe\r\nSales", "Doe,\nJane\r\n\r\nPS: call\tme"]),
  },
  {
    name: "long name",
    catches: "columns of 255 characters, and layouts",
    textOf: (random) => pick(random, ["Wilhelmina ", "Konstantinos "]).repeat(30).slice(0, 299).padEnd(300, "x"),
  },
];

/** The trait in a field of a record. */
export function inField<Element>(
  { name, catches, textOf }: TextTrait,
  set: (element: Element, text: string) => Element,
): Trait<Element> {
  return { name, catches, apply: (element, { random }) => set(element, textOf(random)) };
}

/** Texts that a spreadsheet reads as formulas, one for each character that begins a formula. */
const formulas = ['=HYPERLINK("https://example.com","click")', "+1-202-555-0147", "-2+3", "@SUM(A1:A9)"] as const;

export const formula: TextTrait = {
  name: "formula",
  catches: "cells that a spreadsheet runs",
  textOf: (random) => pick(random, formulas),
};

/** The trait of a person, whose name and phone number are formulas. */
export function personalFormulas<Element>(): Trait<Element> {
  const [name, phone, first_name, last_name] = formulas;
  return { ...formula, apply: (element) => ({ ...element, name, phone, first_name, last_name }) };
}

const NUL_TEXT = "before\u0000after";
const LONE_SURROGATE_TEXT = "cut \ud83d here";
/** Longer than a cell of a spreadsheet can be. */
const LONG_MESSAGE = "I would like to know more about this. ".repeat(1_053).slice(0, 40_000);

export const longMessage: TextTrait = {
  name: "long message",
  catches: "cells of 32 767 characters, and lines that are too long for a log",
  textOf: () => LONG_MESSAGE,
};

export const nul: TextTrait = {
  name: "U+0000",
  catches: "PostgreSQL, which stores no such text, and libraries that end a text there",
  textOf: () => NUL_TEXT,
};

export const loneSurrogate: TextTrait = {
  name: "lone surrogate",
  catches: "encoders of UTF-8 that throw, and hashes that differ after a round trip",
  textOf: () => LONE_SURROGATE_TEXT,
};

/** Both in the single text of a record. */
export const nulAndLoneSurrogate: TextTrait = {
  name: "U+0000 and a lone surrogate",
  catches: "PostgreSQL, which stores no such text, and encoders of UTF-8 that throw",
  textOf: () => `${NUL_TEXT}, ${LONE_SURROGATE_TEXT}`,
};
