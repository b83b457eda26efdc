import { afterAll, afterEach, expect } from "vitest";
import { forgetSandboxes, takeIssues } from "./sandbox.js";

afterEach(expectNoIssues);
// A server that is closed after the last test may still send a response.
afterAll(() => {
  expectNoIssues();
  forgetSandboxes();
});

function expectNoIssues(): void {
  expect(takeIssues()).toEqual([]);
}
