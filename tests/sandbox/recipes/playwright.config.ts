import { defineConfig } from "@playwright/test";

// `start-app.ts` sets both. Tools load this file without Chromium, so it does not search for it.
const { APP_URL, CHROMIUM_PATH } = process.env;

export default defineConfig({
  testMatch: "*.spec.ts",
  globalSetup: "./start-app.ts",
  workers: 1,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 30_000 },
  outputDir: "../node_modules/.playwright",
  use: {
    ...(APP_URL !== undefined && { baseURL: APP_URL }),
    launchOptions: {
      ...(CHROMIUM_PATH !== undefined && { executablePath: CHROMIUM_PATH }),
      // Root cannot use the browser's own sandbox. No mistake can reach the real API.
      args: ["--no-sandbox", "--host-resolver-rules=MAP link.serviceform.com ~NOTFOUND"],
    },
  },
});
