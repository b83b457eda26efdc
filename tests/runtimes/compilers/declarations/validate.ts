import { validators } from "@serviceform/client/validate";

export const all = { ...validators };
export const { output } = validators.getItem;
export const issues = (value: unknown) => output.validate(value);
export const standard = (value: unknown) => validators.listLeads.element["~standard"].validate(value);
