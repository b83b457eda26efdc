import commandUnique from "./command-unique.js";
import componentFileName from "./component-file-name.js";
import fileReachable from "./file-reachable.js";
import keyRequired from "./key-required.js";
import { keyProperty, personalNotKey, timeProperty } from "./named-property.js";
import parameterNotInBody from "./parameter-not-in-body.js";
import pathFileName from "./path-file-name.js";
import summaryCount from "./summary-count.js";

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
