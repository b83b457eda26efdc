import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** An edit of a file in a copy of the spec; throws where there is nothing to edit any more. */
export function edit(file: string, from: string | RegExp, to: string) {
  return async (folder: string) => {
    const before = await readFile(join(folder, file), "utf8");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} no longer holds ${from}`);
    await writeFile(join(folder, file), after);
  };
}
