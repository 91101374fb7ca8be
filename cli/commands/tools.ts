import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import type { ToolsImportFlags, ToolsListFlags, ToolsShowFlags } from "../tools/tools-flags.ts";

export const tools: CommandDefinition = (program, run, context) => {
  const group = program
    .command("tools")
    .description(
      "what a model reads of tools: see them, and import how the service describes them",
    );
  withFormat(
    group
      .command("list")
      .description("list the tools that are known, and whose words describe them")
      .option("--search <text>", "only those with all these words in their name or description")
      .addOption(
        new Option("--origin <origin>", "only those described so").choices(["summary", "imported"]),
      ),
  ).action((_: unknown, command: Command) =>
    run(async () => {
      const { toolsList } = await import("../tools/tools-list.ts");
      return toolsList(command.optsWithGlobals<ToolsListFlags>(), context);
    }),
  );
  withFormat(
    group
      .command("show")
      .description("print one tool as a model would read it, and what else is known of it")
      .argument("<name>", "the name of a tool: create_issue"),
  ).action((name: string, _: unknown, command: Command) =>
    run(async () => {
      const { toolsShow } = await import("../tools/tools-show.ts");
      return toolsShow(name, command.optsWithGlobals<ToolsShowFlags>(), context);
    }),
  );
  withFormat(withSources(group.command("import"))).action((_: unknown, command: Command) =>
    run(async () => {
      const { toolsImport } = await import("../tools/tools-import.ts");
      return toolsImport(command.optsWithGlobals<ToolsImportFlags>(), context);
    }),
  );
};

function withSources(command: Command): Command {
  return command
    .description(
      "import names, descriptions and schemas of tools into <folder>/<source>.tools.json, which flows, mocks and lint then use; exit 0 worked, 2 used wrongly, 3 the source cannot be reached",
    )
    .option(
      "--from-instance [url-and-token...]",
      "the built-in tools of a GitLab instance: its address, - for `gitlab.url`, and a token, - for GITLAB_TOKEN, then GITLAB_API_TOKEN",
    )
    .option(
      "--from-file <path>",
      "a JSON list of tools, as OpenAI, Anthropic, MCP or you write it; - for standard input",
    )
    .option("--from-mcp", "the tools of an MCP server, which one of these flags names")
    .option("--mcp-command <program>", "start the server: a program, without a shell")
    .option("--mcp-arg <text>", "an argument of the program; may be repeated", list)
    .option("--mcp-env <variable>", "a variable that the program gets too; may be repeated", list)
    .option("--mcp-url <url>", "ask the server at its address, by streamable HTTP")
    .option(
      "--mcp-header <header=variable>",
      "a header with the value of an environment variable; may be repeated",
      list,
    )
    .option("--timeout <seconds>", "how long an MCP server may take, up to 600", seconds, 60)
    .option("--name <source>", "how the file is called; default: as the source is called")
    .option(
      "--output-path <folder>",
      "where to write; default: `registries.tools` in flowproof.yml, else tools/",
    )
    .option("--dry-run", "print what would change, and write nothing")
    .option("--allow-insecure", "send the token over http to any host");
}

function withFormat(command: Command): Command {
  return withCommonOptions(command).addOption(
    new Option("--format <format>", "what goes to standard output")
      .choices(["pretty", "json"])
      .default("pretty"),
  );
}

function list(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function seconds(text: string): number {
  const number = Number(text);
  if (/^\d{1,3}$/.test(text) && number >= 1 && number <= 600) return number;
  throw new InvalidArgumentError("It must be a number from 1 to 600.");
}
