import { validators } from "@serviceform/client/validate";

export const all = { ...validators };
export const { output } = validators.getItem;
export const findings = (value: unknown) => output.check(value);
export const standard = (value: unknown) => validators.listLeads.element["~standard"].validate(value);
