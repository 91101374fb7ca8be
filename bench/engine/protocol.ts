import process from "node:process";

/** What the parent asks a process to do. */
export interface Command {
  readonly type:
    /** Runs turns, each in a conversation of its own, several at a time. */
    | "turns"
    /** Runs one conversation, turn after turn. */
    | "conversation"
    /** The body of the first request, so that others can make the same. */
    | "body"
    /** Bytes of each request since this was asked last. */
    | "bytes";
  readonly turns?: number;
  readonly concurrency?: number;
}

/** Processor time of the whole process, once or of each turn; or what a command asks for. */
export type Answer = readonly number[] | Readonly<Record<string, unknown>>;

type Answers = Readonly<
  Partial<Record<Command["type"], (command: Required<Command>) => Answer | Promise<Answer>>>
>;

/** Answers commands until the parent goes away. */
export function answerCommands(answers: Answers): void {
  process.on("message", (command: Command) => {
    const whole = { turns: 1, concurrency: 1, ...command };
    void Promise.resolve(answers[command.type]?.(whole) ?? []).then((value) =>
      process.send?.(value),
    );
  });
  process.on("disconnect", () => process.exit(0));
}

/** Milliseconds of processor time, user and system, that some work took in this process. */
export async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs some work so often, with so many at a time. */
export async function repeat(
  { turns, concurrency }: Required<Command>,
  work: () => Promise<unknown>,
): Promise<void> {
  let left = turns;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
