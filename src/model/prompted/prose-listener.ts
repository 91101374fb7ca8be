import type { ReplyListener } from "../chat.ts";

/** Lets a listener hear the words of a reply up to its first call, which is no words of the reply. */
export function proseListener(listener: ReplyListener, open: string): ReplyListener {
  let held = "";
  let isOver = false;
  return {
    onText(text) {
      if (isOver) return;
      held += text;
      const at = held.indexOf(open);
      isOver = at >= 0;
      const sure = isOver ? at : held.length - beginningAtEnd(held, open);
      if (sure > 0) listener.onText(held.slice(0, sure));
      held = held.slice(sure);
    },
    onDiscard() {
      held = "";
      isOver = false;
      listener.onDiscard();
    },
    onWait: (ms, error) => listener.onWait?.(ms, error),
  };
}

/** How many characters at the end of a text may be the beginning of a tag. */
function beginningAtEnd(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length -= 1) {
    if (tag.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
