// #region mount
import { proxy } from "../../../../src/proxy.ts";

export { proxy as GET, proxy as POST };
// #endregion
