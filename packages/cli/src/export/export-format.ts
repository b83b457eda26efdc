import { UsageError } from "../errors/usage-error.js";

export const FORMATS = ["ndjson", "csv", "xlsx", "parquet"] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** The destination of an export, and its format. */
export interface ExportTarget {
  /** Undefined means stdout. */
  readonly path?: string;
  readonly format: ExportFormat;
  readonly gzip: boolean;
}

/** The format follows from the file extension; `--format` sets it for `-`. */
export function parseTarget(file: string, format: ExportFormat | undefined): ExportTarget {
  if (file === "-") {
    if (format === undefined) throw new UsageError("--format is required, since - has no file extension");
    return { format, gzip: false };
  }
  if (format !== undefined)
    throw new UsageError("--format must not be combined with a file; its extension sets the format");
  const [, ending = "", gzip] = /\.([^./\\]+?)(\.gz)?$/i.exec(file) ?? [];
  const known = FORMATS.find((name) => name === ending.toLowerCase());
  if (!known)
    throw new UsageError(`FILE must end in ${FORMATS.map((name) => `.${name}`).join(", ")}, or in one of them and .gz`);
  return { path: file, format: known, gzip: gzip !== undefined };
}
