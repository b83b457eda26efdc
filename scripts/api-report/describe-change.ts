import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { diff } from "node:util";

const CONTEXT = 3;
/** Called with the old lines first, `diff` marks them with 1 and puts them before the new ones. */
const SIGNS = { "-1": "+", "0": " ", "1": "-" };

/** The lines that differ, with some context. `next` is undefined if the file must not exist. */
export async function describeChange(file: string, next = ""): Promise<string> {
  const current = await readFile(file, "utf8").catch(() => "");
  const lines = diff(toLines(current), toLines(next)).map(([sign, line]) => `${SIGNS[sign]} ${line}`);
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((line) => !line.startsWith(" ")),
  );
  const shown = lines.flatMap((line, index) => {
    if (near[index]) return [line];
    return near[index - 1] ? ["…"] : [];
  });
  return [`api-reports/${basename(file)}`, ...shown].join("\n");
}

function toLines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
