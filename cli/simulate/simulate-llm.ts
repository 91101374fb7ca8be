import { resolve } from "node:path";
import { parseScript } from "../../src/model/index.ts";
import { readText } from "../../src/platform/index.ts";
import { createLlmSimulator, serve } from "../../src/simulators/index.ts";
import type { CommonFlags } from "../common-options.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";

export interface SimulateLlmFlags extends CommonFlags {
  readonly script: string;
  readonly port: number;
  readonly withoutTools?: boolean;
}

/** Serves a script until the program is interrupted, which is how it is meant to end. */
export async function simulateLlm(
  flags: SimulateLlmFlags,
  { cwd, stdout, stderr, signal }: CliContext,
): Promise<ExitCode> {
  const script = await parseScript(await readText(resolve(cwd, flags.script)), flags.script);
  const simulator = createLlmSimulator({ script, withoutTools: flags.withoutTools === true });
  const server = await serve(simulator, {
    port: flags.port,
    onError: (error) => stderr(`request failed: ${String(error)}\n`),
  });
  stdout(`${server.url}\n`);
  if (flags.quiet !== true) {
    stderr(
      `scripted model ${flags.script} as a Messages API at ${server.url}, and as chat completions; Ctrl-C ends it\n`,
    );
    stderr(`  ANTHROPIC_BASE_URL=${server.url} ANTHROPIC_API_KEY=x flowproof eval run --model …\n`);
    stderr(
      `  OPENAI_BASE_URL=${server.url}/v1 OPENAI_API_KEY=x flowproof eval run --model openai/…\n`,
    );
  }
  if (!signal.aborted) {
    await new Promise<void>((ended) => {
      signal.addEventListener("abort", () => ended(), { once: true });
    });
  }
  await server.close();
  const { requests, answered } = simulator.stats;
  if (flags.quiet !== true) stderr(`${requests} requests, ${answered} answered\n`);
  return exitCode.ok;
}
