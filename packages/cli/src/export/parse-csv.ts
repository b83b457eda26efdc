/** A record of a CSV file; `endsAt` is the byte after its line break. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly endsAt: number;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** The whole records of a CSV file with LF or CR LF; what follows the last line break is left out, unless `last` is set. */
export async function* parseCsv(
  chunks: AsyncIterable<Uint8Array>,
  separator: string,
  { last = false }: { readonly last?: boolean } = {},
): AsyncGenerator<CsvRecord> {
  const delimiter = separator.charCodeAt(0);
  let bytes: number[] = [];
  let cells: string[] = [];
  let offset = 0;
  let quoted = false;
  const endCell = (): void => {
    cells.push(decodeCell(Buffer.from(bytes), cells.length === 0));
    bytes = [];
  };
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      offset += 1;
      if (byte === QUOTE) quoted = !quoted;
      if (!quoted && byte === delimiter) endCell();
      else if (!quoted && byte === LF) {
        if (bytes.at(-1) === CR) bytes.pop();
        endCell();
        yield { cells, endsAt: offset };
        cells = [];
      } else bytes.push(byte);
    }
  }
  if (!last || (bytes.length === 0 && cells.length === 0)) return;
  endCell();
  yield { cells, endsAt: offset };
}

function decodeCell(bytes: Buffer, first: boolean): string {
  const text = bytes.toString("utf8");
  const cell = first ? text.replace(/^\ufeff/, "") : text;
  return cell.startsWith('"') ? cell.replace(/"$/, "").slice(1).replaceAll('""', '"') : cell;
}
