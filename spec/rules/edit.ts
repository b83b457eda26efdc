import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A change of one file in a copy of the spec. */
export interface Edit {
  readonly file: string;
  apply(folder: string): Promise<void>;
}

/** Throws where there is nothing to edit any more. */
export function edit(file: string, from: string | RegExp, to: string): Edit {
  return {
    file,
    async apply(folder) {
      const before = await readFile(join(folder, file), "utf8");
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} no longer holds ${from}`);
      await writeFile(join(folder, file), after);
    },
  };
}
