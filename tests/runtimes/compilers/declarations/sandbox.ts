import { createSandbox } from "@serviceform/sandbox";

export const sandbox = createSandbox();
export const lead = sandbox.store.leads[0];
export const operations = () => sandbox.requests.map(({ operation }) => operation);
