import { afterAll, afterEach, expect } from "vitest";
import { forgetSandboxes, takeIssues } from "./sandbox.js";

afterEach(expectNoIssues);
// What a server sends while it is closed comes after the last test.
afterAll(() => {
  expectNoIssues();
  forgetSandboxes();
});

function expectNoIssues(): void {
  expect(takeIssues()).toEqual([]);
}
