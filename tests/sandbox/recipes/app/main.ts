import { createClient } from "@serviceform/client";

/** A page of a developer's: it lists the customers and adds one. `?api=` names a server, without it MSW answers. */
const baseUrl = new URL(location.href).searchParams.get("api");
if (baseUrl === null) await import("./mock-network.ts").then(({ mockNetwork }) => mockNetwork());

const serviceform = createClient({
  apiKey: "sf_sandbox_key",
  dangerouslyAllowBrowser: true,
  ...(baseUrl !== null && { baseUrl }),
  retries: { limit: 1, baseDelayMs: 1 },
});
const spaceId = "space-customers";
const form = document.querySelector("form") as HTMLFormElement;

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await say(() => serviceform.createItem({ spaceId, primary_field: String(new FormData(form).get("name")) }));
  await say(list);
});
await say(list);

async function list(): Promise<void> {
  const items = await serviceform.listItems({ spaceId });
  const lines = items.map(({ primary_field = "" }) => {
    const line = document.createElement("li");
    line.textContent = primary_field;
    return line;
  });
  document.querySelector("ul")?.replaceChildren(...lines);
}

async function say(work: () => Promise<unknown>): Promise<void> {
  const place = document.querySelector("[role=alert]") as HTMLElement;
  try {
    await work();
    place.textContent = "";
  } catch (error) {
    place.textContent = error instanceof Error ? error.message : String(error);
  }
}
