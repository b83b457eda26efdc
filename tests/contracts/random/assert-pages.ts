import { expect } from "vitest";
import type { LoadedContract } from "../load-contract.ts";
import { collect, createPageServer, type Reply } from "../page-server.ts";
import type { PagedOperation, Pages } from "./any-pages.ts";

type PagedList = PagedOperation & Pages;

/** Asserts that a stream requests each page once and yields their elements, also when it resumes where it stopped. */
export async function assertPages(loaded: LoadedContract, list: PagedList): Promise<void> {
  const requested: string[] = [];
  const { client } = createPageServer({ ...loaded, createClient: withToken(loaded) }, (_, url) => {
    const query = readQuery(list, url);
    requested.push(query);
    return respond(list, query);
  });
  const input = { groupId: "a/b c" };
  expect(await collect(client.stream.listPaged?.(input))).toEqual(list.pages.flat());
  expect(requested).toEqual(queries(list).map(({ query }) => query));

  const read: unknown[] = [];
  let next: unknown = input;
  for await (const page of client.stream.listPaged?.(input).pages() ?? []) {
    read.push(...page.items);
    next = page.next;
    if (read.length > list.stopAfter) break;
  }
  if (next !== undefined) read.push(...(await collect(client.stream.listPaged?.(JSON.parse(JSON.stringify(next))))));
  expect(read).toEqual(list.pages.flat());
}

function withToken({ createClient }: LoadedContract): LoadedContract["createClient"] {
  return ({ apiKey: _, ...options } = {}) => createClient({ ...options, token: "t" } as never);
}

/** The query of each page; with an offset, one more request gets an empty page, and no page before is empty. */
function queries({ style, parameter, pages, marks }: PagedList): { query: string; page: readonly string[] }[] {
  const given = style === "offset" ? [...pages.filter((page) => page.length > 0), []] : pages;
  return given.map((page, index) => {
    const mark = style === "offset" ? given.slice(0, index).flat().length : marks[index];
    return { query: index === 0 ? "" : `${parameter}=${mark}`, page };
  });
}

/** Name and value of the one parameter, decoded; none at the start. */
function readQuery({ style }: PagedList, url: string): string {
  const [pair] = [...new URL(url).searchParams];
  return pair === undefined || (style === "offset" && pair[1] === "0") ? "" : pair.join("=");
}

function respond({ items, next, ...list }: PagedList, requested: string): Reply {
  const all = queries({ items, next, ...list });
  const index = all.findIndex(({ query }) => query === requested);
  const { page } = all[index] ?? { page: ["an unknown page"] };
  const body = items.length === 0 ? page : setAt({}, items, page);
  const mark = index + 1 < all.length ? list.marks[index + 1] : undefined;
  const link = mark && `?${encodeURIComponent(list.parameter)}=${encodeURIComponent(mark)}`;
  if (next.length > 0) return { body: setAt(body, next, (list.style === "link" ? link : mark) ?? null) };
  return { body, headers: list.style === "link" && link ? { link: `<${link}>; rel="next"` } : {} };
}

function setAt(owner: object, [key = "", ...others]: readonly string[], value: unknown): object {
  const inner = others.length === 0 ? value : setAt(Object(Reflect.get(owner, key)), others, value);
  return { ...owner, [key]: inner };
}
