import { expect } from "vitest";
import type { LoadedContract } from "../load-contract.ts";
import { collect, createPageServer, type Reply } from "../page-server.ts";
import type { PagedList } from "./any-pages.ts";

/** Asserts that a stream yields the elements of the pages and requests each page once. */
export async function assertPages(loaded: LoadedContract, list: PagedList): Promise<void> {
  const requested: string[] = [];
  const { client } = createPageServer({ ...loaded, createClient: withToken(loaded) }, (_, url) => {
    const query = readQuery(url);
    requested.push(query);
    return respond(list, query);
  });
  expect(await collect(client.stream.listPaged?.({}))).toEqual(list.pages.flat());
  expect(requested).toEqual(queries(list).map(({ query }) => query));
}

function withToken({ createClient }: LoadedContract): LoadedContract["createClient"] {
  return ({ apiKey: _, ...options } = {}) => createClient({ ...options, token: "t" } as never);
}

/** The query of each page; with an offset, one more request gets an empty page. */
function queries({ style, parameter, pages, marks }: PagedList): { query: string; page: readonly string[] }[] {
  const given = style === "offset" ? [...pages, []] : pages;
  return given.map((page, index) => {
    const mark = style === "offset" ? String(pages.slice(0, index).flat().length) : marks[index];
    return { query: index === 0 ? "" : `${parameter}=${mark}`, page };
  });
}

/** Name and value of the one parameter, decoded. */
function readQuery(url: string): string {
  const [pair] = [...new URL(url).searchParams];
  return pair === undefined || pair[1] === "0" ? "" : pair.join("=");
}

function respond(list: PagedList, requested: string): Reply {
  const all = queries(list);
  const index = all.findIndex(({ query }) => query === requested);
  const { page } = all[index] ?? { page: ["an unknown page"] };
  const mark = index + 1 < all.length ? list.marks[index + 1] : undefined;
  if (list.style === "cursor") return { body: setAt(setAt({}, list.items, page), list.next, mark ?? null) };
  const link = `<?${encodeURIComponent(list.parameter)}=${encodeURIComponent(mark ?? "")}>; rel="next"`;
  const headers = list.style === "link" && mark !== undefined ? { link } : {};
  return { body: list.items.length === 0 ? page : setAt({}, list.items, page), headers };
}

function setAt(owner: object, [key = "", ...others]: readonly string[], value: unknown): object {
  const inner = others.length === 0 ? value : setAt(Object(Reflect.get(owner, key)), others, value);
  return { ...owner, [key]: inner };
}
