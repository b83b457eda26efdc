import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { renderRecording } from "./render-recording.ts";

test("the picture of the README shows the output of the commands", async () => {
  const picture = await readFile(new URL("terminal.svg", import.meta.url), "utf8");
  expect(picture, "run: npx -y pnpm@12 --filter @serviceform/tests-cli recording").toBe(await renderRecording());
});
