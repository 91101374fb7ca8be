import { openDuoChat } from "./duo-chat/duo-chat-player.ts";
import { EnginePlayer } from "./flow/engine-player.ts";
import { openHttp } from "./http/http-player.ts";
import { RecordedPlayer } from "./recorded/recorded-player.ts";
import type { PlaySetting, TargetPlayer } from "./target-player.ts";
import { isEngineTarget, type Target } from "./target.ts";

/**
 * Begins a conversation with a target. Nothing is sent yet.
 *
 * @throws AppError for what ends the whole run: a key that is not in the environment.
 */
export function openPlayer(target: Target, setting: PlaySetting): TargetPlayer {
  if (isEngineTarget(target)) return new EnginePlayer(target, setting);
  if (target.kind === "http") return openHttp(target, setting);
  if (target.kind === "recorded") return new RecordedPlayer(target, setting);
  return openDuoChat(target, setting);
}
