import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawPictures } from "./draw-pictures.ts";

const FOLDER = join(import.meta.dirname, "..");

/** Redraws the pictures of the last measurements: `npx -y pnpm@12 --filter @serviceform/benchmarks pictures`. */
await mkdir(join(FOLDER, "pictures"), { recursive: true });
const results = JSON.parse(await readFile(join(FOLDER, "generated/results.json"), "utf8"));
for (const [name, svg] of drawPictures(results)) await writeFile(join(FOLDER, "pictures", name), svg);
