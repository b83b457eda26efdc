import type { Case } from "./case.ts";

/** In two parts, so that it is not taken for a template literal. */
const SHELL = `$${"{SEC_1}"}`;

/** Values that are passed as a key by mistake, by the reason for which they are rejected. */
const mistaken: Record<string, string[]> = {
  "in quotes": ['"sec-1"', "'sec-1'", "`sec-1`", '"sec-1', "sec-1'", '"'],
  "missing value": ["undefined", "null", "NaN", "NULL", "Undefined", "[object Object]", "[object Promise]"],
  "template that was not filled in": [
    SHELL,
    `$${"{{ secrets.SEC_1 }}"}`,
    "{{SEC_1}}",
    "{{ sec-1 }}",
    `sf-${SHELL}`,
    "#{SEC_1}#",
    "%{SEC_1}",
    "$SEC_1",
    "$sec",
    "$(SEC_1)",
    "%SEC_1%",
    "<your-sec-1>",
    "<%= sec_1 %>",
  ],
  "name or scheme": [
    "Bearer sec-1",
    "bearer sec-1",
    "Bearer: sec-1",
    "Basic sec-1",
    "Token sec-1",
    "sf-api-key: sec-1",
    "SF-API-KEY:sec-1",
    "x-api-key: sec-1",
    "SERVICEFORM_API_KEY=sec-1",
    "export SERVICEFORM_API_KEY=sec-1",
    "apiKey = sec-1",
    "Authorization: sec-1",
  ],
};

/** Keys that an API may issue. */
const plausibleKeys = [
  "sf_live_4eC39HqLyjWDarjtT1zdp7dc",
  "3f0c7a52-0b1e-4d0e-9a53-0d7a6a1b2c3d",
  "{3f0c7a52-0b1e-4d0e-9a53-0d7a6a1b2c3d}",
  "YWJjZGVmZ2hpamtsbW5vcA==",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
  "$2b$10$N9qo8uLOickgx2ZMRZoMye",
  "pa$$word%20with<odd>{signs}",
  "user:password",
  "key=value",
  "nullable",
  "sf_null",
  "undefined-1",
  "bearer",
  "bearer_4eC39Hq",
  "token-4eC39Hq",
  "myapikey==",
  "it's",
];

export const mistakenKeys: Case[] = [
  ...Object.entries(mistaken).flatMap(([what, keys]) => keys.flatMap((key) => rejections(what, key))),
  ...plausibleKeys.map(
    (key): Case => ({
      title: "a plausible key is sent unchanged",
      name: key,
      client: { apiKey: key },
      responses: [{ json: [] }],
      requests: [{ line: "GET /leads", headers: { "sf-api-key": key } }],
      expect: { data: [] },
    }),
  ),
];

function rejections(what: string, key: string): Case[] {
  const redacts = /sec/i.test(key) ? [key, "sec-1", "SEC_1"] : [];
  const expect: Case["expect"] = {
    error: "ConfigurationError",
    messageIncludes: ["apiKey must be the key, not", what],
    with: { code: "invalid_api_key", param: "apiKey" },
    redacts,
  };
  return [
    { title: "createClient rejects a mistaken key with the reason", name: key, client: { apiKey: key }, expect },
    {
      title: "a call rejects a mistaken key of a function with the reason",
      name: key,
      client: { apiKey: () => key },
      expect,
    },
  ];
}
