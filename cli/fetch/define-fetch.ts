import { InvalidArgumentError, Option } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import type { FetchFlags } from "./fetch-flags.ts";

const descriptions = {
  agent:
    "fetch agents of the AI Catalog as flow configs, with a lock: the newest released version of each, checked by the rules of the service, written all or not at all",
  flow: "fetch flows of the AI Catalog, and those of third parties, with a lock: the newest released version of each, checked by the rules of the service, written all or not at all",
};

/** Describes fetching on a command: `fetch agents`, and `fetch-foundational-agents` whole. */
export function defineFetch(kind: "agent" | "flow"): CommandDefinition {
  return (command, run, context) => {
    command
      .description(
        `${descriptions[kind]}; exit 0 worked, 1 --check found something new, 2 used wrongly or refused, 3 the instance cannot be reached`,
      )
      .argument("[url]", "address of the GitLab instance; - for `gitlab.url` in flowproof.yml")
      .argument(
        "[token]",
        "an access token with read_api; - for GITLAB_TOKEN, then GITLAB_API_TOKEN",
      )
      .argument(
        "[items]",
        "what to fetch: <reference>:<id>,… or <id>,…; with --frozen, everything in the lock",
      )
      .addOption(
        new Option("--flow-registry-version <version>", "the format of flows that is wanted")
          .choices(["v1", "experimental"])
          .default("v1"),
      )
      .option(
        "--output-path <folder>",
        "where to write; default: the first of `registries.flows` in flowproof.yml, else flows/, experimental flows in experimental/ below it",
      )
      .addOption(
        new Option("--layout <layout>", "<reference>/<version>.yml, or <reference>.yml")
          .choices(["versioned", "flat"])
          .default("versioned"),
      )
      .option(
        "--version [reference=constraint]",
        "pin an item to a version: duo_planner=^1.2.0; may be repeated (alone: print the program's version)",
        pins,
      )
      .option(
        "--all-versions",
        "of each item the newest of every major version, and what is pinned",
      )
      .option("--include-drafts", "take the newest version also where it is not released")
      .option("--frozen", "fetch exactly what the lock says, and fail where that is not possible")
      .option("--dry-run", "print what would change, and write nothing")
      .option("--check", "as --dry-run, and exit 1 where something would change")
      .option("--accept-changed", "take the text of released versions that differ from the lock")
      .option("--overwrite", "replace files that were edited by hand")
      .option("--no-lint", "take configs that the service would refuse")
      .option("--jobs <n>", "how many items are fetched at the same time, up to 32", jobs, 8)
      .option("--allow-insecure", "send the token over http to any host")
      .addOption(
        new Option("--format <format>", "what goes to standard output")
          .choices(["pretty", "json"])
          .default("pretty"),
      )
      .action(() =>
        run(async () => {
          const { fetchItems } = await import("./fetch-items.ts");
          const flags = command.optsWithGlobals<FetchFlags>();
          return fetchItems({ kind, args: command.args }, flags, context);
        }),
      );
  };
}

function pins(value: string, before: true | readonly string[] | undefined): readonly string[] {
  return [...(Array.isArray(before) ? before : []), value];
}

function jobs(text: string): number {
  const number = Number(text);
  if (/^\d{1,2}$/.test(text) && number >= 1 && number <= 32) return number;
  throw new InvalidArgumentError("It must be a number from 1 to 32.");
}
