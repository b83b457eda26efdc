import { expect, test } from "vitest";
import { oddQueries, queryNames } from "./cases/queries.ts";
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
