import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const folder = new URL("..", import.meta.url);
const { ".": _, ...entries } = manifest.exports;

test.for(Object.entries(entries))(
  "%s is found without exports too, as by React Native before 0.79",
  ([name, entry]) => {
    const path = new URL(name, folder).pathname;
    expect(createRequire(import.meta.url).resolve(path)).toBe(new URL(entry.require, folder).pathname);
    const { types } = JSON.parse(readFileSync(`${path}/package.json`, "utf8")) as { types: string };
    expect(new URL(types, `file://${path}/`).pathname).toBe(new URL(entry.types.require, folder).pathname);
  },
);
