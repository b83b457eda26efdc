import { createValidator, operationContracts, schemas } from "@serviceform/types/contract";

export const all = { ...operationContracts };
export const { parameters, responses } = operationContracts.listItems;
export const validator = createValidator(schemas.Lead ?? {});
export const issues = (value: unknown) => validator.validate(value);
export const ids = () => Object.keys(operationContracts) as (keyof typeof operationContracts)[];
