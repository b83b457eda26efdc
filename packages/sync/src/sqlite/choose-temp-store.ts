import { accessSync, constants } from "node:fs";

/**
 * Where SQLite keeps temporary tables: in files, so that memory stays flat, unless it can write to no folder, as in a
 * container whose root is read-only. Its own error there would be "disk I/O error", after a thousand records.
 */
export function chooseTempStore(folders: readonly string[] = temporaryFolders()): "file" | "memory" {
  return folders.some(isWritable) ? "file" : "memory";
}

/** The folders that SQLite tries; https://sqlite.org/tempfiles.html#temporary_file_storage_locations */
function temporaryFolders(): readonly string[] {
  const { SQLITE_TMPDIR, TMPDIR } = process.env;
  return [SQLITE_TMPDIR, TMPDIR, "/var/tmp", "/usr/tmp", "/tmp", "."].filter((folder) => folder !== undefined);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
