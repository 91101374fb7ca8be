import type { FromSchema } from "../../schema/index.ts";
import type { lockSchema } from "./lock-schema.ts";

/** `flowproof.lock.json`: which versions of which items of a catalog the flows beside it are. */
export type Lock = FromSchema<typeof lockSchema>;

/** An item of a catalog and its versions that were fetched. */
export type LockedItem = Lock["items"][number];

/** A version of an item, by the digest of its bytes. */
export type LockedVersion = LockedItem["versions"][number];

/** The name of a lock, which lies in the folder of flows that it is about. */
export const lockFileName = "flowproof.lock.json";
