/** Noun and verb are a command, and a command runs one operation. */
export default function commandUnique() {
  const owners = new Map();

  return {
    Operation: {
      enter({ operationId = "", "x-noun": noun }, { location, report }) {
        if (noun === undefined) return;
        const command = `${noun} ${/^[a-z]*/.exec(operationId)}`;
        const owner = owners.get(command);
        if (owner === undefined) owners.set(command, operationId);
        else
          report({
            message: `Choose another x-noun for ${operationId}: the command ${command} runs ${owner}.`,
            location: location.child("x-noun"),
          });
      },
    },
  };
}
