import { createClient } from "@serviceform/client";

/** A developer's page: it lists the customers and adds one. `?api=` names a server; without it MSW responds. */
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
  await report(() => serviceform.createItem({ spaceId, primary_field: String(new FormData(form).get("name")) }));
  await report(list);
});
await report(list);

async function list(): Promise<void> {
  const items = await serviceform.listItems({ spaceId });
  const lines = items.map(({ primary_field = "" }) => {
    const line = document.createElement("li");
    line.textContent = primary_field;
    return line;
  });
  document.querySelector("ul")?.replaceChildren(...lines);
}

async function report(work: () => Promise<unknown>): Promise<void> {
  const place = document.querySelector("[role=alert]") as HTMLElement;
  try {
    await work();
    place.textContent = "";
  } catch (error) {
    place.textContent = error instanceof Error ? error.message : String(error);
  }
}
