import { afterAll, afterEach, expect } from "vitest";
import { forgetSandboxes, takeVerdicts } from "./sandbox.js";

afterEach(expectNothingWrong);
// What a server sends while it is closed comes after the last test.
afterAll(() => {
  expectNothingWrong();
  forgetSandboxes();
});

function expectNothingWrong(): void {
  expect(takeVerdicts()).toEqual([]);
}
