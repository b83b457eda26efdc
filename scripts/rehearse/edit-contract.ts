import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ReleaseContext, runInTree } from "./release.ts";

const FILE = "spec/components/schemas/Item.yaml";
const FIELD = `  nickname:
    type: string
    description: What the item is called by those who know it.
    example: Harbour
`;

/** Adds an optional field to an item, in YAML, and generates. */
export async function addField(context: ReleaseContext): Promise<void> {
  await edit(context, (before) => before.replace("\nproperties:\n", `$&${FIELD}`));
}

export async function removeField(context: ReleaseContext): Promise<void> {
  await edit(context, (before) => before.replace(FIELD, ""));
}

async function edit(context: ReleaseContext, change: (before: string) => string): Promise<void> {
  const file = join(context.tree, FILE);
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${FILE} lacks the text that the rehearsal replaces.`);
  await writeFile(file, after);
  await runInTree(context, "scripts/generate/main.ts");
}
