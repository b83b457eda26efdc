import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawPictures } from "./draw-pictures.ts";

const FOLDER = join(import.meta.dirname, "..");

test("the pictures show the last measurements", async () => {
  const pictures = drawPictures(JSON.parse(await readFile(join(FOLDER, "generated/results.json"), "utf8")));
  expect([...pictures.keys()].sort()).toEqual((await readdir(join(FOLDER, "pictures"))).sort());
  for (const [name, svg] of pictures)
    expect(
      await readFile(join(FOLDER, "pictures", name), "utf8"),
      "run: npx -y pnpm@12 --filter @serviceform/benchmarks pictures",
    ).toBe(svg);
});
