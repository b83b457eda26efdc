/** `/flex/spaces/{spaceId}/items` lives in `paths/flex_spaces_{spaceId}_items.yaml`. */
export default function pathFileName() {
  return {
    Paths: {
      enter(paths, { location, report }) {
        for (const [url, pathItem] of Object.entries(paths)) {
          const file = `./paths/${url.slice(1).replaceAll("/", "_")}.yaml`;
          if (pathItem.$ref === file) continue;
          report({
            message: `Describe ${url} in the file named after it and refer to it with $ref: ${file}.`,
            location: location.child(url).key(),
          });
        }
      },
    },
  };
}
