/** Moves the focus between these elements with the arrow keys, as Tab does. */
export function moveByArrows(parent: HTMLElement, selector: string): void {
  parent.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const all = [...parent.querySelectorAll<HTMLElement>(selector)];
    const next = all[all.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
