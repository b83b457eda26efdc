import { defineConfig } from "@playwright/test";

// `start-app.ts` sets both. Tools load this file where there is no Chromium, so it looks for none.
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
      // Root may not use the browser's own sandbox. The real API is out of reach, whatever a mistake would send.
      args: ["--no-sandbox", "--host-resolver-rules=MAP link.serviceform.com ~NOTFOUND"],
    },
  },
});
