import type { Schema } from "@serviceform/types/contract";
import { between, type Random, uuid } from "../seed-data/random.js";

/** The number of texts for a schema without a format. */
const TEXTS = 100;
const YEAR_MS = 31_536_000_000;

/** Texts of a format, of forms that patterns often require, and others, within the length limits of the schema. */
export function* candidateTexts(schema: Schema, random: Random): Iterable<string> {
  const { format = "", pattern, minLength = 0, maxLength } = schema;
  const ofFormat = Object.hasOwn(formats, format) ? formats[format] : undefined;
  for (let index = 0; ofFormat && index < TEXTS; index += 1) yield* ofFormat(random, minLength);
  if (pattern !== undefined) yield* codes();
  for (let index = 0; index < TEXTS; index += 1) {
    const digits = String(between(random, 1_000, 9_999));
    const text = `text-${digits}`;
    yield maxLength !== undefined && maxLength < text.length
      ? digits.slice(0, maxLength).padEnd(minLength, "0")
      : text.padEnd(minLength, "-text");
  }
}

type Texts = (random: Random, minLength: number) => readonly string[];

/** Hosts and addresses that are reserved for examples (RFC 2606, 5737 and 3849). */
const formats: Readonly<Record<string, Texts>> = {
  "date-time": (random, minLength) => {
    const text = moment(random);
    const fraction = "0".repeat(Math.max(minLength - text.length, 0));
    return [`${text.slice(0, -1)}${fraction}Z`, `${text.slice(0, 19)}Z`];
  },
  date: (random) => [moment(random).slice(0, 10)],
  time: (random) => [`${moment(random).slice(11, 19)}Z`],
  email: (random, minLength) => [`${name(random, minLength - "@example.com".length)}@example.com`, "a@b.test"],
  uuid: (random) => [uuid(random)],
  uri: (random, minLength) => [`https://example.com/${name(random, minLength - "https://example.com/".length)}`],
  url: (random, minLength) => [`https://example.com/${name(random, minLength - "https://example.com/".length)}`],
  hostname: (random) => [`host-${between(random, 1, 999)}.example.com`],
  ipv4: (random) => [`192.0.2.${between(random, 1, 254)}`],
  ipv6: (random) => [`2001:db8::${between(random, 1, 999)}`],
  byte: (random) => [String(between(random, 1_000, 9_999))],
};

function moment(random: Random): string {
  return new Date(Date.UTC(2025, 0) + Math.floor(random() * YEAR_MS)).toISOString();
}

function name(random: Random, minLength: number): string {
  return `name-${between(random, 1, 999)}`.padEnd(minLength, "x");
}

/** Letters, digits, and letters before digits, as in language codes, postal codes and order numbers. */
function* codes(): Iterable<string> {
  yield* ["en-US", "#0a1b2c", "+358401234567", "12:30", "2025-01-31", "1.0.0", "1.50", "example.com"];
  for (const letter of ["a", "A"]) for (let length = 1; length <= 64; length += 1) yield letter.repeat(length);
  for (let length = 1; length <= 64; length += 1) yield "1".repeat(length);
  for (const letter of ["a", "A"])
    for (const separator of ["", "-", "_"])
      for (let letters = 1; letters <= 4; letters += 1)
        for (let digits = 1; digits <= 8; digits += 1) yield letter.repeat(letters) + separator + "1".repeat(digits);
}
