import { expect, test } from "vitest";
import { describePart } from "./describe-part.js";

const target = { path: "C:\\my exports\\leads.csv", format: "csv", gzip: false } as const;
const argv = ["leads", "export", target.path, "--fields", "id,name", "--where", "created >= 30d", "--resume"];

test("the command that continues an export can be pasted into a shell", () => {
  expect(describePart(target, argv, "linux")).toBe(
    `${target.path}.part has the records so far; to continue: ` +
      "serviceform leads export 'C:\\my exports\\leads.csv' --fields id,name --where 'created >= 30d' --resume",
  );
});

test("the command that continues an export can be pasted into the Command Prompt and PowerShell of Windows", () => {
  expect(describePart(target, argv, "win32")).toBe(
    `${target.path}.part has the records so far; to continue: ` +
      'serviceform leads export "C:\\my exports\\leads.csv" --fields "id,name" --where "created >= 30d" --resume',
  );
});
