import { createClient } from "@serviceform/client";
import { Suspense } from "react";

const serviceform = createClient();

export default function Page() {
  return (
    <Suspense fallback={<p>loading</p>}>
      <Leads />
    </Suspense>
  );
}

async function Leads() {
  const leads = await serviceform.listLeads();
  return leads.map(({ id }) => <p key={id}>{id}</p>);
}
