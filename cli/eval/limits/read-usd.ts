import { InvalidArgumentError } from "commander";

/** Reads an amount of US dollars above 0, with or without the sign. */
export function readUsd(text: string): number {
  const [, amount = "0"] = /^\$?(\d{1,9}(?:\.\d{1,9})?)$/.exec(text) ?? [];
  const usd = Number(amount);
  if (usd === 0) throw new InvalidArgumentError("It must be an amount of US dollars, as 2.50.");
  return usd;
}
