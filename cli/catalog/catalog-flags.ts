import type { CommonFlags } from "../common-options.ts";

/** Flags of the commands that ask an instance. */
export interface InstanceFlags extends CommonFlags {
  readonly url: string;
  readonly allowInsecure?: boolean;
  readonly format: "pretty" | "json";
}

export interface CatalogListFlags extends InstanceFlags {
  readonly search?: string;
  readonly kind?: readonly ("agent" | "flow" | "third_party_flow")[];
}

export interface CatalogVerifyFlags extends CommonFlags {
  readonly format: "pretty" | "json";
}

export interface CatalogStatusFlags extends InstanceFlags {
  readonly definitions?: readonly string[];
}

export interface CatalogCreateFlags extends InstanceFlags {
  readonly project: string;
  readonly yes?: boolean;
  readonly public?: boolean;
  readonly draft?: boolean;
}
