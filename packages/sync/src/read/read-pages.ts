import type { Page } from "../target/target.js";

/** The number of rows in a page. */
const PAGE_SIZE = 500;

/** Reads rows page by page, in the order of their keys. */
export async function* readPages<Row extends { readonly id: string }>(
  read: (page: Page) => Promise<readonly Row[]>,
): AsyncGenerator<Row, void, undefined> {
  for (let after: string | undefined; ; ) {
    const rows = await read({ after, limit: PAGE_SIZE });
    yield* rows;
    if (rows.length < PAGE_SIZE) return;
    after = rows.at(-1)?.id;
  }
}
