import { join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { JsonValue } from "../../core/json.ts";
import type { Redactor } from "../../core/secrets/redactor.ts";
import {
  diskFiles,
  ensureFolder,
  type FolderBounds,
  pruneFolder,
  writeAtomic,
} from "../../platform/index.ts";
import type { ChatReply } from "../chat.ts";
import { readEntry, writeEntry } from "./cache-entry.ts";
import type { ReplyCache } from "./reply-cache.ts";

const defaultBounds: FolderBounds = { maxFiles: 20_000, maxBytes: 200_000_000 };

/** What a cache writes itself, and may remove: the folder is named by the user, who may have named any. */
const entryPath = /^[0-9a-f]{2}\/[0-9a-f]{64}\.json$/;

/** A longer reply is not kept. */
const maxEntryChars = 2_000_000;

interface FolderCacheOptions {
  readonly folder: string;
  readonly epoch: string;
  /** A reply in which it finds a secret is not kept. */
  readonly redactor: Redactor;
  /** The oldest entries beyond these are removed: 20,000, or 200 MB, by default. */
  readonly bounds?: FolderBounds;
}

/**
 * Replies in a folder, one file each, by the key of their requests. Files appear whole or not at all, so that
 * several runs may use it at the same time.
 */
export class FolderCache implements ReplyCache {
  readonly epoch: string;
  private readonly folder: string;
  private readonly redactor: Redactor;
  private readonly bounds: FolderBounds;
  private known = 0;
  private kept = 0;
  private damaged = 0;
  private secret = 0;
  /** Why files cannot be read or written; the first reason says enough. */
  private problem: string | undefined;
  private isWritable = true;

  constructor({ folder, epoch, redactor, bounds = defaultBounds }: FolderCacheOptions) {
    this.folder = folder;
    this.epoch = epoch;
    this.redactor = redactor;
    this.bounds = bounds;
  }

  async read(key: string): Promise<ChatReply | undefined> {
    const text = await this.attempt(() => diskFiles.read(this.pathOf(key)));
    if (text === undefined) return undefined;
    const reply = readEntry(key, text);
    if (reply === undefined) this.damaged += 1;
    else this.known += 1;
    return reply;
  }

  async write(key: string, reply: ChatReply): Promise<void> {
    if (!this.isWritable) return;
    const text = writeEntry(key, reply);
    const plain: JsonValue = JSON.parse(text);
    if (text.length > maxEntryChars) return;
    if (this.redactor.redactJson(plain) !== plain || this.redactor.redact(text) !== text) {
      this.secret += 1;
      return;
    }
    const isKept = await this.attempt(async () => {
      await ensureFolder(this.shelfOf(key));
      await writeAtomic(this.pathOf(key), text);
      return true;
    });
    if (isKept === true) this.kept += 1;
    else this.isWritable = false;
  }

  /**
   * To be called when a run is over: removes what is too much.
   *
   * @returns what there is to say, a line each.
   */
  async close(): Promise<readonly string[]> {
    const removed = this.isWritable
      ? await this.attempt(() => pruneFolder(this.folder, this.bounds, isEntry))
      : undefined;
    return [
      `cache: ${replies(this.known)} known, ${this.kept} kept for the next run`,
      ...(this.secret > 0 ? [`cache: ${replies(this.secret)} with a secret not kept`] : []),
      ...(this.damaged > 0 ? [`cache: ${this.damaged} damaged files were left unread`] : []),
      ...(removed !== undefined && removed > 0 ? [`cache: ${removed} of the oldest removed`] : []),
      ...(this.problem === undefined ? [] : [`cache: ${this.problem}`]),
    ];
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.problem ??= error.message;
      return undefined;
    }
  }

  private shelfOf(key: string): string {
    return join(this.folder, key.slice(0, 2));
  }

  private pathOf(key: string): string {
    return join(this.shelfOf(key), `${key}.json`);
  }
}

function isEntry(path: string): boolean {
  return entryPath.test(path);
}

function replies(count: number): string {
  return `${count} ${count === 1 ? "reply" : "replies"}`;
}
