export { readTranscripts, transcriptLimits } from "./read-transcripts.ts";
export type {
  AnswerStep,
  CallStep,
  EnteredStep,
  NoteStep,
  ReplyStep,
  Transcripts,
  TranscriptExchange,
  TranscriptStep,
  TranscriptText,
  TrialTranscript,
  UserStep,
} from "./trial-transcript.ts";
