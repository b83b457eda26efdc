import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { startServer } from "@serviceform/sandbox/server";
import { escapeMarkup } from "@serviceform/svg";
import { runCommand } from "../records/open-records.ts";

/** Few, so that the text is readable on a phone. */
const COLUMNS = 64;
const COMMANDS = [
  "serviceform leads list --limit 4 --fields name,email,source",
  "serviceform leads export leads.xlsx --where 'language = fi'",
];

/** Renders the terminal output of these commands as SVG; the same bytes each time. */
export async function renderRecording(): Promise<string> {
  const server = await startServer({ now: "2025-06-30T12:00:00Z", messy: false, apiKey: "sf_test_key" });
  const env = { SERVICEFORM_API_KEY: "sf_test_key", SERVICEFORM_BASE_URL: server.url };
  const folder = await mkdtemp(join(tmpdir(), "recording-"));
  const steps: Step[] = [];
  for (const command of COMMANDS) steps.push({ command, lines: await record(command, { env, folder }) });
  await rm(folder, { recursive: true });
  await server.close();
  return renderSteps(steps);
}

interface Step {
  readonly command: string;
  readonly lines: readonly string[];
}

async function record(
  command: string,
  { env, folder }: { readonly env: { readonly [name: string]: string }; readonly folder: string },
): Promise<readonly string[]> {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
  const argv = words.slice(1).map((word) => (word.endsWith(".xlsx") ? join(folder, word) : word));
  const output = await runCommand(argv, env, COLUMNS);
  const shown = stripVTControlCharacters(output).replaceAll(`${folder}/`, "");
  return shown.trimEnd().split("\n");
}

const LINE_HEIGHT = 19;
const CHARACTER_WIDTH = 7.85;
const MARGIN = 20;
/** The time between the steps, for a reader. */
const STEP_SECONDS = 1.5;

function renderSteps(steps: readonly Step[]): string {
  let row = 0;
  const groups = steps.map(({ command, lines }, index) => {
    const texts = [
      `<tspan class="prompt">$</tspan> <tspan class="command">${escapeMarkup(command)}</tspan>`,
      ...lines.map(escapeMarkup),
    ].map((content) => {
      row += 1;
      return `<text x="${MARGIN}" y="${MARGIN + row * LINE_HEIGHT}">${content}</text>`;
    });
    row += 1;
    return `<g style="animation-delay:${index * STEP_SECONDS}s">\n${texts.join("\n")}\n</g>`;
  });
  const width = Math.ceil(COLUMNS * CHARACTER_WIDTH + 2 * MARGIN);
  const height = MARGIN * 2 + row * LINE_HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">A terminal: ${escapeMarkup(steps.map(({ command }) => command).join("; "))}</title>
<style>${STYLE}</style>
<rect width="${width}" height="${height}" rx="8"/>
${groups.join("\n")}
</svg>
`;
}

const STYLE = `
rect { fill: #f6f8fa; stroke: #d1d9e0; }
text { fill: #1f2328; font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; }
.prompt { fill: #1a7f37; }
.command { font-weight: 600; }
g { animation: appear 0.2s both; }
@keyframes appear { from { opacity: 0; } }
@media (prefers-color-scheme: dark) {
  rect { fill: #0d1117; stroke: #3d444d; }
  text { fill: #f0f6fc; }
  .prompt { fill: #3fb950; }
}
@media (prefers-reduced-motion: reduce) { g { animation: none; } }
`;
