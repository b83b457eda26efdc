import { expect, test } from "vitest";
import { oddQueries, queryNames, unionQueries } from "./cases/queries.ts";
import { connect } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const loaded = await loadContract(oddQueries);

test.for(queryNames)("the query parameter %s arrives with its name and its value", async (name) => {
  const { client, paths, sent, handled, sandbox } = connect(loaded);
  const value = `${name}&=#?`;
  await client.listRows?.({ [name]: value });
  await paths.GET?.("/rows", { params: { query: { [name]: value } } });
  expect(sent.map(({ url }) => [...new URL(url).searchParams])).toEqual(Array(2).fill([[name, value]]));
  expect(handled).toEqual(Array(2).fill({ operation: "listRows", input: { [name]: value } }));
  expect(new URL(sandbox.requests[0]?.url ?? "").hash).toBe("");
  expect(loaded.validators.listRows?.input.validate({ [name]: value })).toEqual([]);
  expect(loaded.validators.listRows?.input.validate({ [name]: 1 })).toHaveLength(1);
});

test.for(queryNames)("the query parameter %s arrives beside one with a style", async (name) => {
  const { client, paths, handled } = connect(loaded);
  const query = { [name]: `${name}&=#?`, sort: ["a", "b"] };
  await client.listStyled?.(query);
  await paths.GET?.("/styled", { params: { query } });
  expect(handled).toEqual(Array(2).fill({ operation: "listStyled", input: query }));
});

test.for(queryNames)("the query parameter %s can be repeated", async (name) => {
  const { client, paths, sent, handled } = connect(loaded);
  await client.listMany?.({ [name]: ["a", name] });
  await paths.GET?.("/many", { params: { query: { [name]: ["a", name] } } });
  expect(sent.map(({ url }) => new URL(url).searchParams.getAll(name))).toEqual(Array(2).fill(["a", name]));
  expect(handled).toEqual(Array(2).fill({ operation: "listMany", input: { [name]: ["a", name] } }));
});

const unions = await loadContract(unionQueries);

test.for([
  [{ fields: "a,b" }, "fields=a%2Cb"],
  [{ fields: ["a,b", "c"] }, "fields=a%2Cb&fields=c"],
  [{ fields: ["a"] }, "fields=a", { fields: "a" }],
  [{ ids: [1, 2] }, "ids=1,2"],
  [{ ids: [1] }, "ids=1", { ids: 1 }],
  [{ ids: 1 }, "ids=1"],
  [{ limit: false }, "limit=false"],
  [{ limit: 1.5 }, "limit=1.5"],
  [{ any: "a" }, "any=a"],
  [{ any: true }, "any=true", { any: "true" }],
] as [object, string, object?][])(
  "a union in a query has the value %j as %s",
  async ([query, search, received = query]) => {
    const { client, paths, sent, handled } = connect(unions);
    await client.listRows?.(query);
    await paths.GET?.("/rows", { params: { query } });
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(Array(2).fill(`?${search}`));
    expect(handled).toEqual(Array(2).fill({ operation: "listRows", input: received }));
    expect(unions.validators.listRows?.input.validate(query)).toEqual([]);
  },
);

test.for([{ fields: 1 }, { ids: "x" }, { ids: ["x"] }, { limit: "x" }, { any: 1 }])(
  "a union in a query rejects %j",
  (query) => expect(unions.validators.listRows?.input.validate(query)).toHaveLength(1),
);
