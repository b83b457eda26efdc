import { type CsvOptions, createCsvRenderer, joinChunks, NDJSON } from "@serviceform/csv";
import type { Column, JsonRecord } from "@serviceform/records";
import type { ExportFormat } from "./export-format.js";

/** Remarks for the user at the end of an export. */
export interface RenderNotes {
  cut: number;
  readonly mismatches: Map<string, number>;
  readonly unknown: Set<string>;
}

export interface RenderOptions {
  readonly format: ExportFormat;
  readonly columns: readonly Column[];
  readonly flags: CsvOptions;
  readonly notes: RenderNotes;
  readonly sheet: string;
  readonly header: boolean;
}

/** Renders records as the chunks of a file. The code of a format is loaded when it is needed. */
export async function* renderFormat(
  records: AsyncIterable<JsonRecord>,
  options: RenderOptions,
): AsyncGenerator<string | Uint8Array> {
  const { format, columns, flags, notes, sheet, header } = options;
  switch (format) {
    case "ndjson":
      return yield* joinChunks(records, NDJSON.renderRow);
    case "csv": {
      const names = columns.map(({ name }) => name);
      const csv = createCsvRenderer(names, flags);
      return yield* joinChunks(records, csv.renderRow, header ? csv.header : "");
    }
    case "xlsx": {
      const { renderXlsx } = await import("./render-xlsx.js");
      const onCut = (): void => {
        notes.cut += 1;
      };
      return yield* renderXlsx(records, columns, { sheet, onCut });
    }
    case "parquet": {
      const { renderParquet } = await import("./render-parquet.js");
      const onMismatch = (name: string): void => void notes.mismatches.set(name, (notes.mismatches.get(name) ?? 0) + 1);
      return yield* renderParquet(records, columns, { onMismatch });
    }
    default:
      return format satisfies never;
  }
}
