import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/** The files of an npm tarball, without their folder `package/`: name to content. */
export function readTarball(bytes: Uint8Array): Map<string, string> {
  const tar = gunzipSync(bytes);
  const files = new Map<string, string>();
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const field = (start: number, length: number) =>
      tar.toString("utf8", at + start, at + start + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12).trim(), 8);
    // POSIX.1-1988 (ustar): a long name is split, its front part is at 345.
    const name = [field(345, 155), field(0, 100)].filter((part) => part !== "").join("/");
    const type = field(156, 1);
    if (type !== "" && type !== "0" && type !== "5") throw new Error(`${name} is neither a file nor a folder.`);
    if (type !== "5") files.set(name.replace(/^[^/]+\//, ""), tar.toString("utf8", at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
