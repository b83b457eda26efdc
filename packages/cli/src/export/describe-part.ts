import type { ExportTarget } from "./export-format.js";

/** What an export that failed has left, with the command that continues it. */
export function describePart(
  { path, format }: ExportTarget,
  argv: readonly string[],
  platform: string = process.platform,
): string {
  const quote = platform === "win32" ? quoteForWindows : quoteForShell;
  const command = ["serviceform", ...argv.filter((argument) => argument !== "--resume").map(quote)].join(" ");
  const resumable = format === "ndjson" || format === "csv";
  return resumable
    ? `${path}.part has the records so far; to continue: ${command} --resume`
    : `${path}.part is not complete; to start again: ${command}`;
}

function quoteForShell(argument: string): string {
  return /^[\w./:=,@%+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

/** For the Command Prompt, which knows no other quotes, and PowerShell, which splits a list at its commas. */
function quoteForWindows(argument: string): string {
  return /^[\w./\\:=+-]+$/.test(argument) ? argument : `"${argument.replaceAll('"', '\\"')}"`;
}
