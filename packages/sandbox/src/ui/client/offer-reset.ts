import { byId } from "./element.js";
import { sendAction } from "./send-action.js";

/** Resets the sandbox, after a confirmation. */
export function offerReset(onReset: () => void): void {
  const dialog = byId("reset-dialog") as HTMLDialogElement;
  byId("reset").addEventListener("click", () => dialog.showModal());
  byId("reset-no").addEventListener("click", () => dialog.close());
  byId("reset-yes").addEventListener("click", async () => {
    dialog.close();
    if (await sendAction("reset", "The sandbox is in its initial state.")) onReset();
  });
}
