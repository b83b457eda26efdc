import { expect, test } from "vitest";
import { pinSslMode } from "./pin-ssl-mode.js";

test.for([
  ["postgres://u:p@h/d?sslmode=require", "postgres://u:p@h/d?sslmode=verify-full"],
  ["postgres://u:p@h/d?a=b&sslmode=prefer&c=d", "postgres://u:p@h/d?a=b&sslmode=verify-full&c=d"],
  ["postgres://u:p@h/d?sslmode=verify-ca", "postgres://u:p@h/d?sslmode=verify-full"],
  ["postgres://u:p@h/d?sslmode=no-verify", "postgres://u:p@h/d?sslmode=no-verify"],
  ["postgres://u:p@h/d?sslmode=disable", "postgres://u:p@h/d?sslmode=disable"],
  ["postgres://u:p@h/d?uselibpqcompat=true&sslmode=require", "postgres://u:p@h/d?uselibpqcompat=true&sslmode=require"],
  ["postgres://u:p@h/sslmode=require", "postgres://u:p@h/sslmode=require"],
] as const)("%s is connected to as %s", ([given, pinned]) => {
  expect(pinSslMode(given)).toBe(pinned);
});
