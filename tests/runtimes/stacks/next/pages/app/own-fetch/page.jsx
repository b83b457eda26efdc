import { createClient } from "@serviceform/client";

const serviceform = createClient({ fetch: (url, init) => fetch(url, { ...init, cache: "no-store" }) });

export default async function Page() {
  const leads = await serviceform.listLeads();
  return leads.map(({ id }) => <p key={id}>{id}</p>);
}
