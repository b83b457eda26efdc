import { byId } from "./element.js";
import type { Setup } from "./setup.js";

/** Lets the user choose the account to show, if there are several. The URL contains the choice. */
export function offerAccounts({ seeds, account }: Setup): void {
  const select = byId("account") as HTMLSelectElement;
  select.append(...seeds.map((seed, index) => new Option(`Account ${index + 1} (seed ${seed})`, String(index + 1))));
  select.value = String(account);
  select.hidden = seeds.length < 2;
  select.addEventListener("change", () => {
    const url = new URL(location.href);
    url.searchParams.set("account", select.value);
    // A request, a search or a page of one account has no meaning in another.
    url.hash = url.hash.split("/")[0] ?? "";
    location.assign(url);
  });
}
