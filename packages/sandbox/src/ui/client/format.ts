/** Turns `first_name` and `lastMessageTime` into words. */
export function formatTitle(name: string): string {
  const words = name
    .replaceAll("_", " ")
    .replace(/([a-z\d])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bid\b/i, "ID");
}

export function formatCount(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 1 });
}

export function formatMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : formatCount(Math.round(ms));
}

export function formatBytes(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${formatCount(bytes / 1_024)} KiB`;
}

/** In UTC, as in the API, but without the `T`. */
export function formatTime(time: Date): string {
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 19).replace("T", " ");
}

/** Formats `2025-06-30` as `30 Jun`. */
export function formatDay(day: string): string {
  return new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}
