import { afterAll, test } from "vitest";
import { buildNextApp } from "./next-app.ts";
import { pageCases } from "./page-cases.ts";

const app = await buildNextApp("next-16", "pages");
afterAll(() => app[Symbol.asyncDispose]());

test.for(pageCases)("Next.js 16 $title", ({ run }) => run(app));
