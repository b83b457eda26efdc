/**
 * Redocly's library awaits the failure of some references that lead back to themselves only after Node.js takes it for
 * unhandled, which would end the process before it prints the line.
 */
process.on("unhandledRejection", (error) => {
  if (!(error instanceof Error && error.message === "Self-referencing circular pointer")) throw error;
});
// Without a listener, Node.js warns of the late handling.
process.on("rejectionHandled", () => {});
