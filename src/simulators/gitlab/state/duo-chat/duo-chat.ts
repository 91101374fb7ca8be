import type { Clock } from "../../../../core/clock.ts";
import type { CatalogDuoChat } from "../../catalog/index.ts";
import { dateTime } from "../date-time.ts";
import type { UserRecord } from "../records.ts";
import { ChatLimit } from "./chat-limit.ts";
import type { ChatMessage, ChatThread, ConversationType } from "./chat-thread.ts";
import { PendingReply } from "./pending-reply.ts";
import { ReplyBook } from "./reply-book.ts";

/** A question as it comes. */
export interface SaidQuestion {
  readonly user: UserRecord;
  readonly thread: ChatThread;
  readonly content: string;
  readonly resource: string | undefined;
}

/** The last messages of a thread, which is what GitLab shows of it. */
const maxShown = 50;
/** Threads that are remembered; a server that runs for days must not grow. */
const maxThreads = 2000;
const defaultLimit = 160;

/** The classic Duo Chat of a simulated instance: threads, and answers that are on their way. */
export class DuoChat {
  readonly #clock: Clock;
  readonly #seats: ReadonlySet<string> | undefined;
  readonly #isThere: boolean;
  readonly #limit: ChatLimit;
  readonly #book: ReplyBook;
  readonly #threads = new Map<number, ChatThread>();
  readonly #pending = new Map<ChatThread, { readonly reply: PendingReply; polled: number }[]>();
  #requests = 0;
  #lastThread = 0;

  constructor(chat: CatalogDuoChat | undefined, clock: Clock) {
    this.#clock = clock;
    this.#isThere = chat !== undefined;
    this.#seats = chat?.users === undefined ? undefined : new Set(chat.users);
    this.#limit = new ChatLimit(chat?.requests_per_8_hours ?? defaultLimit, clock);
    this.#book = new ReplyBook(chat?.replies ?? []);
  }

  /** Counts what a user asks; true where it is too much. */
  isLimited({ username }: UserRecord): boolean {
    return this.#limit.isExceeded(username);
  }

  mayUse({ username }: UserRecord): boolean {
    return this.#isThere && (this.#seats?.has(username) ?? true);
  }

  /** A thread of a user's own. */
  thread(user: UserRecord, id: number): ChatThread | undefined {
    const found = this.#threads.get(id);
    return found?.user === user ? found : undefined;
  }

  /** The newest thread of a user of a type. */
  lastThread(user: UserRecord, type: ConversationType): ChatThread | undefined {
    return [...this.#threads.values()].findLast((each) => each.user === user && each.type === type);
  }

  begin(user: UserRecord, type: ConversationType): ChatThread {
    this.#lastThread += 1;
    const thread: ChatThread = { id: this.#lastThread, user, type, messages: [], turns: 0 };
    this.#threads.set(thread.id, thread);
    const [oldest] = this.#threads.values();
    if (oldest !== undefined && this.#threads.size > maxThreads) {
      this.#threads.delete(oldest.id);
      this.#pending.delete(oldest);
    }
    return thread;
  }

  /**
   * Takes a question. `/clear` goes on in a thread of its own and `/reset` forgets what was said; neither is
   * answered, as public sources of 18.x say.
   */
  say({ user, thread, content, resource }: SaidQuestion): {
    readonly requestId: string;
    readonly thread: ChatThread;
  } {
    const requestId = this.#nextRequest();
    if (content === "/clear") return { requestId, thread: this.begin(user, thread.type) };
    const message: ChatMessage = {
      id: `${requestId}-question`,
      requestId,
      role: "USER",
      content,
      errors: [],
      timestamp: this.#now(),
      chunkId: null,
    };
    thread.messages.push(message);
    thread.messages.splice(0, thread.messages.length - maxShown);
    thread.turns = content === "/reset" ? 0 : thread.turns + 1;
    if (content !== "/reset") {
      const reply = this.#book.take({ content, turn: thread.turns, resource });
      const on = this.#pending.get(thread) ?? [];
      on.push({ reply: new PendingReply(reply, message, this.#clock.now()), polled: 0 });
      this.#pending.set(thread, on.slice(-maxShown));
    }
    return { requestId, thread };
  }

  /** What stands in a thread now: to ask brings on the answers that are waited for. */
  read(thread: ChatThread, requestIds: readonly string[] | undefined): readonly ChatMessage[] {
    const pieces: ChatMessage[] = [];
    const left = (this.#pending.get(thread) ?? []).filter((each) => {
      if (requestIds?.includes(each.reply.requestId) === false) return true;
      const answer = each.reply.poll(this.#clock.now(), this.#now());
      each.polled += 1;
      if (answer === undefined) pieces.push(...each.reply.pieces(each.polled, this.#now()));
      else thread.messages.push(answer);
      return answer === undefined;
    });
    this.#pending.set(thread, left);
    const all = [...thread.messages.slice(-maxShown), ...pieces];
    return all.filter(({ requestId }) => requestIds?.includes(requestId) !== false);
  }

  #nextRequest(): string {
    this.#requests += 1;
    return `00000000-0000-4000-8000-${String(this.#requests).padStart(12, "0")}`;
  }

  #now(): string {
    return dateTime(this.#clock.now());
  }
}
