import { createClient, isApiError } from "@serviceform/client";

const serviceform = createClient({ apiKey: () => process.env.SERVICEFORM_API_KEY ?? "" });

/** Notes every lead in the space `spaceId`, and returns their number. An app's use of the API, for the tests. */
export async function followUp(spaceId: string): Promise<string> {
  let noted = 0;
  try {
    for await (const { id, name } of serviceform.stream.listLeads()) {
      await serviceform.createItem({ spaceId, primary_field: name ?? id });
      noted += 1;
    }
  } catch (error) {
    if (!isApiError(error, "listLeads", 401)) throw error;
    return "The key is not valid.";
  }
  return `${noted} leads noted.`;
}
