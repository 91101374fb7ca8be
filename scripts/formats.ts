import { configSchema } from "../src/config/config-schema.ts";
import { calibrationSchema } from "../src/eval/calibrate/calibration-schema.ts";
import { labelsSchema } from "../src/eval/calibrate/labels-schema.ts";
import { historySchema } from "../src/eval/history/history-schema.ts";
import { conversationSchema } from "../src/eval/suite/conversation-schema.ts";
import { suiteSchema } from "../src/eval/suite/suite-schema.ts";
import { answersSchema } from "../src/eval/target/recorded/answers-schema.ts";
import { definitionsSchema } from "../src/flow/definitions/definitions-schema.ts";
import { lockSchema } from "../src/flow/lock/lock-schema.ts";
import { flowExperimentalSchema, flowV1Schema } from "../src/flow/schema/index.ts";
import { cassetteSchema } from "../src/model/cassette/cassette-schema.ts";
import { scriptSchema } from "../src/model/script/script-schema.ts";
import { baselineSchema } from "../src/record/baseline-schema.ts";
import { catalogFileSchema } from "../src/simulators/gitlab/catalog/catalog-file-schema.ts";
import { gitlabFileSchema } from "../src/tools/fakes/fakes-schema.ts";
import { toolsFileSchema } from "../src/tools/imported/tools-file-schema.ts";
import type { EditorSchema, Format } from "./generate/format.ts";
import { offeredTools } from "./generate/offered-tools.ts";

/** Every file format of ours. The validators in `src/schema/generated/` follow from it. */
export const formats: readonly Format[] = [
  { id: "answers", title: "flowproof answer", schema: answersSchema },
  { id: "baseline", title: "flowproof baseline", schema: baselineSchema },
  { id: "calibration", title: "flowproof calibration", schema: calibrationSchema },
  { id: "cassette", title: "flowproof cassette", schema: cassetteSchema },
  { id: "catalog", title: "flowproof catalog", schema: catalogFileSchema },
  { id: "config", title: "flowproof.yml", schema: configSchema },
  { id: "conversation", title: "flowproof conversation", schema: conversationSchema },
  { id: "definitions", title: "flowproof definitions", schema: definitionsSchema },
  { id: "gitlab-fake", title: "flowproof fake GitLab", schema: gitlabFileSchema },
  { id: "labels", title: "flowproof label", schema: labelsSchema },
  { id: "history", title: "flowproof history", schema: historySchema },
  { id: "lock", title: "flowproof lock", schema: lockSchema },
  { id: "script", title: "flowproof script", schema: scriptSchema },
  { id: "suite", title: "flowproof suite", schema: suiteSchema },
  { id: "tools", title: "flowproof tools", schema: toolsFileSchema },
];

/** Every schema in `schemas/`: of our own formats, and of the flow configs of GitLab Duo. */
export const editorSchemas: readonly EditorSchema[] = [
  ...formats,
  {
    id: "flow-experimental",
    title: "experimental flow",
    schema: flowExperimentalSchema(offeredTools),
  },
  { id: "flow-v1", title: "flow", schema: flowV1Schema(offeredTools) },
];
