import type { CallView } from "./trial-view.ts";

/** Calls that one reply of a model asked for, reply by reply; steps without a model are left out. */
export function byReply(calls: readonly CallView[]): readonly (readonly CallView[])[] {
  const groups = new Map<number, CallView[]>();
  for (const call of calls) {
    if (call.reply === undefined || call.reply < 0) continue;
    const group = groups.get(call.reply);
    if (group === undefined) groups.set(call.reply, [call]);
    else group.push(call);
  }
  return [...groups.values()];
}

/** Which reply asked for a call, for a column of a table. */
export function replyText({ reply }: CallView): string {
  return reply === undefined || reply < 0 ? "in no reply" : `reply ${reply + 1}`;
}

/** Whether a call, which stands later in the record, was asked for with the result of the other at hand. */
export function isAfter(call: CallView, other: CallView): boolean {
  const asked = call.reply ?? -1;
  return asked < 0 || asked !== other.reply;
}
