import { expect, test } from "vitest";
import { startLiveView } from "./live-view.ts";

const { sandbox, open } = await startLiveView();

test("statistics are those of the API, by day and by week", async () => {
  const { page, problems } = await open("statistics");
  await page.getByRole("img", { name: /^Chats by source per day/ }).waitFor();
  await page.getByRole("combobox", { name: "Range" }).selectOption("Last 13 weeks, by week");
  await page.getByRole("img", { name: /^Satisfaction score per week/ }).waitFor();
  const chats = page.getByRole("definition").first();
  await expect
    .poll(async () => Number((await chats.textContent())?.replace(/\D/g, "")))
    .toBeGreaterThan(sandbox.store.chats.length / 2);
  await page.getByRole("region", { name: "Chats by agent" }).getByRole("rowheader").first().waitFor();
  expect(sandbox.requests).toEqual([]);
  expect(problems).toEqual([]);
});

test("each chart has its numbers as a table", async () => {
  const { page } = await open("statistics");
  const chart = page.getByRole("region", { name: "Chats by source", exact: true });
  await chart.getByText("As a table").click();
  await expect.poll(() => chart.getByRole("row").count()).toBe(31);
});

test("statistics without chats have no figures and no error", async () => {
  sandbox.store.chats = [];
  const { page, problems } = await open("statistics");
  await page.getByRole("img", { name: /^Chats by source per day.*at most 0/ }).waitFor();
  expect(await page.getByRole("definition").allTextContents()).toEqual(["0", "–", "–"]);
  expect(problems).toEqual([]);
});

test("one chat fills its chart at every width", async () => {
  const [chat] = sandbox.store.chats;
  sandbox.store.chats = chat ? [{ ...chat, agentName: `${"long".repeat(15)}@example.com` }] : [];
  const { page } = await open("statistics");
  await page.getByRole("img", { name: /^Chats by source per day.*at most 1/ }).waitFor();
  for (const width of [320, 390, 700, 1280, 1900]) {
    await page.setViewportSize({ width, height: 900 });
    const picture = page.getByRole("region", { name: "Chats by source", exact: true }).getByRole("img");
    await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(width / 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("the dates of an axis are the same distance apart at every width", async () => {
  const { page } = await open("statistics");
  const dates = page.getByRole("img", { name: /^Chats by source per day/ }).locator("text", { hasText: /[a-z]/ });
  for (const width of [390, 1280, 1900]) {
    await page.setViewportSize({ width, height: 900 });
    const places = async () => dates.evaluateAll((texts) => texts.map((text) => Number(text.getAttribute("x"))));
    // The last one ends with the axis, half a day later.
    const spread = async () => {
      const gaps = (await places()).map((x, index, all) => x - (all[index - 1] ?? Number.NaN)).slice(1);
      return Math.max(...gaps) / Math.min(...gaps);
    };
    await expect.poll(spread).toBeLessThan(1.3);
    expect((await places()).length).toBeGreaterThan(3);
  }
});
