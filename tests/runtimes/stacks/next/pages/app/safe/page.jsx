import { createClient } from "@serviceform/client";
import { Leads } from "./leads.jsx";

const serviceform = createClient();

export default async function Page() {
  return <Leads result={await serviceform.safe.listLeads()} />;
}
