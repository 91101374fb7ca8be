import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Command } from "./protocol.ts";

/** A process of the benchmark: it does one thing at a time. */
export interface Child {
  ask(command: Command): Promise<Answer>;
  stop(): void;
}

/** Starts a module by its path from here, and waits for what it says first. */
export async function startChild(
  module: string,
  args: readonly string[],
): Promise<{ readonly child: Child; readonly hello: Answer }> {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const forked = fork(path, args, { execArgv: ["--import", "tsx"] });
  const hello = await answerOf(forked);
  const child: Child = {
    ask(command) {
      const answer = answerOf(forked);
      forked.send(command);
      return answer;
    },
    stop: () => forked.disconnect(),
  };
  return { child, hello };
}

async function answerOf(forked: ChildProcess): Promise<Answer> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(forked, "exit", { signal }).then(([code]: readonly unknown[]) => {
    throw new Error(`a process of the benchmark ended with ${String(code)}`);
  });
  try {
    const [answer] = await Promise.race([once(forked, "message", { signal }), ended]);
    return answer;
  } finally {
    // The other one is not waited for any more.
    ended.catch(() => undefined);
    settled.abort();
  }
}
