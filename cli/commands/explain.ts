import type { CommandDefinition } from "../command-definition.ts";

export const explain: CommandDefinition = (program, run, context) => {
  program
    .command("explain")
    .description("print the long text of an error code, or the page of a lint rule")
    .argument(
      "<code|rule>",
      "a code as errors print it (MODEL_MISSING), a rule (max-cycles) or its number (E63)",
    )
    .action((name: string) =>
      run(async () => {
        const { explainName } = await import("../explain/explain-name.ts");
        return explainName(name, context);
      }),
    );
};
