import { type FieldDescription, type SchemaDescription, schemas } from "@serviceform/types/describe";
import { type StreamDescription, streams, TABLE_NAMES } from "../streams.js";
import { quoteName, type ViewDialect } from "./dialect.js";

export interface View {
  readonly name: string;
  readonly select: string;
}

/** Every view, derived from the contract: a new field in `spec/` becomes a new column. */
export function renderViews(dialect: ViewDialect): View[] {
  return TABLE_NAMES.flatMap((table) => {
    const stream = streams[table];
    // A stream names an existing schema.
    const schema = schemas[stream.element] as SchemaDescription;
    const columns = renderColumns(dialect, stream, schema, ["account", "deleted_run"]);
    const versionColumns = renderColumns(dialect, stream, schema, ["account", "from_run", "to_run"]);
    return [
      { name: table, select: `select r.account, ${columns} from _${table} r where r.deleted_run is null` },
      { name: `${table}_all`, select: `select r.account, ${columns}, r.deleted_run from _${table} r` },
      ...renderElementViews(dialect, stream, schema),
      {
        name: `${table}_versions`,
        select: `select r.account, ${versionColumns}, r.from_run, r.to_run from (${dialect.renderVersions(table)}) r`,
      },
      { name: `${table}_changes`, select: renderChanges(table) },
    ];
  });
}

/** The fields of a record. The key comes from its own column, which remains when the document is erased. */
function renderColumns(
  dialect: ViewDialect,
  stream: StreamDescription,
  { fields }: SchemaDescription,
  reserved: readonly string[],
): string {
  return nameColumns(fields, reserved)
    .map(({ field, name, column }) => {
      const value = name === stream.key ? "r.id" : dialect.renderColumn("r.doc", name, field);
      return `${value} as ${quoteName(column)}`;
    })
    .join(", ");
}

/** One view for each array of objects, such as the messages of a lead, with a row per element. */
function renderElementViews(dialect: ViewDialect, stream: StreamDescription, { fields }: SchemaDescription): View[] {
  const singular = stream.name.slice(0, -1);
  const keyColumn = stream.key === "id" ? `${singular}_id` : stream.key;
  return Object.entries(fields).flatMap(([name, { type, schema }]) => {
    const element = schema === undefined ? undefined : schemas[schema];
    if (type !== "array" || !schema || !element) return [];

    const columns = nameColumns(element.fields, ["account", keyColumn]).map(
      ({ field, name, column }) => `${dialect.renderColumn("element.value", name, field)} as ${quoteName(column)}`,
    );
    const { from, where } = dialect.renderElements("r.doc", name);
    const select = `select r.account, r.id as ${quoteName(keyColumn)}, ${columns.join(", ")} from _${stream.name} r, ${from} where r.deleted_run is null and ${where}`;
    return [{ name: `${singular}_${toPlural(schema, stream.element)}`, select }];
  });
}

/** `LeadPage` of a `Lead` becomes `pages`, `Message` becomes `messages`. */
function toPlural(schema: string, owner: string): string {
  const own = schema.startsWith(owner) ? schema.slice(owner.length) : schema;
  return `${own.replaceAll(/(?<!^)(?=[A-Z])/g, "_").toLowerCase()}s`;
}

/** Gives columns names that differ in more than case from each other and from the mirror's own columns. */
function nameColumns(
  fields: SchemaDescription["fields"],
  reserved: readonly string[],
): { name: string; column: string; field: FieldDescription }[] {
  const taken = new Set(reserved);
  return Object.entries(fields).map(([name, field]) => {
    let column = name;
    while (taken.has(column.toLowerCase())) column += "_";
    taken.add(column.toLowerCase());
    return { name, column, field };
  });
}

/** Each change once: a version begins with an insert, an update or a restore, and ends with an update or a delete. */
function renderChanges(table: string): string {
  const versions = `select account, id, changed_run as run from _${table} union select account, id, from_run from _${table}_history`;
  const changes = [
    `select account, id, first_run as run, 'insert' as op from _${table}`,
    `select account, id, to_run, op from _${table}_history`,
    `select account, id, deleted_run, 'delete' from _${table} where deleted_run is not null`,
    `select v.account, v.id, v.run, 'restore' from (${versions}) v join _${table} r on r.account = v.account and r.id = v.id where v.run <> r.first_run and not exists (select 1 from _${table}_history h where h.account = v.account and h.id = v.id and h.to_run = v.run and h.op = 'update')`,
  ];
  const versionAt = (bound: string): string =>
    `coalesce((select h.doc from _${table}_history h where h.account = c.account and h.id = c.id and h.${bound} = c.run), `;
  const before = `${versionAt("to_run")}null)`;
  const after = `case when c.op <> 'delete' then ${versionAt("from_run")}(select r.doc from _${table} r where r.account = c.account and r.id = c.id and r.changed_run = c.run)) end`;
  return `select c.account, c.id, c.run, c.op, ${before} as before, ${after} as after from (${changes.join(" union ")}) c`;
}
