import { isPyList } from "../../core/python/py-value.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";

const kinds = {
  flow: { wanted: "a mapping", hint: 'write "entry_point: <component>" below it' },
  components: { wanted: "a list", hint: 'begin each component with "- name:"' },
  routers: { wanted: "a list", hint: 'begin each router with "- from:", or write "routers: []"' },
};

/** The parts of the root that must be there, and of which kind they are. */
export class ShapeReader {
  /** Whether all of the parts were found, so that it makes sense to compare them with each other. */
  complete = true;
  private readonly root: ConfigNode;
  private readonly partial: boolean;
  private readonly fields: FieldReader;

  constructor(root: ConfigNode, partial: boolean) {
    this.root = root;
    this.partial = partial;
    this.fields = new FieldReader(root, { owner: "the flow", missing: "E10", wrong: "E13" });
  }

  mapping(key: "flow"): ConfigNode {
    const node = this.required(key);
    if (this.isWritten(node, key) && node.dict === undefined) this.wrong(node, key);
    return node;
  }

  /** The items of a list that must be there, without those that are no mappings. */
  mappings(key: "components" | "routers"): readonly ConfigNode[] {
    const node = this.required(key);
    if (this.isWritten(node, key) && !isPyList(node.value)) this.wrong(node, key);
    return node.items().filter((item) => {
      if (item.dict !== undefined) return true;
      const message = `${key.slice(0, -1)} ${Number(item.at.at(-1)) + 1} must be a mapping, not ${describeValue(item.value)}`;
      item.report({ rule: "E14", message, hint: kinds[key].hint });
      this.complete = false;
      return false;
    });
  }

  /** The items of a list that may be absent or null. */
  list(key: string): readonly ConfigNode[] {
    const node = this.root.child(key);
    if (node.exists && node.value !== null && !isPyList(node.value))
      this.fields.wrong(node, "a list");
    return node.items();
  }

  entryPoint(flow: ConfigNode): string | undefined {
    const fields = new FieldReader(flow, { owner: "the flow", missing: "E50", wrong: "E15" });
    const entryPoint = fields.optionalText("entry_point");
    const node = flow.child("entry_point");
    if (this.partial || flow.dict === undefined) return entryPoint;
    const advice = 'name the component that the flow begins with, as in "entry_point: planner"';
    if (!node.exists) fields.missing("entry_point", advice);
    else if (node.value === null) {
      node.report({ rule: "E50", message: `the flow's "entry_point" is empty`, hint: advice });
    }
    return entryPoint;
  }

  private required(key: keyof typeof kinds): ConfigNode {
    const node = this.root.child(key);
    const optional = this.partial && key !== "components";
    if (node.exists || optional) return node;
    this.complete = false;
    if (this.root.dict !== undefined) this.fields.missing(key);
    return node;
  }

  private wrong(node: ConfigNode, key: keyof typeof kinds): void {
    this.fields.wrong(node, kinds[key].wanted, kinds[key].hint);
    this.complete = false;
  }

  private isWritten(node: ConfigNode, key: keyof typeof kinds): boolean {
    if (this.partial && key !== "components" && node.value === null) return false;
    return node.exists;
  }
}
