import { generateObject } from '@synth/llm';
import { z } from 'zod';
import { documentedCommand } from '../documented-command';
import { exitCode } from '../exit-code';
import { llmChoiceOf, llmOptions } from '../llm/llm-options';
import { openLlm } from '../llm/open-llm';
import { noArguments } from '../options/no-arguments';
import type { Ping } from '../render/ping-text';
import { pingText } from '../render/ping-text';

const summary = 'whether a language model answers, how fast, and what it costs';
const usage = 'synth llm ping';

const schema = z.object({ word: z.string().min(1).max(40).describe('the word pong') });

/** `synth llm ping`: one small call for an object, the way that generators call. */
export const llmPing = documentedCommand(
  { summary, usage, groups: [{ title: 'language model', options: llmOptions }] },
  async ({ values, positionals }, context) => {
    noArguments(positionals, usage);
    const { text, ledger } = await openLlm(llmChoiceOf(values), 'ping', context);
    const began = context.clock.now();
    const answer = await generateObject({
      model: text,
      schema,
      system: 'You check whether a connection works.',
      prompt: 'Answer with the word pong.',
      maxOutputTokens: 256,
      purpose: 'ping',
      signal: context.signal,
    });
    const milliseconds = context.clock.now() - began;
    const { total } = ledger.report();
    const ping: Ping = {
      provider: answer.provider,
      model: answer.model,
      offline: answer.offline,
      cached: answer.cached,
      milliseconds,
      requests: answer.offline ? 0 : total.calls,
      inputTokens: answer.usage.inputTokens,
      outputTokens: answer.usage.outputTokens,
      estimated: answer.usage.estimated,
      usd: total.usd,
      bookedUsd: total.bookedUsd,
    };
    const json = `${JSON.stringify({ event: 'llm-answered', ...ping })}\n`;
    context.stdout.write(values.has('json') ? json : pingText(ping, context.stdout));
    return exitCode.done;
  },
);
