import commandUnique from "./command-unique.js";
import componentFileName from "./component-file-name.js";
import fileReachable from "./file-reachable.js";
import keyProperty from "./key-property.js";
import keyRequired from "./key-required.js";
import parameterNotInBody from "./parameter-not-in-body.js";
import pathFileName from "./path-file-name.js";
import personalNotKey from "./personal-not-key.js";
import summaryCount from "./summary-count.js";
import timeProperty from "./time-property.js";

export default function housePlugin() {
  return {
    id: "house",
    rules: {
      oas3: {
        "command-unique": commandUnique,
        "component-file-name": componentFileName,
        "file-reachable": fileReachable,
        "key-property": keyProperty,
        "key-required": keyRequired,
        "parameter-not-in-body": parameterNotInBody,
        "path-file-name": pathFileName,
        "personal-not-key": personalNotKey,
        "summary-count": summaryCount,
        "time-property": timeProperty,
      },
    },
  };
}
