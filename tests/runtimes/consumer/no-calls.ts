import { createClient } from "@serviceform/client";

export const serviceform = createClient({ apiKey: "key" });
