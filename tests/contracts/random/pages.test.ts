import fc from "fast-check";
import { expect, test } from "vitest";
import { pagedLists } from "../cases/pages.ts";
import type { Json } from "../document.ts";
import { loadContract } from "../load-contract.ts";
import { collect, createPageServer, type Reply } from "../page-server.ts";

const numRuns = Number(process.env.CONTRACT_RUNS ?? 12);
const seed = Number(process.env.CONTRACT_SEED ?? 1);
const loaded = await loadContract(pagedLists);

/** Sizes of pages, some of them empty, and texts for cursors. */
const anyList = fc.record({
  sizes: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
  texts: fc.uniqueArray(fc.string({ minLength: 1, unit: "grapheme" }), { minLength: 12, maxLength: 12 }),
  stopAfter: fc.nat(20),
});

/** The response of each pagination style to the request of a page, by its index, and the caller's input. */
const styles = {
  listRows: {
    input: {},
    marks: (texts: readonly string[]) => texts,
    find: (url: URL, marks: readonly string[]) => indexAfter(url.searchParams.get("cursor"), marks),
    reply: (rows: readonly Json[], mark: string | undefined): Reply => ({
      body: { data: rows, next_cursor: mark ?? null },
    }),
  },
  listLinked: {
    input: { groupId: "a/b c" },
    marks: (texts: readonly string[]) => texts.map((_, index) => String(index + 2)),
    find: (url: URL, marks: readonly string[]) => indexAfter(url.searchParams.get("page"), marks),
    reply: (rows: readonly Json[], mark: string | undefined): Reply => ({
      body: rows,
      headers: mark === undefined ? {} : { link: `<?page=${mark}>; rel="next"` },
    }),
  },
  listNested: {
    input: {},
    marks: (texts: readonly string[]) => texts,
    find: (url: URL, marks: readonly string[]) => indexAfter(url.searchParams.get("from"), marks),
    reply: (rows: readonly Json[], mark: string | undefined): Reply => ({
      body: {
        items: rows.map(({ id }) => id),
        ...(mark !== undefined && { links: { next: `/nested?from=${encodeURIComponent(mark)}` } }),
      },
    }),
  },
} as const;

test.for(Object.keys(styles) as (keyof typeof styles)[])(
  "%s reads any pages as a plain loop does, and resumes where it stopped",
  { timeout: 60_000 + numRuns * 1_000 },
  async (id) => {
    const { input, find, reply, marks: marksOf } = styles[id];
    const property = fc.asyncProperty(anyList, async ({ sizes, texts, stopAfter }) => {
      const marks = marksOf(texts).slice(0, sizes.length - 1);
      const pages = sizes.map((size, page) => Array.from({ length: size }, (_, index) => ({ id: `${page}-${index}` })));
      const { client, sent } = createPageServer(loaded, (_, url) => {
        const index = find(new URL(url), marks);
        return reply(pages[index] ?? [], marks[index]);
      });
      const expected = pages.flat().map((row) => (id === "listNested" ? row.id : row));

      expect(await collect(client.stream[id]?.(input))).toEqual(expected);
      expect(sent).toHaveLength(pages.length);

      const read: unknown[] = [];
      let next: unknown = input;
      for await (const page of client.stream[id]?.(input).pages() ?? []) {
        read.push(...page.items);
        next = page.next;
        if (read.length > stopAfter) break;
      }
      if (next !== undefined) read.push(...(await collect(client.stream[id]?.(JSON.parse(JSON.stringify(next))))));
      expect(read).toEqual(expected);
    });
    await fc.assert(property, { numRuns, seed });
  },
);

function indexAfter(mark: string | null, marks: readonly string[]): number {
  return mark === null ? 0 : marks.indexOf(mark) + 1;
}
