import { fileStore } from '@synth/io/file-store';
import type { CassetteOptions, EmbeddingModel, Ledger, TextModel } from '@synth/llm';
import { guardModels, offlineEmbeddingModel, offlineModel, openLedger } from '@synth/llm';
import { geminiEmbeddingModel, geminiModel } from '@synth/llm/gemini';
import { openAiEmbeddingModel, openAiModel } from '@synth/llm/openai';
import type { Context } from '../context';
import { apiKeyFrom, findApiKey } from './api-key-from';
import type { LlmChoice } from './llm-options';

/** The models of a choice behind budget, retries, time limits and, where there is one, the cassette. */
export interface Llm {
  readonly text: TextModel;
  readonly embedding: EmbeddingModel;
  /** What was asked and what it cost. */
  readonly ledger: Ledger;
}

/** What answers where the choice is `offline`. */
export interface OfflineModels {
  readonly text?: TextModel;
  readonly embedding?: EmbeddingModel;
}

/**
 * Opens what was chosen. Keys are read, and libraries loaded, by the first call.
 *
 * @param run names the account
 * @throws SynthError `PRICE_UNKNOWN` for a limit in USD and a model without a price
 */
export async function openLlm(
  choice: LlmChoice,
  run: string,
  { clock, env }: Pick<Context, 'clock' | 'env'>,
  offline: OfflineModels = {},
): Promise<Llm> {
  const { maxCost, maxCalls, cassette } = choice;
  const caps = {
    ...(maxCost === undefined ? {} : { usd: maxCost }),
    ...(maxCalls === undefined ? {} : { calls: maxCalls }),
  };
  const ledger = await openLedger({ run, caps });
  const guard = guardModels({
    ledger,
    clock,
    ...(cassette === undefined ? {} : { cassette: cassetteOf(cassette) }),
  });
  const { text, embedding } = modelsOf(choice, env, offline);
  return { text: guard(text), embedding: guard(embedding), ledger };
}

function modelsOf(
  { llm, model, baseUrl }: LlmChoice,
  env: Context['env'],
  offline: OfflineModels,
): Required<OfflineModels> {
  if (llm === 'offline') {
    const { text = offlineModel(), embedding = offlineEmbeddingModel() } = offline;
    return { text, embedding };
  }
  // A server of one's own asks for no key.
  const keyless = llm === 'openai' && baseUrl !== undefined && findApiKey(llm, env) === undefined;
  const connection = {
    ...(keyless ? {} : { apiKey: () => apiKeyFrom(llm, env) }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
  const named = { ...connection, ...(model === undefined ? {} : { model }) };
  if (llm === 'gemini') {
    return { text: geminiModel(named), embedding: geminiEmbeddingModel(connection) };
  }
  return { text: openAiModel(named), embedding: openAiEmbeddingModel(connection) };
}

/** `DIR`, or `DIR:MODE`. A colon before anything else belongs to the folder. */
export function cassetteOf(text: string): CassetteOptions {
  const [, folder = text, mode] = /^(.+):(record|replay|replay-only)$/.exec(text) ?? [];
  return {
    store: fileStore({ folder }),
    ...(mode === undefined ? {} : { mode: mode as CassetteOptions['mode'] & string }),
  };
}
