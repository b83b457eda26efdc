import type { Page } from "playwright-core";

/** Words of at most 12 letters that go on in the next line, in tables of at most 5 columns; code is no word. */
export function findBrokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    for (const cell of document.querySelectorAll("table:not(:has(th:nth-child(6))) :is(th, td)")) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement?.closest("code")) continue;
        for (const { 0: word, index } of node.textContent?.matchAll(/[A-Za-z]{2,12}/g) ?? []) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (range.getClientRects().length > 1) words.push(word);
        }
      }
    }
    return words;
  });
}
