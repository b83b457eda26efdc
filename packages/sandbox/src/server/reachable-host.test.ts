import { expect, test } from "vitest";
import { isLoopback, toReachableHost } from "./reachable-host.js";

test.for([
  ["127.0.0.1", "127.0.0.1", true],
  ["127.0.0.2", "127.0.0.2", true],
  ["127.example", "127.example", false],
  ["0.0.0.0", "127.0.0.1", false],
  ["192.0.2.1", "192.0.2.1", false],
  ["localhost", "localhost", true],
  ["LocalHost", "localhost", true],
  ["::1", "[::1]", true],
  ["0:0:0:0:0:0:0:1", "[::1]", true],
  ["::", "[::1]", false],
  ["::0", "[::1]", false],
  ["0:0::0", "[::1]", false],
  ["2001:DB8::0001", "[2001:db8::1]", false],
] as const)("a server on %s is reached at %s, by this machine alone: %s", ([host, reachable, isLocal]) => {
  expect(toReachableHost(host)).toBe(reachable);
  expect(isLoopback(host)).toBe(isLocal);
});
