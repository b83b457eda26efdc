import { createClient } from "@serviceform/client";

export const serviceform = createClient();
export const methods = { ...serviceform };
export const { safe, stream, listChats } = serviceform;
export const leads = () => serviceform.stream.listLeads();
export const result = () => serviceform.safe.getItem({ spaceId: "s", itemId: "i" });
export const input = (given: Parameters<typeof listChats>[0]) => given;
