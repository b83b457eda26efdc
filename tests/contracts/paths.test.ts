import { expect, test } from "vitest";
import { equallyLiteral, literalWith, oddPathNames, overlapping } from "./cases/paths.ts";
import { connect, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

test.for(["first", "last"] as const)(
  "a path that several templates match is of the one with more literal text, %s or not",
  async (order) => {
    const loaded = await loadContract(overlapping(order));
    const { client, paths, sandbox, sent, handled } = connect(loaded, { id: "1" });
    const templates = Object.fromEntries(Object.entries(loaded.operationTable).map(([id, { path }]) => [id, path]));
    for (const [operation, method, url, input] of [
      ["getRow", "GET", "/rows/7", { rowId: "7" }],
      ["getRow", "GET", "/rows/a%2Fb", { rowId: "a/b" }],
      ["deleteRow", "DELETE", "/rows/7", { rowId: "7" }],
      ["getRecent", "GET", "/rows/recent?since=x", { since: "x" }],
      ["getRowFile", "GET", "/rows/7.json", { rowId: "7" }],
      ["createArchive", "POST", "/rows/7:archive", { rowId: "7" }],
      ["getNumbered", "GET", "/rows/row-7", { rowId: "7" }],
      ["getParts", "GET", "/rows/7/parts", { rowId: "7" }],
      ["getPart", "GET", "/rows/all/7", { rowId: "7" }],
      ["getAllParts", "GET", "/rows/all/parts", {}],
    ] as const) {
      const { since, ...path } = input as { since?: string };
      await client[operation]?.(input);
      await paths[method]?.(templates[operation] ?? "", { params: { path, query: { since } } });
      await send({ sandbox }, url, { method });
      expect(sent.splice(0).map((request) => `${request.method} ${request.url}`)).toEqual(
        Array(2).fill(`${method} https://api.test${url}`),
      );
      expect(handled.splice(0)).toEqual(Array(3).fill({ operation, input }));
      expect(loaded.matchOperation(method, url.replace(/\?.*/, ""))).toMatchObject({ operation, path });
    }
  },
);

test("a path value that results in the path of another operation is rejected before a request is sent", async () => {
  const loaded = await loadContract(overlapping("last"));
  const { client, paths, sent } = connect(loaded, { id: "1" });
  for (const [operation, method, template, rowId] of [
    ["getRow", "GET", "/rows/{rowId}", "recent"],
    ["deleteRow", "DELETE", "/rows/{rowId}", "recent"],
    ["getRow", "GET", "/rows/{rowId}", "7.json"],
    ["getRow", "GET", "/rows/{rowId}", "7:archive"],
    ["getRow", "GET", "/rows/{rowId}", "row-7"],
    ["getParts", "GET", "/rows/{rowId}/parts", "all"],
    ["getPart", "GET", "/rows/all/{rowId}", "parts"],
  ] as const) {
    const rejected = { name: "ConfigurationError", message: expect.stringContaining("rowId") };
    await expect(client[operation]?.({ rowId }), `${template} ${rowId}`).rejects.toMatchObject(rejected);
    await expect(
      paths[method]?.(template, { params: { path: { rowId } } }),
      `${template} ${rowId}`,
    ).rejects.toMatchObject(rejected);
  }
  expect(sent).toEqual([]);
});

test.for(["$", "&", "+", ",", ":", ";", "=", "@"])("a value with %s cannot make a literal path", async (sign) => {
  const { client, sent } = connect(await loadContract(literalWith(sign)), { id: "1" });
  const error = {
    code: "unsafe_path_value",
    param: "rowId",
    message: expect.stringContaining("rowId must not make the path of another operation"),
  };
  await expect(client.getRow?.({ rowId: `a${sign}b` })).rejects.toMatchObject(error);
  await client.getRow?.({ rowId: `a${sign}` });
  expect(sent.map(({ url }) => url)).toEqual([`https://api.test/rows/a${encodeURIComponent(sign)}`]);
});

test.for([
  ["first", "getRowAfter", "7-row"],
  ["last", "getRowBefore", "row-7"],
] as const)("of two equally literal paths the %s one has what both could be", async ([order, operation, rowId]) => {
  const { client, paths, sent, handled } = connect(await loadContract(equallyLiteral(order)), { id: "1" });
  await client[operation]?.({ rowId });
  expect(sent.splice(0)).toMatchObject([{ url: "https://api.test/rows/row-7-row" }]);
  expect(handled).toEqual([{ operation, input: { rowId } }]);
  const [other, template, value] =
    operation === "getRowAfter"
      ? ["getRowBefore", "/rows/{rowId}-row", "row-7"]
      : ["getRowAfter", "/rows/row-{rowId}", "7-row"];
  const rejected = { name: "ConfigurationError", message: expect.stringContaining("rowId") };
  await expect(client[other]?.({ rowId: value })).rejects.toMatchObject(rejected);
  await expect(paths.GET?.(template, { params: { path: { rowId: value } } })).rejects.toMatchObject(rejected);
  expect(sent).toEqual([]);
});

test("parameters of a path can have any name", async () => {
  const { client, paths, sent, handled } = connect(await loadContract(oddPathNames), { id: "1" });
  for (const [operation, template, url, input] of [
    ["getOne", "/a/{row-id}/{constructor}", "/a/x/1.5", { "row-id": "x", constructor: 1.5 }],
    [
      "getTwo",
      "/b/{größe}/{a.b}/{x y}/{$filter}",
      "/b/1/%7B2%7D/3%204/%245",
      { größe: "1", "a.b": "{2}", "x y": "3 4", $filter: "$5" },
    ],
  ] as const) {
    await client[operation]?.(input);
    await paths.GET?.(template, { params: { path: input } });
    expect(sent.splice(0).map(({ url }) => url.replaceAll(/%7[bd]/g, (code) => code.toUpperCase()))).toEqual(
      Array(2).fill(`https://api.test${url}`),
    );
    expect(handled.splice(0)).toEqual(Array(2).fill({ operation, input }));
  }
});
