import { expect, test } from "vitest";
import { authenticationWith } from "./authentication.js";

test.each([
  [{ type: "apiKey" }, { value: "key" }],
  [
    { type: "http", scheme: "Basic" },
    { username: "sandbox", password: "key" },
  ],
  [{ type: "http", scheme: "bearer" }, { token: "key" }],
  [{ type: "openIdConnect" }, { token: "key" }],
  [
    { type: "oauth2", flows: { authorizationCode: { tokenUrl: "/token" }, clientCredentials: {} } },
    { token: "key", flows: { authorizationCode: { token: "key" }, clientCredentials: { token: "key" } } },
  ],
])("the API reference has the key for the security scheme %j", (scheme, credential) => {
  expect(authenticationWith("key", { any: scheme, other: { type: "apiKey" } })).toEqual({
    preferredSecurityScheme: "any",
    securitySchemes: { any: credential, other: { value: "key" } },
  });
});

test("the API reference of a contract without security schemes has no key", () => {
  expect(authenticationWith("key", {})).toEqual({ preferredSecurityScheme: undefined, securitySchemes: {} });
});
