// #region mount
import { forward } from "../../../../src/forward.ts";

export { forward as GET, forward as POST, forward as DELETE };
// #endregion
