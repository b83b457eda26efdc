import { securitySchemes, usesSecuritySchemes } from "@serviceform/types";
import { expect, test } from "vitest";
import { credentialsFrom } from "./call-operation.ts";

test("the key is the credential of each security scheme of the contract", () => {
  const own = usesSecuritySchemes ? Object.keys(securitySchemes) : ["apiKey"];
  expect(Object.keys(credentialsFrom("k"))).toEqual(own);
  expect(credentialsFrom("k")).toMatchObject({ apiKey: "k" });
  expect(credentialsFrom("k", {})).toEqual({});
  const schemes = {
    token: { kind: "bearer", name: "authorization" },
    login: { kind: "basic", name: "authorization" },
    queryKey: { kind: "query", name: "key" },
  } as const;
  expect(credentialsFrom("k", schemes)).toEqual({
    token: "k",
    login: { username: "drift", password: "k" },
    queryKey: "k",
  });
});
