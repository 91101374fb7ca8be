import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { itemGlobalId, itemNumber } from "../item-number.ts";

/** An item to fetch, as the command line names it. */
export interface FetchRequest {
  /** Undefined where the item itself has to say it. */
  readonly reference: string | undefined;
  /** Global id. */
  readonly id: string;
}

const form = /^(?:([a-z][a-z0-9_]*):)?(?:gid:\/\/gitlab\/Ai::Catalog::Item\/)?(\d{1,18})$/;

/**
 * Reads `duo_planner:348,ci_expert_agent:1004583`; a bare `348` leaves the reference to the item.
 *
 * @throws AppError or AppErrors CATALOG_ITEMS_INVALID with everything that is wrong in the list
 */
export function parseFetchRequests(text: string): readonly FetchRequest[] {
  const parts = text.split(",").map((part) => part.trim());
  const requests = parts.filter((part) => part !== "").map(parseOne);
  if (requests.length === 0) throw invalid("the list of items is empty");
  const errors = requests.filter((each) => each instanceof AppError);
  throwAll(errors);
  const read = requests.flatMap((each) => (each instanceof AppError ? [] : [each]));
  throwAll([...repeated(read, "reference"), ...repeated(read, "id")]);
  return read;
}

function parseOne(part: string): FetchRequest | AppError {
  const match = form.exec(part);
  const [, reference, number = ""] = match ?? [];
  return match === null
    ? invalid(`"${part}" names no item`)
    : { reference, id: itemGlobalId(number) };
}

function repeated(requests: readonly FetchRequest[], key: keyof FetchRequest): readonly AppError[] {
  const values = requests.flatMap((request) => request[key] ?? []);
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return [...new Set(twice)].map((value) => invalid(`"${itemNumber(value)}" is named twice`));
}

function invalid(message: string): AppError {
  return new AppError("CATALOG_ITEMS_INVALID", message, {
    hint: 'write <reference>:<id>,… as in "duo_planner:348,ci_expert_agent:1004583"; references have small letters, digits and underscores',
  });
}
