"use client";

export function Leads({ result }) {
  return result.ok ? result.data.map(({ id }) => <p key={id}>{id}</p>) : <p>{result.error.message}</p>;
}
