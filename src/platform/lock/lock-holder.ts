import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import process from "node:process";
import type { Clock } from "../../core/clock.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { lookAtProcess } from "./process-start.ts";

/** Who holds a lock, as it stands in the file. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** When the process began, where the system says so. */
  readonly start?: string;
  /** Of this lock alone, so that nobody takes one for another. */
  readonly token: string;
}

/** This process as a holder. */
export async function ownHolder(clock: Clock): Promise<LockHolder> {
  const { start } = await lookAtProcess(process.pid);
  return {
    pid: process.pid,
    host: hostname(),
    at: new Date(clock.now()).toISOString(),
    ...(start !== undefined && { start }),
    token: randomUUID(),
  };
}

/** Undefined where a text does not say who. */
export function parseHolder(text: string): LockHolder | undefined {
  const value = parsed(text);
  if (value === undefined) return undefined;
  const { pid, host, at, start, token } = value;
  if (typeof pid !== "number" || typeof host !== "string" || typeof at !== "string")
    return undefined;
  // The token becomes a part of a file name.
  if (typeof token !== "string" || !/^[\w-]{1,64}$/.test(token)) return undefined;
  return { pid, host, at, ...(typeof start === "string" && { start }), token };
}

/** Whether a holder is gone for certain. Of another machine nobody here can tell. */
export async function isGone({ pid, host, start }: LockHolder): Promise<boolean> {
  if (host !== hostname()) return false;
  const now = await lookAtProcess(pid);
  if (!now.isAlive) return true;
  return start !== undefined && now.start !== undefined && now.start !== start;
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
