import type { FieldOption, Space, SpaceField } from "@serviceform/types";

/** The seeded spaces, the same for every seed, so that examples can name them. */
export function createSpaces(): Space[] {
  return [
    {
      id: "space-customers",
      name: "Customers",
      fields: [
        field(1, "Company name", "text"),
        field(2, "Email", "email"),
        field(3, "Employees", "number"),
        field(4, "Customer tier", "select", ["Gold", "Silver", "Bronze"]),
        field(5, "Interests", "multiselect", ["Dental", "Retail", "Hospitality"]),
        field(6, "Newsletter", "checkbox"),
      ],
    },
    {
      id: "space-bookings",
      name: "Bookings",
      fields: [
        field(7, "Title", "text"),
        field(8, "Starts", "date"),
        field(9, "Status", "select", ["Requested", "Confirmed", "Cancelled"]),
        field(10, "Notes", "textarea"),
      ],
    },
    {
      id: "space-suppliers",
      name: "Suppliers",
      fields: [field(11, "Supplier", "text"), field(12, "Website", "url"), field(13, "Phone", "phone")],
    },
    { id: "space-archive", name: "Archive", fields: [] },
  ];
}

function field(number: number, name: string, type: string, labels?: readonly string[]): SpaceField {
  const options = labels?.map((label): FieldOption => ({ machine: machine(label), label, value: machine(label) }));
  return { id: `field-${number}`, machine: machine(name), name, type, ...(options && { options }) };
}

function machine(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}
