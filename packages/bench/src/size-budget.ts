import type { Bundle } from "./bundle.ts";

/** The most that a bundle of all operations may weigh, in bytes after gzip. */
export const SIZE_LIMIT_BYTES = 7_500;

/** What the main entry must not bring along: other entries and what they are made of. */
const ELSEWHERE = /^client\/(validate|check-schema|create-fetch-client|engine)\.ts$|^openapi-fetch\/|openapi\.json$/;

/** What is wrong with the bundle of the main entry, one sentence each; `known` are the bytes of its files when it was well. */
export function judgeSize(gzip: number, files: Bundle["files"], known: Readonly<Record<string, number>>): string[] {
  const problems = files
    .filter(([file]) => ELSEWHERE.test(file))
    .map(([file]) => `${file} is in the bundle of those who import @serviceform/client alone.`);
  if (gzip <= SIZE_LIMIT_BYTES) return problems;
  const grown = files
    .map(([file, bytes]) => ({ file, bytes, more: bytes - (known[file] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((left, right) => right.more - left.more)
    .map(({ file, bytes, more }) => `  ${file} grew by ${more} to ${bytes} bytes, minified`);
  const heading = `A bundle of all operations weighs ${gzip} bytes after gzip, ${gzip - SIZE_LIMIT_BYTES} too many:`;
  return [...problems, [heading, ...(grown.length > 0 ? grown : ["  no file of ours grew"])].join("\n")];
}
