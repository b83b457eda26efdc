import { operations, schemas } from "@serviceform/types/describe";

export const all = { ...operations };
export const { input, output } = operations.listLeads;
export const fields = () => schemas.Lead?.fields;
export const ids = () => Object.keys(operations) as (keyof typeof operations)[];
