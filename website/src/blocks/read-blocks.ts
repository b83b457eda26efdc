import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Block {
  /** The page, relative to the root. */
  readonly file: string;
  /** The line on which the code starts. */
  readonly line: number;
  /** TypeScript, or a script that Node.js runs as CommonJS. */
  readonly language: "ts" | "cjs";
  readonly code: string;
  /** The output that its comments announce: `console.log(…); // this`. */
  readonly prints: readonly string[];
}

/**
 * The code blocks in the guides and in the READMEs for users. A block with an unquoted file name belongs to a recipe,
 * which has its own test.
 */
export async function readBlocks(root: string): Promise<Block[]> {
  const files = ["README.md", ...globSync(["packages/*/README.md", "docs/**/*.md"], { cwd: root }).sort()];
  const blocks = await Promise.all(files.map(async (file) => split(file, await readFile(join(root, file), "utf8"))));
  return blocks.flat();
}

function split(file: string, text: string): Block[] {
  return [...text.matchAll(/^```(ts|cjs)(?: title="[^"]*")?\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language, 2: code = "" }) => ({
      file,
      line: text.slice(0, index).split("\n").length + 1,
      language: language as Block["language"],
      code,
      prints: [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.+)$/gm)].map(([, output = ""]) => output),
    }),
  );
}
