import { createVirtualClock, type VirtualClock } from "../../core/testing/virtual-clock.ts";
import {
  type CatalogFile,
  createGitlabSimulator,
  type GitlabSimulator,
  type GitlabSimulatorOptions,
} from "../gitlab/index.ts";

/** The folder of the catalog that is shipped. */
export const shopFolder = "fixtures/catalogs/shop";

/** When its clock begins: noon. */
export const shopNoonMs: number = Date.parse("2026-06-01T12:00:00Z");

export interface Shop {
  readonly simulator: GitlabSimulator;
  readonly clock: VirtualClock;
  /** Everything that went wrong in the simulator itself. */
  readonly defects: readonly unknown[];
}

/** Opens simulators of a catalog, on a clock that stands still. */
export type OpenShop = (options?: Partial<GitlabSimulatorOptions>) => Shop;

/** What opens simulators of the catalog of {@link shopFolder}, once it is read. */
export function shopOf(catalog: CatalogFile): OpenShop {
  return (options = {}) => {
    const clock = createVirtualClock(shopNoonMs);
    const defects: unknown[] = [];
    const onError = (error: unknown): void => void defects.push(error);
    const simulator = createGitlabSimulator({ catalog, clock, onError, ...options });
    return { simulator, clock, defects };
  };
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends an operation without a network, with the token of a name: `shop-<name>-token`. */
export async function ask(
  { simulator }: Pick<Shop, "simulator">,
  query: string,
  { token = "reader", variables = {} }: { token?: string | undefined; variables?: unknown } = {},
): Promise<Asked> {
  const name = /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
  const response = await simulator(
    new Request("http://127.0.0.1/api/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== "" && { authorization: `Bearer shop-${token}-token` }),
      },
      body: JSON.stringify({
        query,
        variables,
        ...(name !== undefined && { operationName: name }),
      }),
    }),
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Sends a request to the REST API without a network. */
export async function rest(
  { simulator }: Pick<Shop, "simulator">,
  line: string,
  { token = "reader", body }: { token?: string; body?: unknown } = {},
): Promise<Asked> {
  const [method = "GET", path = ""] = line.split(" ");
  const response = await simulator(
    new Request(`http://127.0.0.1/api/v4/${path}`, {
      method,
      headers: {
        ...(token !== "" && { "private-token": `shop-${token}-token` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

/** What stands deep in an answer. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((inner: unknown, key) => Reflect.get(Object(inner), key), value);
}
