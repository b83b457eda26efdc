import { escapeMarkup } from "@serviceform/svg";

export interface Figure {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** A text alternative for readers who cannot see the drawing. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** SVG markup; without parts, nothing is drawn. */
  readonly parts: readonly string[];
  readonly header: readonly string[];
  /** All figures as text, whether they are drawn or not. */
  readonly rows: readonly (readonly string[])[];
}

/** A drawing with a title, and its figures as a table below. */
export function renderFigure(figure: Figure): string {
  const { id, title, description, width, height, parts, header, rows } = figure;
  const heading = `<h2 id="${id}">${escapeMarkup(title)}</h2>`;
  if (parts.length === 0)
    return `<section aria-labelledby="${id}">${heading}\n<p>No figures in this range.</p></section>`;
  return `<section aria-labelledby="${id}">${heading}
<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${escapeMarkup(title)}</title>
<desc id="${id}-text">${escapeMarkup(description)}</desc>
${parts.join("\n")}
</svg>
<details><summary>Figures</summary>
${renderTable(header, rows)}
</details></section>`;
}

/** A table whose first column names the rows. */
function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((name) => `<th scope="col">${escapeMarkup(name)}</th>`).join("");
  const body = rows.map(([name = "", ...cells]) => {
    // A name may be written from right to left; it must not change the direction of its neighbors.
    const first = `<th scope="row"><bdi>${escapeMarkup(name)}</bdi></th>`;
    return `<tr>${first}${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join("")}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table>`;
}
