import { expect, test } from "vitest";
import { renderListenError } from "./render-listen-error.js";

test.for([
  ["EACCES", 80, "Port 80 requires more permissions. Choose one from 1024."],
  ["EACCES", 4010, "Port 4010 is reserved by the system. Choose another one, or 0 for any that is free."],
  ["EADDRINUSE", 4010, "Port 4010 is in use. Choose another one, or 0 for any that is free."],
  ["EADDRNOTAVAIL", 4010, "This machine has no address 192.0.2.1."],
  ["EINVAL", 4010, "The sandbox cannot listen on 192.0.2.1:4010: listen EINVAL."],
] as const)("the sandbox explains %s for port %i", ([code, port, sentence]) => {
  const error = Object.assign(new Error(`listen ${code}`), { code });
  expect(renderListenError(error, port, "192.0.2.1")).toBe(sentence);
});
