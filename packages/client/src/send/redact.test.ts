import fc from "fast-check";
import { expect, test } from "vitest";
import { createRedact } from "./redact.js";

test("redact removes the key and query values in every spelling at every length", () => {
  const secret = fc.string({ minLength: 8, maxLength: 60 });
  const text = fc.string({ maxLength: 300 });
  const write = fc.constantFrom(
    (value: string) => value,
    (value: string) => JSON.stringify(value).slice(1, -1),
    encodeURIComponent,
  );
  fc.assert(
    fc.property(
      secret,
      secret,
      text,
      text,
      write,
      fc.integer({ min: 1, max: 400 }),
      (key, value, head, tail, as, max) => {
        const redact = createRedact(key, `https://api.example/a?v=${encodeURIComponent(value)}`);
        const redacted = redact(`${head}${as(key)} ${as(value)}${tail}`, max);
        expect(redacted.length).toBeLessThanOrEqual(max);
        const rest = redacted.replaceAll("***", "");
        // A secret can remain by chance when the text around it contains it too.
        if (!`${head}${tail}`.includes(key)) expect(rest).not.toContain(as(key));
      },
    ),
    { seed: 1 },
  );
});

test("redact only truncates a text without secrets", () => {
  const redact = createRedact("", "https://api.example/a");
  expect(redact("any text", 100)).toBe("any text");
  expect(redact("any text", 3)).toBe("any");
});

test("redact finds short query values in URLs only", () => {
  const redact = createRedact("key-1", "https://api.example/a?limit=5");
  expect(redact("GET https://api.example/a?limit=5 failed at file.js:5:10", 100)).toBe(
    "GET https://api.example/a?limit=*** failed at file.js:5:10",
  );
});

test("redact removes a whole value that begins with another one", () => {
  const redact = createRedact("2024", "https://api.example/a?from=2024-01-01&to=2024-01-01T10:30");
  expect(redact("between 2024-01-01 and 2024-01-01T10:30 of 2024", 100)).toBe("between *** and *** of ***");
});

test.for(["f(x)", "z*", "a!", "o'clock", "~", "a[b]", "ü"])("redact finds the values of %s in a URL", (name) => {
  const url = new URL("https://api.example/a");
  url.searchParams.set(name, "it's");
  const redact = createRedact("", `https://api.example/a?${encodeURIComponent(name)}=ab`);
  for (const text of [`https://api.example/a?${name}=ab`, url.href]) {
    expect(redact(`${text} failed`, 100)).toMatch(/\?[^=]+=\*{3} failed$/);
  }
});

test("redact leaves no part of a secret where it truncates a text, however often and long the secrets are", () => {
  const key = "k7f2-q9w4-zz81";
  const value = "abcdefgh".repeat(40);
  const redact = createRedact(key, `https://api.example/a?v=${value}`);
  for (const secrets of [`${key} `, `${value} `, `${key}${value}`, ` ${value}${key} ${key}`]) {
    for (const maxLength of [10, 100, 400]) {
      for (let position = 0; position < 40; position++)
        expect(redact(`${" ".repeat(position)}${secrets.repeat(100)}`, maxLength)).toMatch(/^[* ]*$/);
    }
  }
});

test("redact keeps the text between secrets up to the length", () => {
  const redact = createRedact("key-1", "https://api.example/a?v=abc&w=de");
  expect(redact("key-1, abc and de ".repeat(1_000), 40)).toBe("***, *** and de ***, *** and de ***, ***");
  expect(redact("x".repeat(1_000), 40)).toBe("x".repeat(40));
});
