import { expect, test } from "vitest";
import type { Document, OperationObject } from "../../openapi/document.ts";
import { largest } from "../bump.ts";
import { compareTypes } from "../compare-types.ts";
import { renderSurface } from "../render-surface.ts";
import { baseDocument } from "./base-document.ts";

const REQUIRED = ["Pet.id", "Pet.kind", "Owner.id", "PetInput.kind"];

test("what callers use and is gone is major, and minor where it comes back to be left out", async () => {
  const base = await renderSurface(baseDocument);
  const removed = await Promise.all(
    [...removals()].map(async ([place, next]) => ({ place, surface: await renderSurface(next) })),
  );
  expect(removed).toHaveLength(24);
  const verdicts = compareTypes([
    ...removed.map(({ surface }) => ({ base, next: surface })),
    ...removed.map(({ surface }) => ({ base: surface, next: base })),
  ]).map((changes) => largest(changes.map(({ bump }) => bump)));
  for (const [index, { place }] of removed.entries()) {
    const back = REQUIRED.includes(place) ? "major" : "minor";
    expect([place, verdicts[index], verdicts[index + removed.length]]).toEqual([place, "major", back]);
  }
});

/** The document without each operation, query parameter, error and field. */
function* removals(): Generator<[place: string, next: Document]> {
  for (const [path, item] of Object.entries(baseDocument.paths as Document["paths"])) {
    for (const method of Object.keys(item).filter((key) => key !== "parameters")) {
      yield [`${method} ${path}`, without((copy) => delete copy.paths[path]?.[method])];
      const at = (document: Document) => document.paths[path]?.[method] as OperationObject;
      const { parameters = [], responses } = at(baseDocument);
      for (const index of parameters.keys())
        yield [`${method} ${path} ${index}`, without((copy) => at(copy).parameters?.splice(index, 1))];
      for (const status of Object.keys(responses).filter((code) => code !== "200"))
        yield [`${method} ${path} ${status}`, without((copy) => delete at(copy).responses[status])];
    }
  }
  for (const [name, { properties }] of Object.entries(baseDocument.components.schemas)) {
    for (const field of Object.keys(properties)) yield [`${name}.${field}`, without((copy) => drop(copy, name, field))];
  }
}

function without(remove: (copy: Document) => void): Document {
  const copy = structuredClone(baseDocument) as Document;
  remove(copy);
  return copy;
}

function drop(document: Document, name: string, field: string): void {
  const schema = document.components?.schemas?.[name];
  delete schema?.properties?.[field];
  if (schema?.required !== undefined) schema.required = schema.required.filter((key) => key !== field);
}
