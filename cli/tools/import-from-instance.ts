import { askBuiltInTools } from "../../src/catalog/index.ts";
import type { Config } from "../../src/config/index.ts";
import { bundledTools } from "../../src/tools/index.ts";
import type { CliContext } from "../context.ts";
import { gitlabClient } from "../gitlab/gitlab-client.ts";
import { gitlabToken } from "../gitlab/gitlab-token.ts";
import { gitlabUrl } from "../gitlab/gitlab-url.ts";
import { instanceArguments } from "./instance-arguments.ts";
import type { ToolImport } from "./tool-import.ts";
import type { ToolsImportFlags } from "./tools-flags.ts";

/** The built-in tools of an instance, which says how they are called and described. */
export async function importFromInstance(
  flags: ToolsImportFlags,
  config: Config,
  context: CliContext,
): Promise<ToolImport> {
  const given = instanceArguments(flags);
  const token = gitlabToken(given.token, context.env, { needed: true });
  const client = gitlabClient(gitlabUrl(given.url, config, context), { token, flags, context });
  const tools = await askBuiltInTools(client, context.signal);
  const { url } = client.instance;
  const strangers = tools.filter(({ name }) => bundledTools.tool(name) === undefined);
  const names = strangers.map(({ name }) => name).toSorted();
  const without = names.length === 0 ? "" : `, and ${names.join(", ")} have none`;
  return {
    source: { kind: "instance", url },
    name: new URL(url).host,
    tools: tools.map(({ name, title, description }) => ({ name, title, description })),
    notes: [`an instance does not tell the schemas of arguments: ours stay${without}`],
  };
}
