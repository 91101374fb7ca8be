import type { CommandDefinition } from "../command-definition.ts";

export const explain: CommandDefinition = (program, run, context) => {
  program
    .command("explain")
    .description(
      "print the long text of an error code, or the page of a rule for flows (lint) or suites (eval validate)",
    )
    .argument(
      "<code|rule>",
      "a code as errors print it (MODEL_MISSING), a rule for flows (max-cycles) or its number (E63), a rule for suites (never-holds)",
    )
    .action((name: string) =>
      run(async () => {
        const { explainName } = await import("../explain/explain-name.ts");
        return explainName(name, context);
      }),
    );
};
