export { type Lock, type LockedItem, type LockedVersion, lockFileName } from "./lock.ts";
export { readLock } from "./read-lock.ts";
