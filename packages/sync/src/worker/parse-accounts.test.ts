import { expect, test } from "vitest";
import { parseAccounts } from "./parse-accounts.js";

test("accounts are read from CSV with quotes, line breaks and a byte order mark", () => {
  const text =
    '\uFEFFaccount,key,group,base_url\r\n"a, ""b""",env:A_KEY,north,\r\n\r\nc,"command:printf \'x\ny\'",,https://api.example\n';
  expect(parseAccounts(text)).toEqual([
    { account: 'a, "b"', keyRef: "env:A_KEY", group: "north", baseUrl: undefined },
    { account: "c", keyRef: "command:printf 'x\ny'", group: undefined, baseUrl: "https://api.example" },
  ]);
});

test("the columns group and base_url can be left out", () => {
  expect(parseAccounts("key,account\nfile:/run/key,a")).toEqual([{ account: "a", keyRef: "file:/run/key" }]);
});

const invalid: { name: string; text: string; message: string }[] = [
  { name: "no header", text: "", message: "the file of accounts must have a header line" },
  {
    name: "an unknown column",
    text: "account,key,agency\n",
    message: 'unknown column "agency"; expected account, key, group, base_url',
  },
  { name: "a missing column", text: "account\na", message: 'column "key" is required' },
  { name: "a missing cell", text: "account,key\na", message: "line 2 must have 2 cells, but has 1" },
  { name: "no account", text: "account,key\n,env:A", message: "line 2: account is required" },
  {
    name: "a bare key",
    text: 'account,key\n"a\n1",env:A\nb,sf_live_secret',
    message: "line 4: key must be env:VARIABLE, file:PATH or command:COMMAND, not the key itself",
  },
  {
    name: "another scheme",
    text: "account,key,base_url\na,env:A,ftp://x",
    message: "line 2: base_url must be an http or https URL",
  },
  { name: "a quote that is not closed", text: 'account,key\n"a,env:A', message: "line 2: a quote is not closed" },
  { name: "an account twice", text: "account,key\na,env:A\na,env:B", message: 'line 3: account "a" is listed twice' },
];

test.for(invalid)("a file of accounts is rejected for $name", ({ text, message }) => {
  expect(() => parseAccounts(text)).toThrow(message);
});
