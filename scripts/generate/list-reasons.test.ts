import { expect, test } from "vitest";
import { listReasons } from "./list-reasons.ts";

test("listReasons lists an issue of several operations once, with all of them", () => {
  const schema = { pointer: "#/components/schemas/Pet", message: "The schema Pet is odd." };
  const get = { pointer: "#/components/parameters/id", message: "GET /pets/{id} has an odd parameter." };
  const put = { ...get, message: "PUT /pets/{id} has an odd parameter." };
  const path = { pointer: "#/paths/~1a?", message: "/a? contains a query." };
  const own = { pointer: "#/paths/~1b/get", message: "GET /b is odd." };
  expect(
    listReasons([
      { title: "GET /pets", issues: [schema] },
      { title: "GET /pets/{id}", issues: [get, put] },
      { title: "PUT /pets/{id}", issues: [schema, get, put] },
      { title: "GET /a?", issues: [path] },
      { title: "PUT /a?", issues: [path] },
      { title: "GET /b", issues: [own] },
    ]),
  ).toEqual([
    { ...schema, message: "The schema Pet is odd. It leaves out GET /pets, PUT /pets/{id}." },
    { ...get, message: "GET /pets/{id} has an odd parameter. It leaves out GET /pets/{id}, PUT /pets/{id}." },
    path,
    own,
  ]);
});
