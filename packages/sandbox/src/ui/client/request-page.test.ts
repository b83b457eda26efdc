import { expect, test } from "vitest";
import { PAGE_LENGTH, selectPage } from "./request-page.js";
import type { RequestRow } from "./snapshot.js";

function row(id: number, changes: Partial<RequestRow> = {}): RequestRow {
  const known = { operation: "listLeads", method: "GET", path: "/leads", status: 200, durationMs: 1, startedAt: 0 };
  return { id, ...known, faults: [], writes: false, ended: true, ...changes };
}

const rows = Array.from({ length: 250 }, (_, index) => row(index + 1));
const all = { text: "", outcome: "all" } as const;

test("pages follow one another, newest first, while requests arrive", () => {
  const first = selectPage(rows, all, undefined);
  expect([first.rows[0]?.id, first.rows.length, first.older]).toEqual([250, PAGE_LENGTH, 150]);
  const second = selectPage([...rows, row(251), row(252)], all, first.older);
  expect([second.rows[0]?.id, second.rows.at(-1)?.id, second.start, second.older]).toEqual([150, 51, 102, 50]);
  expect(second.newer).toBeUndefined();
  const last = selectPage(rows, all, second.older);
  expect([last.rows.length, last.older, last.newer]).toEqual([50, undefined, 150]);
  expect(selectPage(rows, all, last.newer).newer).toBeUndefined();
});

test("the oldest page is shown when the requests of a page were dropped", () => {
  expect(selectPage(rows.slice(200), all, 10).rows).toHaveLength(50);
});

test.for([
  ["operation", { text: "SPACES", outcome: "all" }, [2]],
  ["path", { text: "/nothing", outcome: "all" }, [3]],
  ["fault", { text: "retry-after", outcome: "all" }, [4]],
  ["status", { text: "", outcome: "4" }, [3]],
  ["a missing response", { text: "", outcome: "none" }, [5]],
  ["being hit by a fault", { text: "", outcome: "fault" }, [5, 4]],
] as const)("requests are filtered by %s", ([, filter, ids]) => {
  const mixed = [
    row(1),
    row(2, { operation: "listSpaces" }),
    row(3, { operation: null, path: "/nothing", status: 404 }),
    row(4, { status: 503, faults: ["503 with Retry-After 2"] }),
    row(5, { status: null, faults: ["Connection reset"] }),
  ];
  expect(selectPage(mixed, filter, undefined).rows.map(({ id }) => id)).toEqual(ids);
});
