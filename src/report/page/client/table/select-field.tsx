import type { VNode } from "preact";

interface Shown {
  readonly name: string;
  readonly values: readonly string[];
  /** Empty where all are wanted. */
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** A choice of one of the values, or all of them; nothing where there is nothing to choose. */
export function SelectField({ name, values, value, choose }: Shown): VNode | null {
  const least = name === "tag" ? 1 : 2;
  if (values.length < least) return null;
  return (
    <label class="field">
      <span>{name}</span>
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">all</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
