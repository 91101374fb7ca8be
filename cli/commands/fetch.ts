import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { defineFetch } from "../fetch/define-fetch.ts";

export const fetch: CommandDefinition = (program, run, context) => {
  const group = program
    .command("fetch")
    .description("fetch agents and flows of the AI Catalog into versioned, locked configs");
  defineFetch("agent")(withCommonOptions(group.command("agents")), run, context);
  defineFetch("flow")(withCommonOptions(group.command("flows")), run, context);
};
