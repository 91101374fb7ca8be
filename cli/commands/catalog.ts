import { type Command, InvalidArgumentError, Option } from "commander";
import type { ItemKind } from "../../src/catalog/index.ts";
import type {
  CatalogCreateFlags,
  CatalogListFlags,
  CatalogStatusFlags,
  CatalogVerifyFlags,
  InstanceFlags,
} from "../catalog/catalog-flags.ts";
import { collect } from "../collect.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";

/** Not the list of the catalog's module, which help must not load. */
const itemKinds: readonly ItemKind[] = ["agent", "flow", "third_party_flow"];

const token = "reads GITLAB_TOKEN, then GITLAB_API_TOKEN";

export const catalog: CommandDefinition = (program, run, context) => {
  const group = program
    .command("catalog")
    .description("compare local flows with the AI Catalog of a GitLab instance");
  withInstance(group.command("list"))
    .description(`list the items of an instance with their ids; ${token}`)
    .option("--search <text>", "only items whose name or description has this text")
    .addOption(
      new Option("--kind <kind>", `only these: ${itemKinds.join(", ")}; may be repeated`)
        // Not `choices`: a parser of its own, which repeating needs, takes its place.
        .argParser(kinds),
    )
    .action((_: unknown, command: Command) =>
      run(async () => {
        const { catalogList } = await import("../catalog/catalog-list.ts");
        return catalogList(command.optsWithGlobals<CatalogListFlags>(), context);
      }),
    );
  withInstance(group.command("show"))
    .description(`show one item with its versions; ${token}`)
    .argument("<id>", "number of the item, as `catalog list` prints it")
    .action((id: string, _: unknown, command: Command) =>
      run(async () => {
        const { catalogShow } = await import("../catalog/catalog-show.ts");
        return catalogShow(id, command.optsWithGlobals<InstanceFlags>(), context);
      }),
    );
  withInstance(group.command("status"))
    .description(
      `compare what is defined, what an instance has and what is locked; exit 0 all current, 1 something to do; ${token}`,
    )
    .option(
      "--definitions <path>",
      "a file of definitions, YAML or the monolith's Ruby; default as for lint; may be repeated",
      collect,
    )
    .action((_: unknown, command: Command) =>
      run(async () => {
        const { catalogStatus } = await import("../catalog/catalog-status.ts");
        return catalogStatus(command.optsWithGlobals<CatalogStatusFlags>(), context);
      }),
    );
  withInstance(group.command("create"))
    .description(
      `make the agents and flows that an instance lacks from local configs, and print the ids to fetch them by; ${token}, with the scope api`,
    )
    .argument("[references...]", "which flows; default: all in `registries.flows`")
    .requiredOption("--project <id|path>", "the project that will manage them")
    .option("--public", "everybody may see them")
    .option("--draft", "do not release their first version")
    .option("-y, --yes", "do not ask")
    .action((references: readonly string[], _: unknown, command: Command) =>
      run(async () => {
        const { catalogCreate } = await import("../catalog/catalog-create.ts");
        return catalogCreate(references, command.optsWithGlobals<CatalogCreateFlags>(), context);
      }),
    );
  withFormat(withCommonOptions(group.command("verify")))
    .description(
      "compare the files of a folder with its lock, offline; exit 0 all as locked, 1 something differs",
    )
    .argument("[folder]", "default: the first of `registries.flows` in flowproof.yml, else flows/")
    .action((folder: string | undefined, _: unknown, command: Command) =>
      run(async () => {
        const { catalogVerify } = await import("../catalog/catalog-verify.ts");
        return catalogVerify(folder, command.optsWithGlobals<CatalogVerifyFlags>(), context);
      }),
    );
};

function withInstance(command: Command): Command {
  return withFormat(withCommonOptions(command))
    .option(
      "--url <url>",
      "address of the GitLab instance; default: `gitlab.url` in flowproof.yml, else CI_SERVER_URL",
      "-",
    )
    .option("--allow-insecure", "send the token over http to any host");
}

function withFormat(command: Command): Command {
  return command.addOption(
    new Option("--format <format>", "what goes to standard output")
      .choices(["pretty", "json"])
      .default("pretty"),
  );
}

function kinds(value: string, values: readonly string[] | undefined): readonly string[] {
  if (itemKinds.some((kind) => kind === value)) return collect(value, values);
  throw new InvalidArgumentError(`Allowed choices are ${itemKinds.join(", ")}.`);
}
