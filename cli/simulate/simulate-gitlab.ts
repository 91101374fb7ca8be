import { resolve } from "node:path";
import { bundledKnowledge, lintText } from "../../src/lint/index.ts";
import {
  createGitlabSimulator,
  type GitlabSimulator,
  loadCatalog,
  parseFault,
  serve,
} from "../../src/simulators/index.ts";
import type { CommonFlags } from "../common-options.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";

export interface SimulateGitlabFlags extends CommonFlags {
  readonly catalog: string;
  readonly port: number;
  readonly latency: number;
  readonly fault?: readonly string[];
  readonly instanceVersion?: string;
}

/** Serves a catalog until the program is interrupted, which is how it is meant to end. */
export async function simulateGitlab(
  flags: SimulateGitlabFlags,
  { cwd, stdout, stderr, signal, files, clock }: CliContext,
): Promise<ExitCode> {
  const faults = (flags.fault ?? []).map(parseFault);
  const catalog = await loadCatalog(resolve(cwd, flags.catalog), files);
  const onError = (error: unknown): void => stderr(`request failed: ${String(error)}\n`);
  const simulator = createGitlabSimulator({
    catalog,
    instanceVersion: flags.instanceVersion,
    faults,
    latencyMs: flags.latency,
    clock,
    signal,
    validateFlow: serviceProblems,
    onError,
  });
  const server = await serve(simulator, {
    port: flags.port,
    // A fault that breaks a connection is no news to who asked for it.
    onError: (error) => flags.verbose === true && onError(error),
  });
  stdout(`${server.url}\n`);
  if (flags.quiet !== true) stderr(introduction(simulator, server.url, flags.catalog));
  if (!signal.aborted) {
    await new Promise<void>((ended) => {
      signal.addEventListener("abort", () => ended(), { once: true });
    });
  }
  await server.close();
  if (flags.quiet !== true) stderr(`${simulator.requests.length} requests\n`);
  return exitCode.ok;
}

/** What the service that GitLab asks would refuse a flow for. */
function serviceProblems(definition: string): readonly string[] {
  return lintText(definition, "definition", { knowledge: bundledKnowledge })
    .filter(({ origin, severity }) => origin === "service" && severity === "error")
    .map(({ message }) => message);
}

/** Where it is, and how to be let in: the tokens are the catalog's, and open nothing else. */
function introduction(simulator: GitlabSimulator, url: string, catalog: string): string {
  const { tokens, items } = simulator.state;
  const width = Math.max(0, ...tokens.map(({ token }) => token.length));
  const lines = tokens.map(({ token, name, user, kind, scopes, state }) => {
    const about = [
      kind === "job" ? "of a job" : scopes.join(" "),
      ...(state === "active" ? [] : [state]),
      ...(user.blocked ? ["user blocked"] : []),
    ];
    return `  ${token.padEnd(width)}  ${name}: ${user.username}, ${about.join(", ")}\n`;
  });
  const [first] = tokens;
  const use =
    first === undefined
      ? ""
      : `  GITLAB_TOKEN=${first.token} fetch-foundational-agents ${url} - …\n`;
  return [
    `simulated GitLab ${simulator.release} with the ${items.size} items of ${catalog} at ${url}; Ctrl-C ends it\n`,
    ...lines,
    use,
  ].join("");
}
