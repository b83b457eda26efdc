import { writeFile } from "node:fs/promises";
import { renderRecording } from "./render-recording.ts";

/** Updates the picture of the README: `npx -y pnpm@12 --filter @serviceform/tests-cli recording`. */
await writeFile(new URL("terminal.svg", import.meta.url), await renderRecording());
