import componentFileName from "./component-file-name.js";
import fileReachable from "./file-reachable.js";
import parameterNotInBody from "./parameter-not-in-body.js";
import pathFileName from "./path-file-name.js";

export default function housePlugin() {
  return {
    id: "house",
    rules: {
      oas3: {
        "component-file-name": componentFileName,
        "file-reachable": fileReachable,
        "parameter-not-in-body": parameterNotInBody,
        "path-file-name": pathFileName,
      },
    },
  };
}
