import { pyRepr } from "../../core/python/py-repr.ts";
import { pyTypeName } from "../../core/python/py-type-name.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { IOKey, StateKey } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import { channelValue } from "./channel-value.ts";
import type { FlowState } from "./flow-state.ts";
import { mergeValues } from "./merge-dicts.ts";

/** The value that an input names. @throws FlowFailure when it is required and not there. */
export function readKey(state: FlowState, key: IOKey): PyValue {
  if (key.literal !== undefined) return key.literal;
  return key.path.reduce(
    (value, segment) => (key.optional ? optionalStep : requiredStep)(value, segment, key),
    channelValue(state, key.target),
  );
}

/** The values of a component's inputs by variable. Equal variables: dicts merge, else the last wins. */
export function readInputs(state: FlowState, keys: readonly IOKey[]): PyDict {
  const values = new Map<string, PyValue>();
  for (const key of keys) {
    values.set(key.variable, mergeValues(values.get(key.variable), readKey(state, key)));
  }
  return values;
}

function requiredStep(value: PyValue, segment: string, key: StateKey): PyValue {
  if (!isPyDict(value)) throw notADict(value, segment, key);
  const next = value.get(segment);
  if (next !== undefined) return next;
  throw new FlowFailure(
    "missing_state_key",
    `input "${key.from}" is not in the state: there is no key ${pyRepr(segment)}`,
  );
}

function optionalStep(value: PyValue, segment: string, key: StateKey): PyValue {
  if (value === null) return null;
  if (!isPyDict(value)) throw notADict(value, segment, key);
  return value.get(segment) ?? null;
}

function notADict(value: PyValue, segment: string, key: StateKey): FlowFailure {
  return new FlowFailure(
    "state_type_error",
    `input "${key.from}" cannot be read: ${pyRepr(segment)} is looked up in a value of type ${pyTypeName(value)}`,
  );
}
